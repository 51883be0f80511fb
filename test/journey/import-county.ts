// A county's file in the database, as the service would take it in, with the tenants that it is reached in.
import { readFile } from 'node:fs/promises';
import type { Database } from '../../src/database/open.ts';
import { CountyId } from '../../src/ids.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { writeOnce } from '../fake/write-once.ts';

type Into = Parameters<typeof importFiles>[0] & { readonly database: Database };

export interface Tenants {
  readonly teams?: string;
  readonly slack?: string;
}

/** The tenants are each test's own, and written beside what the file says. */
export async function importCounty(into: Into, county: string, { teams, slack }: Tenants = {}): Promise<void> {
  const { database, now } = into;
  await writeOnce(database, `${county} ${now.toISOString()}`, async () => {
    const text = await readCountyText(county);
    await importFiles(into, { files: [{ name: `${county}.yaml`, text }], isDryRun: false });
  });
  if (teams === undefined && slack === undefined) return;
  const tenants = { teams: teams === undefined ? [] : [teams], slack: slack === undefined ? [] : [slack] };
  await database.db.county.update({ where: { id: CountyId.parse(county) }, data: { tenants } });
}

export function readCountyText(county: string): Promise<string> {
  return readFile(new URL(`../../prisma/counties/${county}.yaml`, import.meta.url), 'utf8');
}
