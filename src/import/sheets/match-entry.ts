// Which entry is a row about: one that the county has, or a new one, and by which id?

import { foldWords } from './find-referred.ts';
import { type Entry, type KnownCounty, textOf } from './known-county.ts';
import type { SheetKind } from './sheet-kinds.ts';

/** What tells two entries of a kind apart where nobody writes ids; undefined where a row does not say it. */
export function keyOf(kind: SheetKind, entry: Entry): string | undefined {
  const parts = KEYS[kind](entry).map(foldWords);
  return parts[0] === '' ? undefined : parts.join(' | ');
}

/** A call comes back every year under the same title; a meeting is one of its group on a day. */
const KEYS: Readonly<Record<SheetKind, (entry: Entry) => readonly string[]>> = {
  organisations: (entry) => [textOf(entry, 'name')],
  people: (entry) => [textOf(entry, 'email')],
  contacts: (entry) => [textOf(entry, 'email'), textOf(entry, 'title')],
  memberships: (entry) => ['group', 'person', 'role', 'from'].map((field) => textOf(entry, field)),
  calls: (entry) => [textOf(entry, 'title'), textOf(entry, 'round'), textOf(entry, 'closesOn').slice(0, 4)],
  meetings: (entry) => [textOf(entry, 'group'), textOf(entry, 'date')],
  activities: (entry) => [textOf(entry, 'title'), textOf(entry, 'plan')],
  figures: (entry) => ['municipality', 'year', 'measure', 'name'].map((field) => textOf(entry, field)),
};

/** The fields that make the key: what of a row is read before it is known whom it is about. */
export const KEY_FIELDS: Readonly<Record<SheetKind, readonly string[]>> = {
  organisations: ['name'],
  people: ['email'],
  contacts: ['email', 'title'],
  memberships: ['group', 'person', 'role', 'from'],
  calls: ['title', 'round', 'closesOn'],
  meetings: ['group', 'date'],
  activities: ['title', 'plan'],
  figures: ['municipality', 'year', 'measure', 'name'],
};

/**
 * An id for a new entry, the same whenever the same sheet is read. A person's is made of what they do, not of their name:
 * ids stand in logs.
 */
export function makeId(kind: SheetKind, entry: Entry, taken: ReadonlySet<string>): string {
  const words = ID_WORDS[kind].flatMap((field) => textOf(entry, field).slice(0, field === 'closesOn' ? 4 : undefined));
  const id = words.map(toSlug).filter(Boolean).join('-') || kind;
  let [free, count] = [id, 1];
  while (taken.has(free)) {
    count += 1;
    free = `${id}-${count}`;
  }
  return free;
}

const ID_WORDS: Readonly<Record<SheetKind, readonly string[]>> = {
  organisations: ['name'],
  people: ['organisation', 'title'],
  contacts: ['organisation', 'title'],
  memberships: [],
  calls: ['title', 'closesOn'],
  meetings: ['group', 'date'],
  activities: ['title'],
  figures: [],
};

/** Groups and people lie side by side in the web room: neither has an id of the other. */
export function listTaken(kind: SheetKind, { sections }: KnownCounty): Set<string> {
  const entries = kind === 'people' ? [...sections.people, ...sections.groups] : sections[kind];
  return new Set(entries.map((entry) => textOf(entry, 'id')));
}

const LONGEST = 60;

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
}

/** The entries of a kind that the county has, as rows look for them. */
export interface StoredEntries {
  readonly byId: ReadonlyMap<string, Entry>;
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
}

export function indexEntries(kind: SheetKind, entries: readonly Entry[]): StoredEntries {
  const byKey = new Map<string, readonly Entry[]>();
  for (const entry of entries) {
    const key = keyOf(kind, entry);
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return { byId: new Map(entries.map((entry) => [textOf(entry, 'id'), entry])), byKey };
}
