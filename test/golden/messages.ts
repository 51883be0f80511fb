// Does a message still look everywhere as it does in its golden file?
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Message } from '../../src/message/message.ts';
import { toPlainText } from '../../src/message/plain-text.ts';
import { columns } from './columns.tsx';

/**
 * Compares with test/golden/messages/<name>.txt. `UPDATE_GOLDEN=1 npm test -- test/golden` rewrites it: read the diff before
 * you keep it. Whatever is rewritten, every column must show all that the plain text does, and what the platform takes.
 */
export function expectSideBySide(name: string, message: Message): void {
  const shown = columns.map((column) => `== ${column.name} ==\n\n${column.show(message)}\n`).join('\n');
  const text = nameIds(shown);
  const file = new URL(`./messages/${name}.txt`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
  const lacking = columns.flatMap((column) => findLacking(message, column.read(message)).map(toLine(column.name)));
  const faults = columns.flatMap((column) => column.findFaults(message).map(toLine(column.name)));
  expect([...lacking, ...faults]).toEqual([]);
}

const toLine = (column: string) => (words: string) => `${column}: ${words}`;

/** The pieces of the plain text, without its own signs: "- item", "label: value", "[button]". */
function findLacking(message: Message, read: string): readonly string[] {
  const pieces = toPlainText(message)
    .split('\n')
    .flatMap((line) => line.replace(/^- /, '').split(/: |\] \[|^\[|\]$/));
  return pieces.filter((piece) => !flatten(read).includes(flatten(piece)));
}

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Ids are new in every run; which of them are the same is not. */
function nameIds(text: string): string {
  const ids = [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [])];
  return ids.reduce((named, id, place) => named.replaceAll(id, `prompt-${place + 1}`), text);
}
