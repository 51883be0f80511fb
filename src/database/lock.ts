// One process per data directory: two would silently lose each other's rows.
import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { wallClock } from '../clock.ts';
import { findCode, InvalidInput } from '../errors.ts';
import { describeSelf, findWhereabouts, Holder } from './holder.ts';
import { once } from './once.ts';

/** Somebody on another machine who has not been heard of for so long is given up. */
const SILENCE_MS = 30_000;
const BEAT_MS = 2_000;
const RETRY_MS = 200;
/** A process that lives is given this long, as it may be about to stop. */
const PATIENCE_MS = 3_000;

export interface LockTimes {
  /** How long to wait for a process that lives. */
  readonly patienceMs?: number | undefined;
  readonly silenceMs?: number;
  readonly beatMs?: number;
}

/**
 * Whoever has made the lock file with the highest number holds the directory. A number is never used again, not even
 * when it is let go of: so that of two who see the same dead holder one alone takes over, and a holder that was given up
 * wrongly sees it.
 *
 * @returns how to release it
 * @throws InvalidInput when another process holds the directory
 */
export async function lockDirectory(dataDir: string, times: LockTimes = {}): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const number = await acquire(dataDir, times);
  const { beatMs = BEAT_MS } = times;
  const beating = setInterval(() => void beat(dataDir, number).catch(endProcess), beatMs).unref();
  const letGo = () => release(dataDir, number);
  process.once('exit', letGo);
  return once(async () => {
    clearInterval(beating);
    process.off('exit', letGo);
    letGo();
  });
}

function release(dataDir: string, number: number): void {
  try {
    writeFileSync(toFile(dataDir, number), RELEASED);
  } catch (error) {
    // With the directory gone, there is nothing to let go of.
    if (findCode(error) !== 'ENOENT') throw error;
  }
}

const RELEASED = JSON.stringify({ released: true });

async function acquire(
  dataDir: string,
  { patienceMs = PATIENCE_MS, silenceMs = SILENCE_MS }: LockTimes,
): Promise<number> {
  const startedAt = performance.now();
  let watched: Latest | undefined;
  let changedAt = startedAt;
  for (;;) {
    const latest = await readLatest(dataDir);
    const now = performance.now();
    const isNews = watched !== undefined && !isSame(watched, latest);
    if (isNews) changedAt = now;
    watched = latest;
    const isGivenUp = latest.standing === 'unsure' && now - changedAt > silenceMs;
    if (latest.standing === 'free' || isGivenUp) {
      if (await take(dataDir, latest.number + 1)) return latest.number + 1;
      continue;
    }
    const isAlive = latest.standing === 'held' || isNews;
    if (isAlive && now - startedAt > patienceMs) throw refuse(dataDir, latest.holder);
    await wait(RETRY_MS);
  }
}

interface Latest {
  readonly number: number;
  readonly standing: 'free' | 'held' | 'unsure';
  readonly holder?: Holder;
  /** Changes with each sign of life. */
  readonly sign?: number;
}

function isSame(one: Latest, other: Latest): boolean {
  return one.number === other.number && one.sign === other.sign;
}

async function readLatest(dataDir: string): Promise<Latest> {
  const number = await findHighest(dataDir);
  if (number === 0) return { number, standing: 'free' };
  const file = toFile(dataDir, number);
  try {
    const text = await readFile(file, 'utf8');
    if (text === RELEASED) return { number, standing: 'free' };
    const sign = (await stat(file)).mtimeMs;
    const holder = parseHolder(text);
    // Still being written, or its writer died at it.
    if (!holder) return { number, standing: 'unsure', sign };
    const standing = { alive: 'held', dead: 'free', elsewhere: 'unsure' } as const;
    return { number, standing: standing[findWhereabouts(holder)], holder, sign };
  } catch (error) {
    // Somebody with a higher number has tidied it away.
    if (findCode(error) === 'ENOENT') return { number, standing: 'unsure' };
    throw error;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** @returns whether it was the first to take that number, and nobody had a higher one */
async function take(dataDir: string, number: number): Promise<boolean> {
  if (!(await claim(dataDir, number))) return false;
  if ((await findHighest(dataDir)) > number) {
    await rm(toFile(dataDir, number), { force: true });
    return false;
  }
  const lower = (await listNumbers(dataDir)).filter((one) => one < number);
  await Promise.all(lower.map((one) => rm(toFile(dataDir, one), { force: true })));
  return true;
}

async function claim(dataDir: string, number: number): Promise<boolean> {
  try {
    const self = JSON.stringify(describeSelf(wallClock.now()));
    await writeFile(toFile(dataDir, number), self, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (findCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * A sign of life for other machines. However late it comes, the lock is still ours unless somebody has taken a higher
 * number; one that was deleted is put back.
 */
async function beat(dataDir: string, number: number): Promise<void> {
  try {
    if ((await findHighest(dataDir)) > number) {
      throw new Error(`Another process has taken over ${resolve(dataDir)}. Start again, and let one of them run.`);
    }
    const now = wallClock.now();
    await utimes(toFile(dataDir, number), now, now);
  } catch (error) {
    if (findCode(error) === undefined) throw error;
    // A drive that does not answer for a moment takes nobody's lock.
    if (findCode(error) === 'ENOENT') await claim(dataDir, number).catch(() => false);
  }
}

/** Thrown where nobody catches it, it ends the process: better no writer than two. */
function endProcess(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

async function findHighest(dataDir: string): Promise<number> {
  return Math.max(0, ...(await listNumbers(dataDir)));
}

async function listNumbers(dataDir: string): Promise<readonly number[]> {
  const names = await readdir(dataDir);
  return names.flatMap((name) => {
    const number = LOCK_NAME.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

const LOCK_NAME = /^postgres\.lock\.(\d+)$/;

function toFile(dataDir: string, number: number): string {
  return join(dataDir, `postgres.lock.${number}`);
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
