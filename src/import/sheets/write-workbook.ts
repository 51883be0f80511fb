// Writes an Excel workbook (.xlsx) of plain text cells: the same sheets, the same bytes.

import { strToU8, zipSync } from 'fflate';
import { escapeSigns } from './escape-signs.ts';
import { toColumnLetters } from './sheet.ts';

export interface WrittenSheet {
  readonly name: string;
  /** The first is the header. */
  readonly rows: readonly (readonly string[])[];
}

/** Every cell is text, also codes and telephone numbers: no zero is lost, nothing is run as a formula. */
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

/** Style 1 is text (49), style 2 the bold text of a header. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

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

function writeSheet(rows: readonly (readonly string[])[]): string {
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  const columns = `<col min="1" max="${width}" width="24" style="1" customWidth="1"/>`;
  const data = rows.map(writeRow).join('');
  return `<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${columns}</cols><sheetData>${data}</sheetData></worksheet>`;
}

function writeRow(cells: readonly string[], index: number): string {
  const style = index === 0 ? 2 : 1;
  const tags = cells.map((text, column) => {
    const at = `r="${toColumnLetters(column)}${index + 1}" s="${style}"`;
    return text === '' ? '' : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${toXml(text)}</t></is></c>`;
  });
  return `<row r="${index + 1}">${tags.join('')}</row>`;
}

function toXml(text: string): string {
  return escapeSigns(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
