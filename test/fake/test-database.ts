// Databases for tests: an embedded one in memory, and a throw-away one on PostgreSQL when one answers.
import { afterAll, describe } from '@jest/globals';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';
import { findTemplate } from './embedded-template.ts';
import { leaveOut } from './leave-out.ts';
import { createThrowAway, findPostgres } from './throw-away-postgres.ts';

export type DatabaseKind = Database['kind'];

const postgres = await findPostgres();

/** Where it does not matter which, PostgreSQL is the one that costs a test less. */
export const preferredDatabase: DatabaseKind = postgres.answers ? 'postgres' : 'embedded';

/** Closed, and on PostgreSQL dropped, when the tests of the file are done, or sooner by `close`. */
export async function openTestDatabase(kind: DatabaseKind = preferredDatabase): Promise<Database> {
  const database = kind === 'embedded' ? await openEmbedded() : await openThrowAway();
  opened.push(database);
  return database;
}

/** Runs the same suite on both databases. Open in `beforeAll`, and `emptyTables` between tests: opening takes a second. */
export function describeEachDatabase(suite: (open: () => Promise<Database>, kind: DatabaseKind) => void): void {
  describe('on the embedded database', () => suite(() => openTestDatabase('embedded'), 'embedded'));
  describe('on PostgreSQL', () => {
    if (postgres.answers) suite(() => openTestDatabase('postgres'), 'postgres');
    else leaveOutPostgres();
  });
}

/** For what stands so far above the tables that one database shows it: the one that costs less. */
export function describeOnDatabase(suite: (open: () => Promise<Database>) => void): void {
  describe(preferredDatabase === 'postgres' ? 'on PostgreSQL' : 'on the embedded database', () =>
    suite(() => openTestDatabase()),
  );
}

/** Whether the tests that need PostgreSQL can run here. */
export function describeOnPostgres(title: string, suite: () => void): void {
  if (postgres.answers) describe(title, suite);
  else describe(title, leaveOutPostgres);
}

/** As if it had just been opened: our tables are empty, and no job waits. Deleting is six times as fast as truncating. */
export async function emptyTables({ executeSql }: Database): Promise<void> {
  await executeSql(`
    do $$ declare it record; begin
      for it in select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' loop
        execute format('delete from %I', it.tablename);
      end loop;
      for it in select sequencename from pg_sequences where schemaname = 'public' loop
        execute format('alter sequence %I restart', it.sequencename);
      end loop;
      delete from pgboss.job;
      delete from pgboss.archive;
    end $$`);
}

const opened: Database[] = [];

afterAll(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

async function openEmbedded(): Promise<Database> {
  return openDatabase({ inMemory: true, template: await findTemplate(), log: silentLog });
}

async function openThrowAway(): Promise<Database> {
  const { url, drop } = await createThrowAway();
  const database = await openDatabase({ url, log: silentLog });
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

function leaveOutPostgres(): void {
  leaveOut(`PostgreSQL suites left out: nothing answers at ${postgres.address}. Start one, or set TEST_DATABASE_URL.`);
}
