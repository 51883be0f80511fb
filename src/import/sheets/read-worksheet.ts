// Reads the rows of one sheet of a workbook, cell by cell, each as the text that it shows.

import { unescapeSigns } from '../../spreadsheet/escape-signs.ts';
import { type CellFormats, showNumber } from './cell-format.ts';
import { MOST, type SheetRow } from './sheet.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';
import { walkXml } from './walk-xml.ts';

interface WorkbookParts {
  readonly formats: CellFormats;
  /** Texts that cells point to by number. */
  readonly shared: readonly string[];
}

/** Only cells with something in them take memory, wherever they stand. */
export function readWorksheet(part: Uint8Array, workbook: WorkbookParts): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let [row, column, said] = [0, -1, ''];
  let cell: Readonly<Record<string, string>> = {};
  let isSaid = false;
  let cells = new Map<number, string>();
  walkXml(part, {
    open(tag, attributes) {
      if (tag === 'row') {
        row = toNumber(attributes.r) ?? row + 1;
        column = -1;
        cells = new Map();
      }
      if (tag === 'c') {
        cell = attributes;
        column = toColumn(attributes.r) ?? column + 1;
        said = '';
      }
      isSaid = tag === 'v' || tag === 't';
    },
    text(more) {
      if (isSaid) said += more;
    },
    close(tag) {
      isSaid = false;
      if (tag === 'c') {
        const text = showCell(cell, said, workbook);
        if (text.trim() === '') return;
        const { r: where = '' } = cell;
        if (column >= MOST.columns) throw new UnreadableSheet(({ sheet }) => sheet.tooFarRight(where));
        cells.set(column, text);
      }
      if (tag === 'row' && cells.size > 0) {
        if (rows.length >= MOST.rows) throw new UnreadableSheet(({ sheet }) => sheet.tooManyRows(MOST.rows));
        rows.push({ number: row, cells });
      }
    },
  });
  return rows;
}

function showCell(
  { t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>,
  said: string,
  { formats, shared }: WorkbookParts,
): string {
  switch (type) {
    case 's':
      return unescapeSigns(shared[Number(said)] ?? '');
    case 'n':
      return said === '' ? '' : showNumber(said, Number(style), formats);
    case 'b':
      return said === '1' ? 'true' : 'false';
    case 'd':
      return said.replace('T', ' ').replace(/ 00:00(:00.*)?$/, '');
    default:
      return unescapeSigns(said);
  }
}

function toNumber(reference: string | undefined): number | undefined {
  return reference !== undefined && /^\d{1,7}$/.test(reference) ? Number(reference) : undefined;
}

/** `C7` stands in column 2. */
function toColumn(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
