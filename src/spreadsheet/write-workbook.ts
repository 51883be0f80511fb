// Writes an Excel workbook (.xlsx) of texts, numbers and sums: the same sheets, the same bytes.

import { strToU8, zipSync } from 'fflate';
import { toColumnLetters } from './column-letters.ts';
import { escapeSigns } from './escape-signs.ts';
import { STYLE, STYLES } from './workbook-styles.ts';

export interface WrittenSheet {
  readonly name: string;
  /** The first is the header. */
  readonly rows: readonly (readonly WrittenCell[])[];
}

/** What somebody wrote is text, also codes and telephone numbers: no zero is lost, nothing is run as a formula. */
export type WrittenCell =
  | string
  | number
  /** From 0 to 1, shown in percent. */
  | { readonly share: number }
  | { readonly light: 'green' | 'yellow' | 'red' | 'unrated'; readonly text: string }
  /** Under what it adds up: the numbers of its column in these rows, counted from 1. */
  | { readonly sum: number; readonly from: number; readonly to: number }
  | { readonly bold: string }
  | { readonly boldShare: number };

export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const parts = {
    '[Content_Types].xml': writeTypes(sheets),
    '_rels/.rels': writeRelations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': writeContents(sheets),
    'xl/_rels/workbook.xml.rels': writeRelations([
      ...sheets.map((_, index) => ({
        id: `rId${index + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${index + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map(({ rows }, index) => [`xl/worksheets/sheet${index + 1}.xml`, writeSheet(rows)])),
  };
  const zipped = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]));
  return zipSync(zipped, { mtime: FIXED_DAY });
}

/** Archives cannot tell of earlier years, nor need to tell when this one was made. */
const FIXED_DAY = '1980-02-01T12:00:00';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function writeTypes(sheets: readonly WrittenSheet[]): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'] as const),
  ] as const;
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${SHEET_ML}.${type}+xml"/>`);
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function writeRelations(relations: readonly Relation[]): string {
  const tags = relations.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
}

function writeContents(sheets: readonly WrittenSheet[]): string {
  const tags = sheets.map(
    ({ name }, index) => `<sheet name="${toXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tags.join('')}</sheets></workbook>`;
}

function writeSheet(rows: WrittenSheet['rows']): string {
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  const columns = `<col min="1" max="${width}" width="24" style="1" customWidth="1"/>`;
  const data = rows.map(writeRow).join('');
  return `<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${columns}</cols><sheetData>${data}</sheetData></worksheet>`;
}

function writeRow(cells: readonly WrittenCell[], index: number): string {
  const tags = cells.map((cell, column) => {
    const letters = toColumnLetters(column);
    return writeCell(cell, { at: `${letters}${index + 1}`, letters, isHeader: index === 0 });
  });
  return `<row r="${index + 1}">${tags.join('')}</row>`;
}

interface Place {
  readonly at: string;
  readonly letters: string;
  readonly isHeader: boolean;
}

function writeCell(cell: WrittenCell, { at, letters, isHeader }: Place): string {
  if (typeof cell === 'string') return writeText(cell, at, isHeader ? STYLE.header : STYLE.text);
  if (typeof cell === 'number') return writeNumber(cell, at, STYLE.number);
  if ('share' in cell) return writeNumber(cell.share, at, STYLE.share);
  if ('boldShare' in cell) return writeNumber(cell.boldShare, at, STYLE.boldShare);
  if ('light' in cell) return writeText(cell.text, at, STYLE[cell.light]);
  if ('bold' in cell) return writeText(cell.bold, at, STYLE.header);
  const { sum, from, to } = cell;
  return `<c r="${at}" s="${STYLE.boldNumber}"><f>SUM(${letters}${from}:${letters}${to})</f><v>${sum}</v></c>`;
}

function writeText(text: string, at: string, style: number): string {
  if (text === '') return '';
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${toXml(text)}</t></is></c>`;
}

function writeNumber(value: number, at: string, style: number): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

function toXml(text: string): string {
  return escapeSigns(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
