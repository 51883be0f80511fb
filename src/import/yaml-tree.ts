// Where in a YAML text does the value at some path stand?

import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  visit,
  type YAMLError,
} from 'yaml';
import type { Fault, Path, Say } from './finding.ts';

/**
 * The offset of the value at this path; of its key when the value is empty; where the way breaks off, of the last thing
 * there was, so that what is missing is told at the entry that lacks it.
 */
export function findOffset(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const child = findChild(resolve(document, node), step);
    if (child === undefined) return startOf(resolve(document, node)) ?? offset;
    offset = (isPair(child) ? startOf(child.key) : startOf(child)) ?? offset;
    node = isPair(child) ? child.value : child;
  }
  return startOf(resolve(document, node)) ?? offset;
}

/** Keys that an object has twice; YAML readers keep one of them and say nothing. */
export function findDuplicateKeys(document: Document): readonly Fault[] {
  return listDuplicates(document.contents, []);
}

/** What keeps a text from being read, before there are any paths in it. */
export interface Broken {
  readonly offset: number;
  readonly say: Say;
}

/** What the library says of a line, without where it stands. */
export function explainSyntax({ message, pos: [offset] }: YAMLError): Broken {
  const reason = message.split('\n', 1)[0]?.replace(/ at line \d+.*$/, '') ?? message;
  return { offset, say: (words) => words.notYaml(reason) };
}

/**
 * Aliases that cannot be followed. One inside a marked value is refused as well: such values could hold themselves, or
 * multiply without end.
 */
export function findBadAliases(document: Document): readonly Broken[] {
  const bad: Broken[] = [];
  visit(document, {
    Alias(_key, alias, ancestors) {
      const offset = alias.range?.[0] ?? 0;
      const name = alias.source;
      if (ancestors.some((node) => isCollection(node) && node.anchor !== undefined))
        bad.push({ offset, say: (words) => words.aliasInside(name) });
      else if (alias.resolve(document) === undefined) bad.push({ offset, say: (words) => words.aliasUnknown(name) });
    },
  });
  return bad;
}

function listDuplicates(node: unknown, path: Path): readonly Fault[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => listDuplicates(item, [...path, index]));
  if (!isMap(node)) return [];
  const keys = node.items.map(nameOf);
  return node.items.flatMap((pair, index) => {
    const key = keys[index] ?? '';
    const twice: Fault = { path: [...path, key], say: (words) => words.keyTwice(key) };
    return [...(keys.indexOf(key) < index ? [twice] : []), ...listDuplicates(pair.value, [...path, key])];
  });
}

function findChild(node: unknown, step: string | number): unknown {
  if (isSeq(node)) return typeof step === 'number' ? node.items[step] : undefined;
  // The last of two equal keys is the one that counts.
  return isMap(node) ? node.items.findLast((pair) => nameOf(pair) === String(step)) : undefined;
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function resolve(document: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
