// Which municipality is meant, however it is typed: capitals, marks left out, genitive, "kommun" after it, its code, one slip?
import { countSlips } from '../text/nearest.ts';
import { dropMarks, isOneSlip, listShortened, toLetters } from '../text/spelling.ts';
import { type Found, toFound } from './found.ts';
import { loadMunicipalities, type Municipality } from './municipality.ts';

/** Longer than any name, also in the genitive and with a slip: a sentence is near to none. */
const LONGEST = 24;

/**
 * A name that is spelled out wins, also where å, ä and ö are typed a, a and o: "mala" is Malå, though it is one slip from
 * Sala too. Everything else that is one slip away is equally near: one answers, several are a choice. So one slip never
 * leads to another municipality, unless it spells that one's name. "Habo" spells two, and is a choice; "Håbo" is one.
 */
export function findMunicipality(text: string): Found<Municipality> {
  const code = text.trim();
  if (/^\d{4}$/.test(code))
    return toFound(
      loadMunicipalities().filter((one) => one.code === code),
      true,
    );
  const letters = toLetters(dropKind(text));
  if (letters === '' || letters.length > LONGEST) return { kind: 'none' };
  const spelled = listSpelled(letters);
  if (spelled.length > 0) return toFound(toMunicipalities(spelled), true);
  const stem = letters.length > 2 && letters.endsWith('s') ? letters.slice(0, -1) : undefined;
  const owners = stem === undefined ? [] : listSpelled(stem);
  // "Moras" is Mora's, but also Borås with one wrong letter.
  if (owners.length > 0) return toFound(toMunicipalities([...owners, ...listSlippedAsTyped(letters)]), true);
  const slipped = listSlipped(letters);
  // A slip in a genitive is two things at once, and only thought of where one thing explains nothing.
  const near = slipped.length === 0 && stem !== undefined ? listSlipped(stem) : slipped;
  return toFound(toMunicipalities(near), false);
}

const MOST_SUGGESTED = 3;

/** Where none is found: those that look most like it, at most three. */
export function suggestMunicipalities(text: string): readonly Municipality[] {
  const wanted = dropMarks(toLetters(dropKind(text)));
  if (wanted.length < 3 || wanted.length > LONGEST) return [];
  return listEntries()
    .map((entry) => ({ entry, slips: countSlips(wanted, entry.plain), shared: countShared(wanted, entry.plain) }))
    .filter(({ slips, shared }) => slips <= (wanted.length < 5 ? 1 : 2) || shared >= 4)
    .sort((a, b) => a.slips - b.slips || b.shared - a.shared)
    .slice(0, MOST_SUGGESTED)
    .map(({ entry }) => entry.municipality);
}

interface Entry {
  readonly municipality: Municipality;
  /** "upplandsbro", "malå" */
  readonly letters: string;
  /** "upplandsbro", "mala" */
  readonly plain: string;
}

let entries: readonly Entry[] | undefined;
let byShortened: ReadonlyMap<string, readonly Entry[]> | undefined;

function listEntries(): readonly Entry[] {
  entries ??= loadMunicipalities().map((municipality) => {
    const letters = toLetters(municipality.name);
    return { municipality, letters, plain: dropMarks(letters) };
  });
  return entries;
}

/** Made once: some three thousand keys, by which a handful of names is compared instead of all. */
function indexShortened(): ReadonlyMap<string, readonly Entry[]> {
  if (byShortened) return byShortened;
  const index = new Map<string, Entry[]>();
  for (const entry of listEntries()) {
    for (const key of new Set(listShortened(entry.plain))) index.set(key, [...(index.get(key) ?? []), entry]);
  }
  byShortened = index;
  return index;
}

function listSpelled(letters: string): readonly Entry[] {
  const near = indexShortened().get(dropMarks(letters)) ?? [];
  return near.filter((entry) => isSpelled(letters, entry));
}

/** A mark may be left out, but one that is there counts: "morå" does not spell Mora. */
function isSpelled(letters: string, { letters: name, plain }: Entry): boolean {
  return letters.length === name.length && [...letters].every((it, at) => it === name[at] || it === plain[at]);
}

function listSlipped(letters: string): readonly Entry[] {
  const wanted = dropMarks(letters);
  const index = indexShortened();
  const near = new Set(listShortened(wanted).flatMap((key) => index.get(key) ?? []));
  return [...near].filter(({ plain }) => isOneSlip(wanted, plain));
}

/** Somebody who types "Höörs" has ö at hand, and would not have left it out of Hofors. */
function listSlippedAsTyped(letters: string): readonly Entry[] {
  const isPlain = dropMarks(letters) === letters;
  return listSlipped(letters).filter((entry) => isPlain || isOneSlip(letters, entry.letters));
}

function toMunicipalities(found: readonly Entry[]): readonly Municipality[] {
  return [...new Set(found.map(({ municipality }) => municipality))].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const KINDS = ['kommun', 'kommuns', 'kommunen', 'stad', 'stads', 'municipality'];

/** Without the word after the name that says what it is, also where that has a slip in it. */
function dropKind(text: string): string {
  const words = text.trim().split(/\s+/);
  const last = toLetters(words.at(-1) ?? '');
  const isKind = KINDS.some((kind) => kind === last || (kind.startsWith('kommun') && isOneSlip(last, kind)));
  return words.length > 1 && isKind ? words.slice(0, -1).join(' ') : text;
}

function countShared(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}
