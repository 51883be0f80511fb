// Is the running service reached by its own user, and by nobody else?
import { chmod, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { askDoor } from '../../src/cli/door/door-client.ts';
import { findDoorPath } from '../../src/cli/door/door-path.ts';
import { type Door, openDoor } from '../../src/cli/door/door-server.ts';
import { perform } from '../../src/cli/perform.ts';
import { type Desk, defineTask } from '../../src/cli/tasks/task.ts';
import { wallClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { InvalidInput } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics } from '../../src/main.ts';
import { noDatabase } from '../fake/no-database.ts';
import { startProcess } from '../fake/second-process.ts';
import { until } from '../fake/until.ts';

const desk: Desk = {
  ...{ database: noDatabase, clock: wallClock, topics: createTopics(), publicUrl: 'http://127.0.0.1', isService: true },
  findSecret: async () => '',
};

const double = defineTask({
  name: 'double',
  needsDatabase: false,
  request: z.object({ number: z.number() }),
  reply: z.object({ number: z.number() }),
  async run(_desk, { number }) {
    if (number < 0) throw new InvalidInput('That is too small:', [{ path: 'number', message: 'Add some.' }]);
    if (number > 9) throw new Error('a bug');
    return { number: 2 * number };
  },
});

describe('a door', () => {
  let dataDir: string;
  let door: Door | undefined;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'samverk-door-'));
  });
  afterEach(async () => {
    await door?.close();
    door = undefined;
    await rm(dataDir, { recursive: true, force: true });
  });

  const open = async (dir = dataDir) => {
    door = await openDoor({ dataDir: dir, tasks: [double], desk, log: silentLog });
  };

  test('takes a question and gives the answer', async () => {
    await open();

    expect(await askDoor(dataDir, double, { number: 4 })).toEqual({ reply: { number: 8 } });
  });

  test('is for its owner alone', async () => {
    await open();

    const { mode } = await stat(await findDoorPath(dataDir));

    expect(mode & 0o777).toBe(0o600);
  });

  test('gives a refusal with all its findings, and of a bug only that there is one', async () => {
    await open();

    const refused = await askDoor(dataDir, double, { number: -1 }).catch((error) => error);
    const failed = await askDoor(dataDir, double, { number: 10 }).catch((error) => error);

    expect(refused).toMatchObject({ name: 'InvalidInput', findings: [{ path: 'number', message: 'Add some.' }] });
    expect(failed.message).toBe('The running service could not do it. Its log says why.');
  });

  test('is not there where no service runs: no directory, no socket, or a dead one’s', async () => {
    const path = await findDoorPath(dataDir);
    const nowhere = await askDoor(join(dataDir, 'nowhere'), double, { number: 1 });
    const closed = await askDoor(dataDir, double, { number: 1 });
    await leaveDeadSocket(path);
    const dead = await askDoor(dataDir, double, { number: 1 });

    expect([nowhere, closed, dead]).toEqual([undefined, undefined, undefined]);
  });

  test('opens again where a killed service has left its socket', async () => {
    await leaveDeadSocket(await findDoorPath(dataDir));

    await open();

    expect(await askDoor(dataDir, double, { number: 1 })).toEqual({ reply: { number: 2 } });
  });

  test('opens beside a data directory whose path is too long for a socket', async () => {
    const long = join(await mkdtemp(join(dataDir, 'å'.repeat(60))));

    await open(long);

    expect(await findDoorPath(long)).not.toContain(long);
    expect(await askDoor(long, double, { number: 1 })).toEqual({ reply: { number: 2 } });
  });

  test('does not open in a common folder that others can reach', async () => {
    const long = join(await mkdtemp(join(dataDir, 'x'.repeat(100))));
    const folder = join(await findDoorPath(long), '..');
    await chmod(folder, 0o755);

    const refused = await open(long).catch((error) => error);
    await chmod(folder, 0o700);

    expect(refused.message).toContain("is not this user's alone");
  });
});

describe('a verb', () => {
  test('waits for a service that has the directory open and is about to listen, and says so', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'samverk-door-'));
    const service = startProcess(new URL('../database/hold-directory.ts', import.meta.url), [dataDir]);
    await service.nextLine();
    const said = jest.spyOn(console, 'error').mockImplementation(() => {});

    const config = readConfig({ DATA_DIR: dataDir });
    const asking = perform({ config, log: silentLog }, double, { number: 4 });
    await until(() => said.mock.calls.length > 0);
    const door = await openDoor({ dataDir, tasks: [double], desk, log: silentLog });
    const reply = await asking;
    await door.close();
    await service.kill();
    await rm(dataDir, { recursive: true, force: true });

    expect(reply).toEqual({ number: 8 });
    expect(said.mock.calls).toEqual([[expect.stringContaining(`Another Samverk has ${dataDir} open`)]]);
    said.mockRestore();
  });
});

/** As a killed process does: the file is there, and nobody listens. */
async function leaveDeadSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(`${path}.living`, resolve);
  });
  await rename(`${path}.living`, path);
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
