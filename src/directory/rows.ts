// How a stored row is read as one of our nouns, and how only what changed is written.
import { isDeepStrictEqual } from 'node:util';

/** A row without its empty columns: what a noun does not know, it leaves out. */
export function dropNulls(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** How one kind of noun is read and written, a batch at a time. */
export interface Table<Noun extends { readonly id: string }> {
  read(ids: Noun['id'][]): Promise<readonly Noun[]>;
  create(nouns: readonly Noun[]): Promise<unknown>;
  update(noun: Noun): Promise<unknown>;
}

/** Keeps a statement's parameters well under what PostgreSQL takes (65,535). */
const BATCH = 500;

/**
 * Writes the nouns that are new or differ from what is stored. A second run with the same nouns writes nothing.
 * @returns the ids of those that were new or changed, in the order given
 */
export async function saveChanged<Noun extends { readonly id: string }>(
  wanted: readonly Noun[],
  table: Table<Noun>,
): Promise<readonly Noun['id'][]> {
  const saved: Noun['id'][] = [];
  for (let start = 0; start < wanted.length; start += BATCH) {
    saved.push(...(await saveBatch(wanted.slice(start, start + BATCH), table)));
  }
  return saved;
}

async function saveBatch<Noun extends { readonly id: string }>(
  wanted: readonly Noun[],
  table: Table<Noun>,
): Promise<readonly Noun['id'][]> {
  const stored = new Map((await table.read(wanted.map(({ id }) => id))).map((noun) => [noun.id, noun]));
  const fresh = wanted.filter(({ id }) => !stored.has(id));
  const changed = wanted.filter((noun) => stored.has(noun.id) && !isDeepStrictEqual(stored.get(noun.id), noun));
  if (fresh.length > 0) await table.create(fresh);
  for (const noun of changed) await table.update(noun);
  const written = new Set([...fresh, ...changed].map(({ id }) => id));
  return wanted.map(({ id }) => id).filter((id) => written.has(id));
}
