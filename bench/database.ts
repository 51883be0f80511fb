// Fresh databases to measure on: an embedded one in a directory, as an office has it, and a throw-away one on PostgreSQL.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type DatabaseOptions, openDatabase } from '../src/database/open.ts';
import { silentLog } from '../src/log.ts';
import { createThrowAway, findPostgres } from '../test/fake/throw-away-postgres.ts';

export type DatabaseKind = Database['kind'];

/** Where a database is, for this process or another, and how to be rid of it. */
export interface Place {
  readonly options: Pick<DatabaseOptions, 'url' | 'dataDir'>;
  remove(): Promise<void>;
}

/** The kinds that can be measured here. */
export async function listKinds(): Promise<readonly DatabaseKind[]> {
  const { answers, address } = await findPostgres();
  if (answers) return ['postgres', 'embedded'];
  console.error(`Nothing answers at ${address}: PostgreSQL is left out. Set TEST_DATABASE_URL to measure it.`);
  return ['embedded'];
}

async function makePlace(kind: DatabaseKind): Promise<Place> {
  if (kind === 'postgres') {
    const { url, drop } = await createThrowAway();
    return { options: { url }, remove: drop };
  }
  const folder = await mkdtemp(join(tmpdir(), 'samverk-bench-'));
  return {
    options: { dataDir: join(folder, 'data') },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A place of its own for one measurement. */
export async function withPlace<T>(kind: DatabaseKind, measure: (place: Place) => Promise<T>): Promise<T> {
  const place = await makePlace(kind);
  try {
    return await measure(place);
  } finally {
    await place.remove();
  }
}

/** A fresh, open database for one measurement. */
export function withDatabase<T>(kind: DatabaseKind, measure: (database: Database) => Promise<T>): Promise<T> {
  return withPlace(kind, async ({ options }) => {
    const database = await openDatabase({ ...options, log: silentLog });
    try {
      return await measure(database);
    } finally {
      await database.close();
    }
  });
}
