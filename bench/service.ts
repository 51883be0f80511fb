// The service as `npm start` starts it, in a process of its own: when does its first page come, and how much does it hold?
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Place } from './database.ts';

const PROGRAM = fileURLToPath(new URL('../dist/cli/samverk.js', import.meta.url));
const PATIENCE_MS = 120_000;
/** By then the examples are loaded, what was due is sent, and the rubbish is cleared away. */
const REST_MS = 30_000;

/** @returns seconds from the start of the process to the first page of the room */
export async function measureStart(place: Place): Promise<number> {
  const service = await start(place);
  await service.stop();
  return service.seconds;
}

/** @returns megabytes of resident memory, half a minute after the start */
export async function measureMemory(place: Place): Promise<number> {
  const service = await start(place);
  await wait(REST_MS);
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', `${service.pid}`], { encoding: 'utf8' });
  await service.stop();
  return Number(stdout) / 1024;
}

async function start({ options }: Place) {
  const port = await findPort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    env: { PATH: process.env.PATH, PORT: `${port}`, LOG_LEVEL: 'error', ...toEnvironment(options) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitForPage(child, `http://127.0.0.1:${port}/room`);
  return {
    pid: child.pid,
    seconds: (performance.now() - startedAt) / 1000,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function toEnvironment({ url, dataDir }: Place['options']): Record<string, string> {
  if (url) return { DATABASE_URL: url, SAMVERK_SECRET: 'x'.repeat(32) };
  return dataDir ? { DATA_DIR: dataDir } : {};
}

async function waitForPage(child: ChildProcess, address: string): Promise<void> {
  const givesUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < givesUpAt) {
    if (child.exitCode !== null) throw new Error('The service did not start. Run `npm run build` first.');
    // Where nobody may enter without a link, the page that says so is the first page.
    const status = await fetch(address).then(
      (response) => response.status,
      () => undefined,
    );
    if (status !== undefined && status < 500) return;
    await wait(20);
  }
  throw new Error(`No page at ${address} within two minutes.`);
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
