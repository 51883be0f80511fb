// Which column, or which kind of sheet, does a name mean, in Swedish or English and however it is capitalised?

import { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { COLUMNS, type Column, SheetKind } from './sheet-kinds.ts';

/** `E-post`, `e-POST *` and `epost` are the same, and so are `Börjar` and `borjar`. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const texts = Language.options.map((language) => textsIn(language).sheets);

export function findColumn(kind: SheetKind, name: string): Column | undefined {
  return BOOKS[kind].get(foldName(name));
}

/** Every name by which a column of the kind may go. */
export function listColumnNames(kind: SheetKind): readonly string[] {
  return COLUMNS[kind].flatMap((column) => [
    ...texts.map(({ columns }) => columns[column.key]),
    ...listOtherNames(column),
  ]);
}

/** The kind that a sheet or a file is named after: "Kontakter 2026" is one of contacts. */
export function findKindByName(name: string): SheetKind | undefined {
  const folded = foldName(name);
  const named = SheetKind.options.filter((kind) =>
    [kind, ...texts.map(({ kinds }) => kinds[kind])].some((word) => folded.includes(foldName(word))),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** A template's second sheet, which is for people. */
export function isExplanation(name: string): boolean {
  return texts.some(({ explanation }) => foldName(explanation.sheet) === foldName(name));
}

function listOtherNames({ key }: Column): readonly string[] {
  return texts.flatMap(({ alsoCalled }) => {
    const others = Object.entries(alsoCalled).find(([name]) => name === key)?.[1];
    return others?.split(', ') ?? [];
  });
}

/** Proper names before what a column is also called: in a sheet of contacts "Namn" is whoever is meant by it. */
function listNamed(kind: SheetKind): ReadonlyMap<string, Column> {
  const proper = COLUMNS[kind].map((column) => [texts.map(({ columns }) => columns[column.key]), column] as const);
  const other = COLUMNS[kind].map((column) => [listOtherNames(column), column] as const);
  const book = new Map<string, Column>();
  for (const [names, column] of [...proper, ...other]) {
    for (const name of names.map(foldName)) if (!book.has(name)) book.set(name, column);
  }
  return book;
}

const BOOKS = {
  organisations: listNamed('organisations'),
  people: listNamed('people'),
  contacts: listNamed('contacts'),
  memberships: listNamed('memberships'),
  calls: listNamed('calls'),
  meetings: listNamed('meetings'),
  activities: listNamed('activities'),
  figures: listNamed('figures'),
} as const satisfies Readonly<Record<SheetKind, ReadonlyMap<string, Column>>>;
