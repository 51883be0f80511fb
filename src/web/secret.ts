// What links and sessions are signed with: configured, or in local mode made once and kept.
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { findCode, InvalidInput } from '../errors.ts';

const BYTES = 32;

/** @throws InvalidInput where the kept one has been damaged */
export async function findSecret({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): Promise<string> {
  return secret ?? (await readKept(dataDir)) ?? (await makeOne(dataDir));
}

async function readKept(dataDir: string): Promise<string | undefined> {
  try {
    const kept = (await readFile(fileIn(dataDir), 'utf8')).trim();
    if (kept.length === 2 * BYTES) return kept;
  } catch (error) {
    if (findCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  throw new InvalidInput(
    `${resolve(fileIn(dataDir))} does not hold what Samverk wrote there. Remove it: a new one is made, and links given out before end.`,
  );
}

/** Two that begin at once take the same: whoever comes second finds it there, and whole. */
async function makeOne(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const secret = randomBytes(BYTES).toString('hex');
  const draft = `${fileIn(dataDir)}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${secret}\n`, { mode: 0o600 });
  try {
    await link(draft, fileIn(dataDir));
    return secret;
  } catch (error) {
    if (findCode(error) !== 'EEXIST') throw error;
    return (await readKept(dataDir)) ?? secret;
  } finally {
    await rm(draft, { force: true });
  }
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'secret');
}
