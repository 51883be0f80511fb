// Writes what a county has of one kind, so that it can be read, changed and imported again.

import { stringify } from 'yaml';
import type { Instant } from '../../calendar/zone.ts';
import type { Database } from '../../database/open.ts';
import type { CountyId } from '../../ids.ts';
import { writeCsv } from '../../spreadsheet/write-csv.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { textsIn } from '../../text/texts.ts';
import { createNameBook } from './find-referred.ts';
import { findTheCounty } from './import-sheets.ts';
import { type Entry, type KnownCounty, textOf } from './known-county.ts';
import { keyOf } from './match-entry.ts';
import { readKnown } from './read-known.ts';
import type { SheetFormat } from './sheet-format.ts';
import { COLUMNS, type SheetKind } from './sheet-kinds.ts';
import { showCell } from './show-cell.ts';

export interface SheetExport {
  readonly countyId: CountyId;
  readonly kind: SheetKind;
  readonly format: SheetFormat;
}

/** The same county, the same bytes. @throws InvalidInput where there is no such county */
export async function exportSheet(
  { database, now }: { readonly database: Database; readonly now: Instant },
  { countyId, kind, format }: SheetExport,
): Promise<Uint8Array> {
  const known = await database.transaction(async (tx) => readKnown(tx, await findTheCounty(tx, countyId), now));
  return writeEntries(known, kind, format);
}

export function writeEntries(known: KnownCounty, kind: SheetKind, format: SheetFormat): Uint8Array {
  const entries = listExported(known, kind);
  if (format === 'yaml') return new TextEncoder().encode(stringify({ [kind]: entries }, { lineWidth: 0 }));
  const book = createNameBook(known);
  const { sheets } = textsIn('sv');
  const header = COLUMNS[kind].map(({ key }) => sheets.columns[key]);
  const rows = [header, ...entries.map((entry) => COLUMNS[kind].map((column) => showCell(entry, column, book)))];
  return format === 'csv' ? writeCsv(rows) : writeWorkbook([{ name: sheets.kinds[kind], rows }]);
}

/** Those who have left have no address to be written to. */
function listExported({ sections }: KnownCounty, kind: SheetKind): readonly Entry[] {
  const name = (entry: Entry) => textOf(entry, 'id') || (keyOf(kind, entry) ?? '');
  return sections[kind]
    .filter((entry) => kind !== 'people' || !textOf(entry, 'email').startsWith('left:'))
    .toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}
