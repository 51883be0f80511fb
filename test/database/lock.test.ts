// Two processes on one data directory would silently lose data.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/database/open.ts';
import { InvalidInput } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { type SecondProcess, startProcess } from '../fake/second-process.ts';

const HOLDER = new URL('./hold-database.ts', import.meta.url);

describe('the embedded database in a directory', () => {
  let place: string;
  let dataDir: string;
  let other: SecondProcess | undefined;

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'samverk-lock-'));
    dataDir = join(place, 'data');
  });

  afterEach(async () => {
    await other?.kill();
    await rm(place, { recursive: true, force: true });
  });

  test('is refused to a second process, kept when the first is killed, and opened by the next', async () => {
    other = startProcess(HOLDER, [dataDir]);
    expect(await other.nextLine()).toBe('open');

    const refused = await openDatabase({ dataDir, log: silentLog }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused).toMatchObject({
      message: expect.stringContaining(`process ${other.pid} on`),
      findings: [{ path: 'dataDir', message: expect.stringContaining('in use') }],
    });
    expect(refused).toMatchObject({ message: expect.stringContaining(dataDir) });

    await other.kill();
    const database = await openDatabase({ dataDir, log: silentLog });
    const ticks = await database.db.tick.findMany();
    await database.close();

    expect(ticks).toMatchObject([{ name: `process ${other.pid}` }]);
  }, 90_000);

  test('is for its owner only, and is free again once it is closed', async () => {
    const database = await openDatabase({ dataDir, log: silentLog });
    const { mode } = await stat(dataDir);
    await database.close();
    await database.close();

    const again = await openDatabase({ dataDir, log: silentLog });
    await again.close();

    expect(mode & 0o777).toBe(0o700);
  }, 60_000);
});
