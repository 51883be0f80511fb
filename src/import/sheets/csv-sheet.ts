// A sheet as comma-separated text, which in Sweden is parted by semicolons.

import { CsvError, parse } from 'csv-parse/sync';
import { unguardCell } from '../../spreadsheet/guard-cell.ts';
import { decodeText } from './decode-text.ts';
import { MOST, type Sheet, type SheetRow } from './sheet.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

export interface CsvBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many of these cells are names of columns that we know? By that the separator is told from other signs. */
  countKnown(cells: readonly string[]): number;
}

/** @throws UnreadableSheet where a quoted cell never ends, or there are too many rows */
export function readCsv({ name, bytes, countKnown }: CsvBytes): Sheet {
  const text = decodeText(bytes);
  const records = parseRecords(text, findSeparator(text, countKnown));
  if (records.length > MOST.rows) throw new UnreadableSheet(({ sheet }) => sheet.tooManyRows(MOST.rows));
  return { file: name, rows: records.map(toRow).filter(({ cells }) => cells.size > 0) };
}

const SEPARATORS = [';', '\t', ','] as const;
/** A title and some empty rows may stand above the names of the columns. */
const ROWS_LOOKED_AT = 20;

function findSeparator(text: string, countKnown: CsvBytes['countKnown']): string {
  const [best = SEPARATORS[0]] = SEPARATORS.map((separator) => ({ separator, ...rate(text, separator, countKnown) }))
    .sort((a, b) => b.known - a.known || b.cells - a.cells)
    .map(({ separator }) => separator);
  return best;
}

function rate(text: string, separator: string, countKnown: CsvBytes['countKnown']) {
  try {
    const records = parseRecords(text, separator, ROWS_LOOKED_AT);
    return {
      known: Math.max(0, ...records.map(countKnown)),
      cells: Math.max(0, ...records.map(({ length }) => length)),
    };
  } catch {
    return { known: 0, cells: 0 };
  }
}

function parseRecords(text: string, delimiter: string, to = MOST.rows + 1): readonly (readonly string[])[] {
  try {
    return parse(text, {
      ...{ delimiter, to, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: 1_000_000 },
      ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : undefined;
    throw new UnreadableSheet(({ sheet }) => sheet.openQuote(line), { cause: error });
  }
}

function toRow(record: readonly string[], index: number): SheetRow {
  const cells = record
    .map((cell, column) => [column, unguardCell(cell)] as const)
    .filter(([, text]) => text.trim() !== '');
  return { number: index + 1, cells: new Map(cells) };
}
