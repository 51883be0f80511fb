// The database on a server, which several processes share.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { findCode, InvalidInput } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Execute } from './execute.ts';
import { PrismaClient } from './generated/client.ts';
import { once } from './once.ts';
import { prepareTables } from './prepare-tables.ts';

/** Per process, for Prisma and the job queue together. Five replicas fit a server's default of 100. */
const POOL_SIZE = 12;
/** Any number will do, as long as all versions of Samverk take the same. */
const MIGRATION_LOCK = 7_207_302_116;

export async function openPostgres(url: string, log: Log) {
  const connectionString = inUtc(url);
  await underMigrationLock(connectionString, (execute) => prepareTables(execute, log));
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 60_000,
    application_name: 'samverk',
  });
  // An idle connection that breaks is replaced; unheard, the event would end the process.
  pool.on('error', (error) => log.warn('database.connection-lost', error));
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    kind: 'postgres' as const,
    db,
    executeSql: async (text: string, values?: unknown[]) => pool.query(text, values),
    close: once(async () => {
      await db.$disconnect();
      await pool.end();
    }),
  };
}

/** On a connection of its own: the lock belongs to the session, so a process that dies lets go of it. */
async function underMigrationLock(connectionString: string, work: (execute: Execute) => Promise<void>): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: 'samverk-migrate',
  });
  try {
    await client.connect();
  } catch (error) {
    throw refuse(connectionString, error);
  }
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work((text, values) => client.query(text, values));
  } finally {
    await client.end();
  }
}

/** The Prisma adapter drops the offset of a time: it is right in UTC alone. */
function inUtc(url: string): string {
  if (!URL.canParse(url)) {
    throw new InvalidInput(
      'DATABASE_URL is not an address. It looks like postgres://user:password@host:5432/database.',
    );
  }
  const address = new URL(url);
  address.searchParams.set('options', `${address.searchParams.get('options') ?? ''} -c TimeZone=UTC`.trim());
  return address.href;
}

function refuse(connectionString: string, cause: unknown): InvalidInput {
  const { hostname, port, pathname } = new URL(connectionString);
  const where = `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
  const code = findCode(cause) ? ` (${findCode(cause)})` : '';
  return new InvalidInput(
    `Could not connect to PostgreSQL at ${where}${code}. Is it running, and are the name, password and database in DATABASE_URL right?`,
    [{ path: 'DATABASE_URL', message: `no connection to ${where}${code}` }],
    { cause },
  );
}
