// What do the rows of a county's sheets say: which entries are new, which are changed, and to what?

import type { Draft, DraftsRead, SheetFault } from './draft.ts';
import { createNameBook, type NameBook, updateNames } from './find-referred.ts';
import type { Table } from './find-tables.ts';
import { type Entry, type KnownCounty, textOf } from './known-county.ts';
import { indexEntries, keyOf, listTaken, makeId } from './match-entry.ts';
import { mergeContacts } from './merge-contacts.ts';
import { type RowRead, readRow } from './read-row.ts';
import { hasIds, SheetKind } from './sheet-kinds.ts';

/** Kind by kind, so that a row may refer to one of another sheet: people to new organisations, seats to new people. */
export function readRows(tables: readonly Table[], known: KnownCounty): DraftsRead {
  let book = createNameBook(known);
  let sections = known.sections;
  const drafts: Draft[] = [];
  const faults: SheetFault[] = [];
  for (const kind of SheetKind.options) {
    const ofKind = tables.filter((table) => table.kind === kind);
    const read = readKind(ofKind, kind, { known: { ...known, sections }, book });
    drafts.push(...read.drafts);
    faults.push(...read.faults);
    sections = { ...sections, [kind]: mergeEntries(kind, sections[kind], read.drafts) };
    book = updateNames(book, kind, sections[kind]);
  }
  return { drafts, faults };
}

/** The drafts after what is stored, and instead of what they change: what is told of a pair is told of the later. */
export function mergeEntries(kind: SheetKind, stored: readonly Entry[], drafts: readonly Draft[]): readonly Entry[] {
  const own = drafts.filter((draft) => draft.kind === kind).map(({ entry }) => entry);
  const changed = new Set(own.map((entry) => identify(kind, entry)));
  return [...stored.filter((entry) => !changed.has(identify(kind, entry))), ...own];
}

function identify(kind: SheetKind, entry: Entry): string | undefined {
  return hasIds(kind) ? textOf(entry, 'id') : keyOf(kind, entry);
}

interface Before {
  readonly known: KnownCounty;
  readonly book: NameBook;
}

function readKind(tables: readonly Table[], kind: SheetKind, { known, book }: Before): DraftsRead {
  const stored = indexEntries(kind, known.sections[kind]);
  const rows = tables.flatMap((table) => table.rows.map((row) => readRow(table, row, { stored, book })));
  const { once, faults } = joinTwins(kind, rows);
  return { drafts: giveIds(once, kind, known), faults: [...rows.flatMap((row) => row.faults), ...faults] };
}

/** Two rows about the same are one contact, or a fault. */
function joinTwins(kind: SheetKind, rows: readonly RowRead[]) {
  const faults: SheetFault[] = [];
  const once = new Map<string, RowRead>();
  for (const [index, row] of rows.entries()) {
    const key = row.id ?? keyOf(kind, row.draft.entry) ?? `row ${index}`;
    const first = once.get(key);
    if (first === undefined) {
      once.set(key, row);
    } else if (kind === 'contacts') {
      const merged = mergeContacts(first.draft, row.draft);
      once.set(key, { ...first, draft: merged.draft });
      faults.push(...merged.faults);
    } else {
      faults.push({ path: row.draft.locate(), say: ({ sheet }) => sheet.sameAs(first.draft.locate()) });
    }
  }
  return { once: [...once.values()], faults };
}

/** Those that are new get ids; a membership has none. */
function giveIds(rows: readonly RowRead[], kind: SheetKind, known: KnownCounty): readonly Draft[] {
  const taken = listTaken(kind, known);
  for (const { id } of rows) if (id !== undefined) taken.add(id);
  return rows.map(({ draft, id }) => {
    if (!hasIds(kind)) return draft;
    const own = id ?? makeId(kind, draft.entry, taken);
    taken.add(own);
    return { ...draft, entry: { ...draft.entry, id: own } };
  });
}
