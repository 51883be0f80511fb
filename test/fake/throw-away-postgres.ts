// A database of its own for each test suite on a PostgreSQL, copied from one that has all tables, and dropped afterwards.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';
import { describeTables } from './embedded-template.ts';

const url = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test');
const TEMPLATE_LOCK = 7_207_302_117;
/** What a killed test run left behind is cleared away after this long. */
const STALE_SECONDS = 3_600;

export interface Found {
  readonly answers: boolean;
  /** Without name and password. */
  readonly address: string;
}

export async function findPostgres(): Promise<Found> {
  const address = `${url.host}${url.pathname}`;
  return ask(async () => {}).then(
    () => ({ answers: true, address }),
    () => ({ answers: false, address }),
  );
}

/** @param isEmpty without any tables, for the tests of migrating itself */
export async function createThrowAway({ isEmpty = false } = {}) {
  const name = `samverk_test_${Math.floor(Date.now() / 1000)}_${randomBytes(4).toString('hex')}`;
  const template = isEmpty ? 'template0' : await findTemplate();
  await ask(async (client) => {
    await client.query(`create database ${name} template ${template}`);
    // Tests kill who writes, never PostgreSQL itself: nobody needs to wait for its disk, ten times as long as for all else.
    await client.query(`alter database ${name} set synchronous_commit = off`);
  });
  return { url: at(name), drop: () => drop(name) };
}

async function findTemplate(): Promise<string> {
  const name = `samverk_template_${await describeTables()}`;
  await ask(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (await exists(client, name)) return;
    await dropLeftovers(client);
    await client.query(`drop database if exists ${name}_part with (force)`);
    await client.query(`create database ${name}_part`);
    const database = await openDatabase({ url: at(`${name}_part`), log: silentLog });
    await database.close();
    await client.query(`alter database ${name}_part rename to ${name}`);
  });
  return name;
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^samverk_test_[0-9]+_'
     and split_part(datname, '_', 3)::bigint < extract(epoch from now()) - $1`,
    [STALE_SECONDS],
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
}

async function drop(name: string): Promise<void> {
  await ask((client) => client.query(`drop database if exists ${name} with (force)`));
}

async function ask(question: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    await question(client);
  } finally {
    await client.end();
  }
}

function at(name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
