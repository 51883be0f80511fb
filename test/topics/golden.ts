// Does a message still read as it does in its golden file?
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Message } from '../../src/message/message.ts';
import { toPlainText } from '../../src/message/plain-text.ts';

/** Compares with test/topics/golden/<name>.txt. `UPDATE_GOLDEN=1 npm test` rewrites it: read the diff before you keep it. */
export function expectGolden(name: string, messages: readonly Message[]): void {
  const text = messages.map((message) => `${toPlainText(message)}\n`).join('\n---\n\n');
  const folder = new URL('./golden/', import.meta.url);
  const file = new URL(`${name}.txt`, folder);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}
