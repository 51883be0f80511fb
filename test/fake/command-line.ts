// samverk as a real child process, built as it ships, in a directory and an environment of its own.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from '@jest/globals';
import { findTemplate } from './embedded-template.ts';
import { BRIEFLY } from './second-process.ts';
import { until } from './until.ts';

const SAMVERK = fileURLToPath(new URL('../../dist/cli/samverk.js', import.meta.url));
const BUILD = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));

export interface Said {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Waits until it has written this on either stream, and gives the match. */
  says(words: RegExp): Promise<RegExpMatchArray>;
  end(): Promise<Said>;
}

export interface Workplace {
  /** The working directory; nothing lies in it. */
  readonly folder: string;
  readonly dataDir: string;
  start(...args: readonly string[]): Running;
  run(...args: readonly string[]): Promise<Said>;
}

let built: Promise<unknown> | undefined;

const opened: { readonly folder: string; readonly children: ChildProcess[] }[] = [];

afterAll(async () => {
  for (const { folder, children } of opened.splice(0)) {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Puts an empty database there, with all tables: making one takes the command line some seconds. */
export async function layDatabase({ dataDir }: Workplace): Promise<void> {
  const folder = join(dataDir, 'postgres');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
  const unpacked = once(tar, 'exit');
  tar.stdin.end(Buffer.from(await (await findTemplate()).arrayBuffer()));
  await unpacked;
}

/** Removed, with every process that still runs in it, when the tests of the file are done. */
export async function openWorkplace(settings: Readonly<Record<string, string>> = {}): Promise<Workplace> {
  // Only what has changed since is built again.
  built ??= promisify(execFile)(process.execPath, [BUILD]);
  await built;
  const folder = await mkdtemp(join(tmpdir(), 'samverk-'));
  const dataDir = join(folder, 'data');
  const children: ChildProcess[] = [];
  opened.push({ folder, children });
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATA_DIR: dataDir, PORT: '0', ...settings };
  const start = (...args: readonly string[]) => {
    const child = spawn(process.execPath, [BRIEFLY, SAMVERK, ...args], { cwd: folder, env });
    children.push(child);
    return listen(child);
  };
  return { folder, dataDir, start, run: (...args) => start(...args).end() };
}

function listen(child: ChildProcess): Running {
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString();
  });
  const closed = once(child, 'close');
  return {
    child,
    async says(words) {
      const find = () => said.output.match(words) ?? said.errors.match(words);
      await until(() => find() !== null || child.exitCode !== null, 60_000);
      const found = find();
      if (!found) throw new Error(`It ended without saying ${words}:\n${said.output}${said.errors}`);
      return found;
    },
    async end() {
      await closed;
      return { code: child.exitCode, ...said };
    },
  };
}
