// What is special about a database on a server.
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../../src/database/open.ts';
import { InvalidInput } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { createKeptLog } from '../fake/kept-log.ts';
import { describeOnPostgres } from '../fake/test-database.ts';
import { createThrowAway } from '../fake/throw-away-postgres.ts';
import { until } from '../fake/until.ts';

test('a server that does not answer is named, without the password', async () => {
  const url = 'postgres://samverk:hemligt@127.0.0.1:1/samverk';

  const refused = await openDatabase({ url, log: silentLog }).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(InvalidInput);
  expect(refused).toMatchObject({ message: expect.stringContaining('127.0.0.1:1/samverk (ECONNREFUSED)') });
  expect(String(refused)).not.toContain('hemligt');
});

test('an address that is none is refused without being repeated', async () => {
  const refused = await openDatabase({ url: 'hemligt', log: silentLog }).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(InvalidInput);
  expect(String(refused)).not.toContain('hemligt');
});

describeOnPostgres('a server', () => {
  test('may keep another time than UTC, and instants stay what they are', async () => {
    const { url, drop } = await createThrowAway();
    await ask(
      url,
      `do $$ begin execute format('alter database %I set timezone to %L', current_database(), 'Europe/Stockholm'); end $$`,
    );
    const database = await openDatabase({ url, log: silentLog });
    const at = new Date('2026-03-29T01:30:00.123Z');

    await database.db.tick.create({ data: { name: 'ö', at } });
    const kept = await database.db.tick.findMany({ where: { at } });
    const raw = await database.db.$queryRaw`select at from tick where at = ${at}`;

    await database.close();
    await drop();
    expect(kept).toEqual([{ name: 'ö', at }]);
    expect(raw).toEqual([{ at }]);
  });

  test('may be restarted: the next question is answered', async () => {
    const { url, drop } = await createThrowAway();
    const log = createKeptLog();
    const database = await openDatabase({ url, log });
    await database.db.tick.count();

    await ask(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await until(() => log.events().includes('database.connection-lost'));
    const count = await database.db.tick.count();

    await database.close();
    await drop();
    expect(count).toBe(0);
  });
});

async function ask(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
