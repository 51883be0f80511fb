// The database inside our own process: PostgreSQL as WASM, in a directory or in memory.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import type { Log } from '../log.ts';
import { adaptEngine, readAdapterParsers } from './adapt-engine.ts';
import type { Execute } from './execute.ts';
import { PrismaClient } from './generated/client.ts';
import { lockDirectory } from './lock.ts';
import { once } from './once.ts';
import { prepareTables } from './prepare-tables.ts';

export interface EmbeddedOptions {
  readonly dataDir?: string;
  readonly patienceMs?: number | undefined;
  readonly template?: Blob | undefined;
  readonly log: Log;
}

/** It survives a crash of the process, but never calls fsync: after a power cut the last moments may be gone. */
export async function openEmbedded({ dataDir, patienceMs, template, log }: EmbeddedOptions) {
  const release = dataDir === undefined ? async () => {} : await lockDirectory(dataDir, { patienceMs });
  try {
    const engine = await startEngine(dataDir, template);
    const executeSql = toExecute(engine);
    await prepareTables(executeSql, log);
    const db = new PrismaClient({ adapter: adaptEngine(engine) });
    return {
      kind: 'embedded' as const,
      db,
      executeSql,
      close: once(async () => {
        await db.$disconnect();
        await engine.close();
        await release();
      }),
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** An empty database with all tables, to open others from. */
export async function dumpEmbedded(log: Log): Promise<Blob> {
  const engine = await startEngine(undefined, undefined);
  await prepareTables(toExecute(engine), log);
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  return dump;
}

async function startEngine(dataDir: string | undefined, template: Blob | undefined): Promise<PGlite> {
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const engine = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir: join(dataDir, 'postgres') }),
    ...(template === undefined ? {} : { loadDataDir: template }),
    parsers: await readAdapterParsers(),
  });
  // The Prisma adapter drops the offset of a time: it is right in UTC alone.
  await engine.exec("set time zone 'UTC'");
  return engine;
}

function toExecute(engine: PGlite): Execute {
  return async (text, values) => {
    if (values?.length) return engine.query(text, values, { parsers: types.parsers });
    try {
      return (await engine.exec(text, { parsers: types.parsers })).at(-1) ?? { rows: [] };
    } catch (error) {
      // A script may have begun a transaction; the one session must not stay in it.
      await engine.exec('rollback');
      throw error;
    }
  };
}
