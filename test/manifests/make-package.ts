// Runs `npm run manifests` as an operator does, in a folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const SCRIPT = fileURLToPath(new URL('../../scripts/manifests.mjs', import.meta.url));

export interface Settings {
  readonly env?: Readonly<Record<string, string>>;
  readonly dotEnv?: string;
  readonly args?: readonly string[];
}

export interface Made {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
  readonly zip: Uint8Array | undefined;
  /** What lies in the package for Teams, by its path there; nothing where none was made. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What was made for Slack, by the names of the files. */
  readonly slack: Readonly<Record<string, string>>;
}

export async function makePackage({ env = {}, dotEnv = '', args = [] }: Settings): Promise<Made> {
  const cwd = await mkdtemp(join(tmpdir(), 'samverk-manifests-'));
  try {
    await writeFile(join(cwd, '.env'), dotEnv);
    const child = spawn(process.execPath, [SCRIPT, '--out', cwd, ...args], { cwd, env });
    const output = collect(child.stdout);
    const errors = collect(child.stderr);
    const [code] = await once(child, 'close');
    const zip = await readFile(join(cwd, 'teams-samverk.zip')).catch(() => undefined);
    const files = zip ? unzipSync(zip) : {};
    return { code, output: output.join(''), errors: errors.join(''), zip, files, slack: await readSlack(cwd) };
  } finally {
    await rm(cwd, { recursive: true });
  }
}

async function readSlack(folder: string): Promise<Made['slack']> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('slack-'));
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]));
  return Object.fromEntries(texts);
}

function collect(stream: NodeJS.ReadableStream): string[] {
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return chunks;
}
