// Is the secret made once, kept to its user, and told of when it is damaged?
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findSecret } from '../../src/web/secret.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'samverk-secret-')), 'data');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

test('it is made once, also by many at the same time, and is its user’s alone', async () => {
  const found = await Promise.all(Array.from({ length: 8 }, () => findSecret({ dataDir })));
  const again = await findSecret({ dataDir });

  expect(new Set([...found, again]).size).toBe(1);
  expect(again).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
});

test('one that is configured goes first, and is written nowhere', async () => {
  expect(await findSecret({ dataDir, secret: 'configured' })).toBe('configured');
  await expect(readFile(join(dataDir, 'secret'))).rejects.toThrow('ENOENT');
});

test('a damaged one is not used', async () => {
  await findSecret({ dataDir });
  await chmod(join(dataDir, 'secret'), 0o600);
  await writeFile(join(dataDir, 'secret'), 'short');

  await expect(findSecret({ dataDir })).rejects.toThrow('does not hold what Samverk wrote there');
});
