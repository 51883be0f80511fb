// Which sheets hold rows that we know, of which kind, and what is each column?

import { hasPersonalNumber } from '../../message/personal-number.ts';
import { findNearest } from '../../text/nearest.ts';
import { textsIn } from '../../text/texts.ts';
import type { Say } from '../finding.ts';
import { type CellPlace, printPlace } from './cell-place.ts';
import { findColumn, findKindByName, isExplanation, listColumnNames } from './column-names.ts';
import type { SheetFault } from './draft.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { COLUMNS, type Column, SheetKind } from './sheet-kinds.ts';

/** The rows of a sheet that are entries of one kind. */
export interface Table {
  readonly sheet: Sheet;
  readonly kind: SheetKind;
  /** By their place in the row, from 0. */
  readonly columns: ReadonlyMap<number, Column>;
  readonly rows: readonly SheetRow[];
}

export interface TablesFound {
  readonly tables: readonly Table[];
  readonly faults: readonly SheetFault[];
  /** Sheets and columns that are not read; told, so that nobody thinks they are. */
  readonly ignored: readonly string[];
}

/** In the sheets of one file. Where none of them is known, the first is what was meant. */
export function findTables(sheets: readonly Sheet[], kind: SheetKind | undefined): TablesFound {
  const meant = sheets.filter(({ name }) => name === undefined || !isExplanation(name));
  const filled = meant.filter(({ rows }) => rows.length > 0);
  const all = filled.map((sheet) => findTable(sheet, kind));
  const tables = all.flatMap((one) => one.tables);
  const faults = all.flatMap((one) => one.faults);
  const [first] = [...filled, ...meant, ...sheets];
  if (first && tables.length === 0 && faults.length === 0) faults.push(explainUnknown(first, kind));
  return { tables, faults, ignored: all.flatMap((one) => one.ignored) };
}

function findTable(sheet: Sheet, kind: SheetKind | undefined): TablesFound {
  const secret = findPersonalNumbers(sheet);
  const named = findKindByName(sheet.name ?? '') ?? findKindByName(nameOf(sheet.file));
  const headers = rateHeaders(sheet, kind === undefined ? SheetKind.options : [kind]).map((header) => ({
    ...header,
    isNamed: header.kind === named && header.lacking === 0,
  }));
  headers.sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.known - a.known || a.lacking - b.lacking);
  const [best, second] = headers;
  if (!best || best.known < LEAST) {
    const isMeant = kind !== undefined || findKindByName(sheet.name ?? '') !== undefined;
    if (isMeant) return { tables: [], faults: [...secret, explainUnknown(sheet, kind ?? named)], ignored: [] };
    return { tables: [], faults: secret, ignored: [`${sheet.file}, sheet "${sheet.name ?? ''}"`] };
  }
  const isTie = second?.known === best.known && second.lacking === best.lacking && !best.isNamed && named !== best.kind;
  if (isTie) return { tables: [], faults: [...secret, explainTie(sheet, best, second)], ignored: [] };
  const { columns, faults, ignored } = readHeader(sheet, best);
  const rows = sheet.rows.filter(({ number, cells }) => number > best.row.number && !isComment(cells));
  return { tables: [{ sheet, kind: best.kind, columns, rows }], faults: [...secret, ...faults], ignored };
}

/** So many names of columns make a header. */
const LEAST = 2;
/** A title and some empty rows may stand above it. */
const ROWS_LOOKED_AT = 20;

interface Header {
  readonly kind: SheetKind;
  readonly row: SheetRow;
  readonly known: number;
  /** How many columns that every entry of the kind needs are not there. */
  readonly lacking: number;
}

function rateHeaders({ rows }: Sheet, kinds: readonly SheetKind[]): Header[] {
  return rows.slice(0, ROWS_LOOKED_AT).flatMap((row) =>
    kinds.map((kind) => {
      const columns = new Set([...row.cells.values()].flatMap((name) => findColumn(kind, name) ?? []));
      const lacking = COLUMNS[kind].filter((column) => column.isNeeded && !columns.has(column)).length;
      return { kind, row, known: columns.size, lacking };
    }),
  );
}

function readHeader(sheet: Sheet, { kind, row }: Header) {
  const columns = new Map<number, Column>();
  const faults: SheetFault[] = [];
  const ignored: string[] = [];
  const used = new Set(
    sheet.rows.filter(({ number }) => number > row.number).flatMap(({ cells }) => [...cells.keys()]),
  );
  for (const index of new Set([...row.cells.keys(), ...used])) {
    const name = row.cells.get(index)?.trim() ?? '';
    const column = findColumn(kind, name);
    const tell = (say: Say) => faults.push({ path: printPlace(sheet, { row: row.number, column: index, name }), say });
    const nearest = findMissing(name, kind, row);
    if (column && [...columns.values()].includes(column))
      tell((words) => words.sheet.columnTwice(textsIn('sv').sheets.columns[column.key]));
    else if (column) columns.set(index, column);
    else if (nearest !== undefined) tell((words) => words.sheet.unknownColumn(name, nearest));
    else ignored.push(printPlace(sheet, { row: row.number, column: index, ...(name === '' ? {} : { name }) }));
  }
  return { columns, faults, ignored };
}

/** The column that a misspelt name means, if no other name there means it: "Postadress" beside "E-post" is itself. */
function findMissing(name: string, kind: SheetKind, { cells }: SheetRow): string | undefined {
  const nearest = name.length > 3 ? findNearest(name, listColumnNames(kind)) : undefined;
  const column = nearest === undefined ? undefined : findColumn(kind, nearest);
  return [...cells.values()].some((other) => findColumn(kind, other) === column) ? undefined : nearest;
}

/** As templates have them: what to write stands under the name of each column. */
function isComment(cells: SheetRow['cells']): boolean {
  return [...cells].sort(([a], [b]) => a - b)[0]?.[1].startsWith('# ') ?? false;
}

/** In any cell, read or not. */
function findPersonalNumbers(sheet: Sheet): readonly SheetFault[] {
  return sheet.rows.flatMap(({ number: row, cells }) =>
    [...cells].flatMap(([column, text]) => {
      if (!mayBePersonal(text) || !hasPersonalNumber(text)) return [];
      return [{ path: printPlace(sheet, { row, column }), say: sayPersonal }];
    }),
  );
}

const sayPersonal: Say = ({ sheet }) => sheet.personal;

/** Looking closely takes its time, and most cells have no ten digits. */
function mayBePersonal(text: string): boolean {
  return (text.match(/\p{N}/gu)?.length ?? 0) >= 10;
}

function explainUnknown(sheet: Sheet, kind: SheetKind | undefined): SheetFault {
  const path = printPlace(sheet, { row: sheet.rows[0]?.number ?? 1 });
  if (sheet.rows.length === 0) return { path, say: (words) => words.sheet.empty };
  const names = COLUMNS[kind ?? 'contacts'].filter(({ isNeeded }) => isNeeded);
  const labels = names.map(({ key }) => textsIn('sv').sheets.columns[key]);
  return { path, say: (words) => words.sheet.noHeader(labels, kind ?? 'contacts') };
}

function explainTie(sheet: Sheet, first: Header, second: Header): SheetFault {
  const place: CellPlace = { row: first.row.number };
  return { path: printPlace(sheet, place), say: (words) => words.sheet.tie(first.kind, second.kind) };
}

function nameOf(file: string): string {
  return (
    file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? file
  );
}
