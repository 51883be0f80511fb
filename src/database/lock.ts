// One process per data directory: two would silently lose each other's rows.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { z } from 'zod';
import { wallClock } from '../clock.ts';
import { findCode, InvalidInput } from '../errors.ts';

const Holder = z.object({ pid: z.number(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof Holder>;

/** A killed process leaves its lock behind; it is stale after this long. */
const STALE_MS = 10_000;
const RETRY_MS = 500;
/** A process that lives is given this long, as it may be about to stop. */
const PATIENCE_MS = 3_000;

/**
 * @returns how to release it
 * @throws InvalidInput when another process holds the directory
 */
export async function lockDirectory(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const holderFile = join(dataDir, 'postgres.holder.json');
  const release = await acquire(dataDir, holderFile);
  const me: Holder = { pid: process.pid, host: hostname(), since: wallClock.now().toISOString() };
  await writeFile(holderFile, JSON.stringify(me), { mode: 0o600 });
  return async () => {
    await rm(holderFile, { force: true });
    await release();
  };
}

async function acquire(dataDir: string, holderFile: string): Promise<() => Promise<void>> {
  const startedAt = performance.now();
  for (;;) {
    try {
      return await lockfile.lock(dataDir, {
        lockfilePath: join(dataDir, 'postgres.lock'),
        stale: STALE_MS,
        update: 2_000,
        onCompromised: (cause) => endProcess(dataDir, cause),
      });
    } catch (error) {
      if (findCode(error) !== 'ELOCKED') throw error;
      const holder = await readHolder(holderFile);
      const patience = holder && isAlive(holder) ? PATIENCE_MS : STALE_MS + 2_000;
      if (performance.now() - startedAt > patience) throw refuse(dataDir, holder);
    }
    await wait(RETRY_MS);
  }
}

/** Thrown from a timer, it ends the process: better no writer than two. */
function endProcess(dataDir: string, cause: Error): never {
  throw new Error(`The lock on ${resolve(dataDir)} was lost, and another process may have taken it. Start again.`, {
    cause,
  });
}

function refuse(dataDir: string, holder: Holder | undefined): InvalidInput {
  const directory = resolve(dataDir);
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
  return new InvalidInput(
    `Could not open the embedded database in ${directory}: ${who}, has it open, and two would lose data. ` +
      'Stop that process first, choose another directory, or use PostgreSQL (DATABASE_URL) for several processes.',
    [{ path: 'dataDir', message: `in use by ${who}` }],
  );
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return Holder.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return findCode(error) === 'EPERM';
  }
}
