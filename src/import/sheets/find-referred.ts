// Whom or what does a name in a cell mean? People write names and addresses; entries refer by id.

import { findMunicipalityByNameOrCode } from '../../directory/municipality.ts';
import { findNearest } from '../../text/nearest.ts';
import type { Say } from '../finding.ts';
import { type Entry, type KnownCounty, type Section, textOf } from './known-county.ts';
import type { Referred } from './sheet-kinds.ts';

/** Everything of the county that may be referred to, by its names. */
export type NameBook = Readonly<Record<Referred, Names>>;

interface Names {
  /** The ids that go by a name, folded. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** The name to show for an id: the first that is nobody else's. */
  readonly shown: ReadonlyMap<string, string>;
}

const SECTIONS = {
  organisation: 'organisations',
  person: 'people',
  group: 'groups',
  contact: 'contacts',
  matter: 'matters',
  instrument: 'instruments',
  plan: 'plans',
  goal: 'goals',
} as const satisfies Record<Referred, Section>;

export function createNameBook({ sections }: Pick<KnownCounty, 'sections'>): NameBook {
  const list = (to: Referred) => listNames(to, sections[SECTIONS[to]]);
  return {
    organisation: list('organisation'),
    person: list('person'),
    group: list('group'),
    contact: list('contact'),
    matter: list('matter'),
    instrument: list('instrument'),
    plan: list('plan'),
    goal: list('goal'),
  };
}

/** With the entries of a section anew, after rows have added to it. */
export function updateNames(book: NameBook, section: Section, entries: readonly Entry[]): NameBook {
  const [to] = Object.keys(SECTIONS)
    .filter((key) => key in book)
    .filter(isReferred)
    .filter((key) => SECTIONS[key] === section);
  return to === undefined ? book : { ...book, [to]: listNames(to, entries) };
}

/** An id, or in words why there is none. */
export type Found = { readonly id: string } | { readonly say: Say };

export function findReferred(book: NameBook, to: Referred, text: string): Found {
  const { ids, shown } = book[to];
  const found = ids.get(foldWords(text)) ?? [];
  const [id] = found;
  if (id !== undefined && found.length === 1) return { id };
  if (found.length > 1) return { say: ({ sheet }) => sheet.severalGoBy(to, text, found) };
  const nearest = findNearest(text, [...new Set([...shown.values(), ...shown.keys()])]);
  return { say: ({ sheet }) => sheet.noneGoesBy(to, text, nearest) };
}

/** How an id is written in a cell. */
export function showReferred(book: NameBook, to: Referred, id: string): string {
  return book[to].shown.get(id) ?? id;
}

export function foldWords(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function listNames(to: Referred, entries: readonly Entry[]): Names {
  const ids = new Map<string, readonly string[]>();
  const add = (name: string, id: string) => {
    const key = foldWords(name);
    const known = ids.get(key) ?? [];
    if (key !== '' && !known.includes(id)) ids.set(key, [...known, id]);
  };
  const own = new Set(entries.map((entry) => foldWords(textOf(entry, 'id'))));
  const named = entries.map((entry) => ({ id: textOf(entry, 'id'), names: NAMES[to](entry) }));
  for (const { id } of named) add(id, id);
  // An id means what has it, whatever else goes by that name.
  for (const { id, names } of named) for (const name of names) if (!own.has(foldWords(name))) add(name, id);
  const shown = new Map(
    named.map(({ id, names }) => [id, names.find((name) => ids.get(foldWords(name))?.join() === id) ?? id]),
  );
  return { ids, shown };
}

const NAMES: Readonly<Record<Referred, (entry: Entry) => readonly string[]>> = {
  organisation: (entry) => [textOf(entry, 'name'), ...nameMunicipality(entry)],
  person: (entry) => [textOf(entry, 'email'), textOf(entry, 'name')].filter((name) => !name.startsWith('left:')),
  group: (entry) => [textOf(entry, 'name')],
  contact: (entry) => [textOf(entry, 'email'), textOf(entry, 'title')],
  matter: (entry) => [textOf(entry, 'name'), ...listTexts(entry.alsoCalled)],
  instrument: (entry) => [textOf(entry, 'name')],
  plan: (entry) => [textOf(entry, 'year')],
  goal: (entry) => [textOf(entry, 'text')],
};

/** "Umeå" is Umeå kommun, where it is the municipality that is meant. */
function nameMunicipality(entry: Entry): readonly string[] {
  if (entry.kind !== 'municipality') return [];
  const municipality = findMunicipalityByNameOrCode(textOf(entry, 'municipality'));
  return municipality ? [municipality.name, municipality.code] : [];
}

function listTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function isReferred(key: string): key is Referred {
  return key in SECTIONS;
}
