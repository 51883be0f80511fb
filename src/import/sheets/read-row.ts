// What does one row say: is it about something that the county has, and what of it is new?

import { textsIn } from '../../text/texts.ts';
import type { Say } from '../finding.ts';
import { printPlace } from './cell-place.ts';
import type { Draft, DraftsRead, SheetFault } from './draft.ts';
import type { NameBook } from './find-referred.ts';
import type { Table } from './find-tables.ts';
import { type Entry, fieldOf, textOf, withField } from './known-county.ts';
import { KEY_FIELDS, keyOf, type StoredEntries } from './match-entry.ts';
import { readCell } from './read-cell.ts';
import type { SheetRow } from './sheet.ts';
import { COLUMNS, type Column, type SheetKind } from './sheet-kinds.ts';
import { saysTheSame, showCell } from './show-cell.ts';

export interface RowReading {
  readonly stored: StoredEntries;
  readonly book: NameBook;
}

export interface RowRead extends Pick<DraftsRead, 'faults'> {
  readonly draft: Draft;
  /** The id that the row, or what it is about, has. */
  readonly id?: string;
}

interface FilledCell {
  readonly column: Column;
  readonly text: string;
}

export function readRow(table: Table, row: SheetRow, reading: RowReading): RowRead {
  const { kind, columns } = table;
  const cells = [...columns].map(([index, column]) => ({ column, text: row.cells.get(index)?.trim() ?? '' }));
  const locate = createLocate(table, row);
  const own = cells.find(({ column }) => column.key === 'id')?.text || undefined;
  const matches = own === undefined ? findByKey(kind, cells, reading) : [reading.stored.byId.get(own) ?? {}];
  if (matches.length > 1) {
    const ids = matches.map((entry) => textOf(entry, 'id'));
    const say: Say = ({ sheet }) => sheet.severalMeant(ids);
    return { draft: { kind, entry: {}, locate }, faults: [{ path: locate(), say }] };
  }
  const [match = {}] = matches;
  const { entry, faults } = fillIn(match, cells, { reading, locate });
  const id = own ?? textOf(match, 'id');
  return { draft: { kind, entry, locate }, faults, ...(id === '' ? {} : { id }) };
}

function findByKey(kind: SheetKind, cells: readonly FilledCell[], { stored, book }: RowReading): readonly Entry[] {
  const keyed = cells
    .filter(({ column, text }) => KEY_FIELDS[kind].includes(column.field) && text !== '')
    .reduce<Entry>((entry, { column, text }) => {
      const said = readCell(text, column.reads, book);
      return 'value' in said ? withField(entry, column.field, said.value) : entry;
    }, {});
  return stored.byKey.get(keyOf(kind, keyed) ?? '') ?? [];
}

interface Filling {
  readonly reading: RowReading;
  readonly locate: Draft['locate'];
}

/** A cell that says what an export would say leaves the entry as it is, to the letter. */
function fillIn(match: Entry, cells: readonly FilledCell[], { reading: { book }, locate }: Filling) {
  const faults: SheetFault[] = [];
  let entry = match;
  for (const { column, text } of cells) {
    if (saysTheSame(text, showCell(match, column, book))) continue;
    const said = text === '' ? { value: undefined } : readCell(text, column.reads, book);
    if ('say' in said) faults.push({ path: locate(column.field), say: said.say });
    else entry = unmark(withField(entry, column.field, said.value), column);
  }
  return { entry, faults };
}

/** What somebody has written anew is no example any more. */
function unmark(entry: Entry, { field }: Column): Entry {
  const marks: unknown = fieldOf(entry, 'example');
  if (!Array.isArray(marks)) return entry;
  const left = marks.filter((mark) => mark !== field.split('.')[0]);
  return withField(entry, 'example', left.length === 0 ? undefined : left);
}

/** A field without a column is told of at the row, by the name that its column would have. */
function createLocate({ sheet, kind, columns }: Table, { number: row }: SheetRow): Draft['locate'] {
  return (field) => {
    if (field === undefined) return printPlace(sheet, { row });
    const isMeant = ({ field: own }: Column) =>
      own === field || own.startsWith(`${field}.`) || field.startsWith(`${own}.`);
    const [index] = [...columns].find(([, column]) => isMeant(column)) ?? [];
    const column = COLUMNS[kind].find(isMeant);
    const name = column ? textsIn('sv').sheets.columns[column.key] : field;
    return printPlace(sheet, { row, name, ...(index === undefined ? {} : { column: index }) });
  };
}
