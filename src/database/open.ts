// Opens the database, embedded or PostgreSQL, with all tables in place.
import { InvalidInput } from '../errors.ts';
import type { Log } from '../log.ts';
import { openEmbedded } from './embedded.ts';
import type { Execute } from './execute.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { openPostgres } from './postgres.ts';
import { runTransaction } from './transaction.ts';

/** What every store function takes: the database, or a transaction in it. */
export type Db = Prisma.TransactionClient;
/** A transaction. Only what `Database.transaction` hands out waits for its commit. */
export type Tx = Prisma.TransactionClient;

export interface Database {
  readonly kind: 'embedded' | 'postgres';
  readonly db: PrismaClient;
  /** Outside every transaction. Inside one it would wait for ever on the embedded database, which has one session. */
  readonly executeSql: Execute;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Of PostgreSQL. Without it the embedded database is opened. */
  readonly url?: string | undefined;
  /** Where the embedded database lives. */
  readonly dataDir?: string | undefined;
  /** How long to wait for a process that has the directory open and lives. */
  readonly patienceMs?: number | undefined;
  /** The embedded database, gone when it is closed: for simulations and tests. */
  readonly inMemory?: boolean | undefined;
  /** A data directory to begin an in-memory database with, as `dumpEmbedded` makes it: opens in a quarter of the time. */
  readonly template?: Blob | undefined;
  readonly log: Log;
}

/** @throws InvalidInput when the operator can mend it: no such server, a directory in use, tables of another version */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataDir, patienceMs, inMemory, template, log } = options;
  const startedAt = performance.now();
  const opened = await openOne();
  log.info('database.opened', { kind: opened.kind, ms: Math.round(performance.now() - startedAt) });
  return { ...opened, transaction: (work) => runTransaction(opened.db, work) };

  function openOne() {
    if (inMemory) return openEmbedded({ template, log });
    if (url) return openPostgres(url, log);
    if (dataDir) return openEmbedded({ dataDir, patienceMs, log });
    throw new InvalidInput('No database to open: give the url of a PostgreSQL, or a directory for the embedded one.');
  }
}
