// Two processes on one data directory would silently lose data.
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { describeSelf, type Holder } from '../../src/database/holder.ts';
import { lockDirectory } from '../../src/database/lock.ts';
import { openDatabase } from '../../src/database/open.ts';
import { InvalidInput } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { type SecondProcess, startProcess } from '../fake/second-process.ts';
import { until } from '../fake/until.ts';

const DATABASE_HOLDER = new URL('./hold-database.ts', import.meta.url);
const HOLDER = new URL('./hold-directory.ts', import.meta.url);
const LONG_AGO = new Date(0);
/** Nobody who lives is waited for. */
const AT_ONCE = { patienceMs: 0 };
/** Whoever is judged by silence is given up at once. */
const IMPATIENT = { ...AT_ONCE, silenceMs: 0 };

let place: string;
let dataDir: string;
let other: SecondProcess | undefined;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'samverk-lock-'));
  dataDir = join(place, 'data');
});

afterEach(async () => {
  await other?.kill();
  other = undefined;
  await rm(place, { recursive: true, force: true });
});

describe('the embedded database in a directory', () => {
  test('is refused to a second process, kept when the first is killed, and opened by the next', async () => {
    other = startProcess(DATABASE_HOLDER, [dataDir]);
    expect(await other.nextLine()).toBe('open');

    const refused = await openDatabase({ dataDir, patienceMs: 0, log: silentLog }).catch((error: unknown) => error);
    await other.kill();
    const database = await openDatabase({ dataDir, log: silentLog });
    const ticks = await database.db.tick.findMany();
    await database.close();

    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused).toMatchObject({
      message: expect.stringContaining(`${dataDir}: process ${other.pid} on`),
      findings: [{ path: 'dataDir', message: expect.stringContaining('in use') }],
    });
    expect(ticks).toMatchObject([{ name: `process ${other.pid}` }]);
  }, 90_000);
});

describe('a lock', () => {
  const startHolder = async () => {
    const holder = startProcess(HOLDER, [dataDir]);
    other = holder;
    expect(await holder.nextLine()).toBe('held');
    return holder;
  };

  test('is for its owner only, and is free again once it is released', async () => {
    const release = await lockDirectory(dataDir);
    const { mode } = await stat(dataDir);
    await release();
    await release();

    const again = await lockDirectory(dataDir, AT_ONCE);
    await again();

    expect(mode & 0o777).toBe(0o700);
    expect(await listLocks()).toEqual(['postgres.lock.2']);
  });

  test('is not taken from a process that lives, however long it has been stopped', async () => {
    const holder = await startHolder();
    process.kill(holder.pid, 'SIGSTOP');
    await utimes(lockFile(1), LONG_AGO, LONG_AGO);

    const refused = await lockDirectory(dataDir, IMPATIENT).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(InvalidInput);
    expect(await listLocks()).toEqual(['postgres.lock.1']);
  });

  test('stays with a process that was stopped for long and goes on', async () => {
    const holder = await startHolder();
    process.kill(holder.pid, 'SIGSTOP');
    await utimes(lockFile(1), LONG_AGO, LONG_AGO);

    process.kill(holder.pid, 'SIGCONT');
    await until(async () => (await stat(lockFile(1))).mtime > LONG_AGO);

    await expect(lockDirectory(dataDir, IMPATIENT)).rejects.toThrow(`process ${holder.pid}`);
  });

  test('ends a process from which another has taken it', async () => {
    const holder = await startHolder();

    await write(2, describeSelf(new Date()));
    const { code, errors } = await holder.end();

    expect(code).not.toBe(0);
    expect(errors).toContain(`Another process has taken over ${dataDir}`);
  });

  test('is put back by its holder when somebody has deleted it', async () => {
    const holder = await startHolder();

    await rm(lockFile(1));
    await until(async () => (await listLocks()).length > 0);

    await expect(lockDirectory(dataDir, AT_ONCE)).rejects.toThrow(`process ${holder.pid}`);
  });

  test('is taken from a killed process at once', async () => {
    const holder = await startHolder();
    await holder.kill();

    const release = await lockDirectory(dataDir, { silenceMs: Number.POSITIVE_INFINITY });
    await release();

    expect(await listLocks()).toEqual(['postgres.lock.2']);
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux('is taken where the pid is another process’s by now', async () => {
    await write(1, { ...describeSelf(new Date()), born: '1' });

    const release = await lockDirectory(dataDir, { ...AT_ONCE, silenceMs: Number.POSITIVE_INFINITY });
    await release();

    expect(await listLocks()).toEqual(['postgres.lock.2']);
  });

  test('goes to one alone of many who find its holder dead', async () => {
    await write(7, { ...describeSelf(new Date()), pid: 2 ** 22 + 1 });

    const tried = await Promise.allSettled(Array.from({ length: 12 }, () => lockDirectory(dataDir, AT_ONCE)));
    const taken = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));

    expect(taken).toHaveLength(1);
    expect(await listLocks()).toEqual(['postgres.lock.8']);
    await taken[0]?.();
  });

  test.each([
    ['a process on another machine', JSON.stringify({ ...describeSelf(new Date()), ground: 'another' })],
    ['whoever was killed while writing it', '{"pid":'],
  ])('is taken from %s only after a silence', async (_who, content) => {
    await writeLock(1, content);

    const release = await lockDirectory(dataDir, { ...AT_ONCE, silenceMs: 1 });
    await release();

    expect(await listLocks()).toEqual(['postgres.lock.2']);
  });

  test('is not taken from a process on another machine that gives signs of life', async () => {
    await write(1, { ...describeSelf(new Date()), ground: 'another', host: 'machine-2' });
    const beating = setInterval(() => void utimes(lockFile(1), new Date(), new Date()), 20);

    const refused = await lockDirectory(dataDir, AT_ONCE).catch((error: unknown) => error);
    clearInterval(beating);

    expect(refused).toMatchObject({ message: expect.stringContaining(`process ${process.pid} on machine-2`) });
  });

  const lockFile = (number: number) => join(dataDir, `postgres.lock.${number}`);
  const listLocks = async () => (await readdir(dataDir)).filter((name) => name.startsWith('postgres.lock'));
  const write = (number: number, holder: Holder) => writeLock(number, JSON.stringify(holder));
  const writeLock = async (number: number, content: string) => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(lockFile(number), content);
  };
});
