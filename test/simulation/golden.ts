// Does a text still say what its golden file says?
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/** Compares with test/golden/simulation/<name>. `UPDATE_GOLDEN=1 npm test` rewrites the file: read the diff before you keep it. */
export function expectGolden(name: string, text: string): void {
  const file = new URL(`../golden/simulation/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
