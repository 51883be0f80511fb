// Everything that lies in the database, as one text: to look in it for what must not be there.
import { z } from 'zod';
import type { Database } from '../../src/database/open.ts';

const Tables = z.array(z.object({ place: z.string() }));

export async function readEverything({ executeSql }: Database): Promise<string> {
  const { rows } = await executeSql(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as place
       from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const contents: unknown[] = [];
  for (const { place } of Tables.parse(rows)) {
    contents.push((await executeSql(`select it::text as line from ${place} as it`)).rows);
  }
  return JSON.stringify(contents);
}
