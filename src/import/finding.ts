// What is wrong in a file, and where does it stand?

import type { Finding } from '../errors.ts';
import type { Language } from '../text/language.ts';
import { type Texts, textsIn } from '../text/texts.ts';

/** The way from the top of a file to one of its values: `['calls', 0, 'closesOn']`. */
export type Path = readonly (string | number)[];

/** Something wrong, before anybody has looked up where it stands. */
export interface Fault {
  readonly path: Path;
  readonly say: Say;
}

/** What is wrong, in the words of whoever is to mend it. */
export type Say = (words: Texts['findings']) => string;

export function sayIn(language: Language, say: Say): string {
  return say(textsIn(language).findings);
}

/** A fault with its place in the file; lines and columns count from 1. The path is empty for the file as a whole. */
export interface FileFinding extends Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `kalmar.yaml:210:15 calls[0].closesOn: …`, which editors and terminals make a link of. */
export function printFinding({ file, line, column, path, message }: FileFinding): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;
}

/** `calls[0].closesOn` */
export function printPath(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** The value at the end of the path, or undefined where the way breaks off. */
export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), tree);
}

/** True for objects and arrays alike: both are looked into by key. */
export function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
