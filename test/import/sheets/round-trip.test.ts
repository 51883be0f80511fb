// Does what a county exports come back as it was, in every format and encoding?

import { describe, expect, test } from '@jest/globals';
import { checkSheets } from '../../../src/import/sheets/check-sheets.ts';
import { writeEntries } from '../../../src/import/sheets/export-sheet.ts';
import type { Entry, KnownCounty } from '../../../src/import/sheets/known-county.ts';
import { readRows } from '../../../src/import/sheets/read-rows.ts';
import { readSheetFiles } from '../../../src/import/sheets/read-sheet-files.ts';
import { SheetKind } from '../../../src/import/sheets/sheet-kinds.ts';
import { knowExample } from './known-example.ts';

const kalmar = knowExample('kalmar');
const counties = [kalmar, knowExample('vasterbotten')];

describe.each(SheetKind.options)('%s', (kind) => {
  test.each([
    ['a workbook', 'data.xlsx', (known: KnownCounty) => writeEntries(known, kind, 'xlsx')],
    ['CSV as it is exported', 'data.csv', (known: KnownCounty) => writeEntries(known, kind, 'csv')],
    ['UTF-8 without a mark', 'data.csv', (known: KnownCounty) => writeEntries(known, kind, 'csv').subarray(3)],
    ['Windows-1252', 'data.csv', (known: KnownCounty) => toWindows1252(readCsv(known, kind))],
    ['UTF-16', 'data.csv', (known: KnownCounty) => toUtf16(readCsv(known, kind))],
    ['YAML', 'data.yaml', (known: KnownCounty) => writeEntries(known, kind, 'yaml')],
  ])('come back from %s as they were', (_, name, write) => {
    for (const known of counties) {
      const files = readSheetFiles({ files: [{ name, bytes: write(known) }] });
      const { drafts } = readRows(files.tables, known);

      const entries = [...drafts, ...files.drafts].map(({ entry }) => entry);

      expect(checkSheets(files, known)).not.toHaveProperty('findings');
      expect(entries.toSorted(byText)).toEqual(known.sections[kind].toSorted(byText));
      expect(files.ignored).toEqual([]);
    }
  });

  test.each(['xlsx', 'csv', 'yaml'] as const)('are written as %s with the same bytes each time', (format) => {
    expect(writeEntries(kalmar, kind, format)).toEqual(writeEntries(kalmar, kind, format));
  });

  test('come back where they are new, but for what a sheet has no column for', () => {
    const empty = { ...kalmar, sections: { ...kalmar.sections, [kind]: [] } };
    const files = readSheetFiles({ files: [{ name: 'data.xlsx', bytes: writeEntries(kalmar, kind, 'xlsx') }] });

    const { drafts, faults } = readRows(files.tables, empty);

    const strip = ({ source, note, example, offers, responsibleFor, ...rest }: Entry) => dropEmpty(rest);
    expect(faults).toEqual([]);
    expect(drafts.map(({ entry }) => strip(entry)).toSorted(byText)).toEqual(
      kalmar.sections[kind].map(strip).toSorted(byText),
    );
  });
});

function readCsv(known: KnownCounty, kind: SheetKind): string {
  return new TextDecoder().decode(writeEntries(known, kind, 'csv'));
}

function toUtf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

/** What is not in Latin-1, as a dash, has a place of its own. */
function toWindows1252(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('–', '\u0096').replaceAll('”', '\u0094').replaceAll('’', '\u0092'), 'latin1');
}

function dropEmpty(entry: Entry): Entry {
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
  const kept = Object.entries(entry).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, isEntry(value) ? dropEmpty(value) : value]));
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byText(a: Entry, b: Entry): number {
  return JSON.stringify(Object.entries(a).toSorted()) < JSON.stringify(Object.entries(b).toSorted()) ? -1 : 1;
}
