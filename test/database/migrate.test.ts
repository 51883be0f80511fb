// An older database is brought up to date, once, and a stranger's is left alone.
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { MIGRATIONS_FOLDER } from '../../src/database/migration.ts';
import type { Database } from '../../src/database/open.ts';
import { InvalidInput } from '../../src/errors.ts';
import { startProcess } from '../fake/second-process.ts';
import { describeEachDatabase, describeOnPostgres } from '../fake/test-database.ts';
import { createThrowAway } from '../fake/throw-away-postgres.ts';

describeEachDatabase((open) => {
  let folder: string;
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samverk-migrations-'));
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  });

  /** As if it had just been opened: opening one for each test takes a second. */
  afterEach(async () => {
    await database.executeSql('drop table if exists newcomer');
    await database.executeSql(`delete from _prisma_migrations where migration_name like '%_newcomer'`);
    await rm(folder, { recursive: true });
  });

  const addMigration = async (name: string, sql: string) => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'migration.sql'), sql);
  };
  const listTables = async () => {
    const { rows } = await database.executeSql(`select tablename from pg_tables where tablename like 'newcomer%'`);
    return rows;
  };

  test('a database that is up to date stays as it is', async () => {
    expect(await migrate(database.executeSql, folder)).toEqual([]);
  });

  test('a new migration is applied once', async () => {
    await addMigration('99990101000000_newcomer', 'create table newcomer (id int); insert into newcomer values (1);');

    const first = await migrate(database.executeSql, folder);
    const second = await migrate(database.executeSql, folder);

    expect(first).toEqual(['99990101000000_newcomer']);
    expect(second).toEqual([]);
    expect(await listTables()).toEqual([{ tablename: 'newcomer' }]);
  });

  test('a migration that fails leaves nothing behind, and is tried again', async () => {
    await addMigration('99990101000000_newcomer', 'create table newcomer (id int); select 1 / 0;');
    await expect(migrate(database.executeSql, folder)).rejects.toThrow();
    expect(await listTables()).toEqual([]);

    await addMigration('99990101000000_newcomer', 'create table newcomer (id int);');

    expect(await migrate(database.executeSql, folder)).toEqual(['99990101000000_newcomer']);
  });

  test('an applied migration whose file was changed is refused by name', async () => {
    await addMigration('99990101000000_newcomer', 'create table newcomer (id int);');
    await migrate(database.executeSql, folder);
    await addMigration('99990101000000_newcomer', 'create table newcomer (id bigint);');

    const refused = await migrate(database.executeSql, folder).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused).toMatchObject({ findings: [{ path: '99990101000000_newcomer' }] });
  });

  test('line ends of another system are no change', async () => {
    await addMigration('99990101000000_newcomer', 'create table newcomer\n(id int);\n');
    await migrate(database.executeSql, folder);
    await addMigration('99990101000000_newcomer', 'create table newcomer\r\n(id int);\r\n');

    expect(await migrate(database.executeSql, folder)).toEqual([]);
  });

  test('a database of a later version is refused', async () => {
    await addMigration('99990101000000_newcomer', 'create table newcomer (id int);');
    await migrate(database.executeSql, folder);

    const refused = await migrate(database.executeSql).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused).toMatchObject({ message: expect.stringContaining('99990101000000_newcomer') });
  });
});

describeOnPostgres('two first starts at the same moment', () => {
  test('both succeed, and each migration is applied once', async () => {
    const { url, drop } = await createThrowAway({ isEmpty: true });
    const holder = new URL('./hold-database.ts', import.meta.url);

    const ends = await Promise.all([1, 2, 3].map(() => startProcess(holder, [url, 'close']).end()));

    expect(ends).toEqual(Array(3).fill({ code: 0, errors: '' }));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select migration_name from _prisma_migrations order by 1');
    const migrations = (await readdir(MIGRATIONS_FOLDER)).filter((name) => !name.includes('.'));
    await client.end();
    await drop();
    expect(rows.map(({ migration_name: name }) => name)).toEqual(migrations.sort());
  }, 60_000);
});

describe('the migrations folder', () => {
  test('is found from the sources', async () => {
    expect(await readdir(MIGRATIONS_FOLDER)).toContain('migration_lock.toml');
  });
});
