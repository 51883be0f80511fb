// What many tests begin with is written once, and copied from then on: an import of a county takes half a second.
import type { Database } from '../../src/database/open.ts';

const written = new WeakMap<Database, string[]>();

/** Writes into empty tables; the second time for the same key, a copy of what was written the first time. */
export async function writeOnce(database: Database, key: string, write: () => Promise<unknown>): Promise<void> {
  const keys = written.get(database) ?? [];
  written.set(database, keys);
  const place = keys.indexOf(key);
  if (place >= 0) return putBack(database, `written_${place}`);
  await write();
  await keep(database, `written_${keys.length}`);
  keys.push(key);
}

/** In a schema of its own, which nobody empties. */
async function keep({ executeSql }: Database, schema: string): Promise<void> {
  await executeSql(`
    do $$ declare it record; begin
      create schema ${schema};
      create table ${schema}._sequences as
        select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null;
      for it in select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' loop
        execute format('create table ${schema}.%I as table public.%I', it.tablename, it.tablename);
      end loop;
    end $$`);
}

async function putBack({ executeSql }: Database, schema: string): Promise<void> {
  await executeSql(`
    do $$ declare it record; begin
      for it in select tablename from pg_tables where schemaname = '${schema}' and tablename <> '_sequences' loop
        execute format('insert into public.%I select * from ${schema}.%I', it.tablename, it.tablename);
      end loop;
      perform setval(format('public.%I', sequencename)::regclass, last_value) from ${schema}._sequences;
    end $$`);
}
