// The report as an Excel workbook: a sheet for each table, with sums that add up in the sheet, and what it was counted from.
import { type WrittenCell, type WrittenSheet, writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { type Cell, type Column, listTables, type ReportDocument, type Table } from '../document/document.ts';
import { showCell } from '../document/show-cell.ts';

export function writeReportWorkbook(document: ReportDocument, rawTables: readonly Table[]): Uint8Array {
  const { language } = document;
  const tables = [...listTables(document), ...rawTables];
  const sheets = tables.map((table) => ({ name: toSheetName(table.title), rows: listRows(table, language) }));
  return writeWorkbook([writeContents(document, tables), ...sheets]);
}

/** What is in the workbook, and what the report says beside its tables. */
function writeContents(document: ReportDocument, tables: readonly Table[]): WrittenSheet {
  const { title, subtitle, sections, language } = document;
  const { files } = textsIn(language).reports;
  const said = sections.flatMap((section) =>
    section.blocks.flatMap((block): readonly (readonly WrittenCell[])[] => {
      if (block.kind === 'facts') return block.facts;
      return block.kind === 'text' ? [[section.title, block.text]] : [];
    }),
  );
  const listed = tables.map((table) => [toSheetName(table.title), table.rows.length] as const);
  const rows = [[title, subtitle], ...said, [], [{ bold: files.sheet }, { bold: files.rows }], ...listed];
  return { name: files.contents, rows };
}

/** Excel takes 31 signs, and not these. */
function toSheetName(title: string): string {
  return title
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim();
}

function listRows({ columns, rows, total }: Table, language: Language): readonly (readonly WrittenCell[])[] {
  const body = rows.map((row) => row.map((cell, index) => toCell(cell, columns[index], language)));
  const last = total?.map((cell, index) => toTotal(cell, columns[index], { from: 2, to: rows.length + 1 }));
  return [columns.map(({ title }) => title), ...body, ...(last ? [last] : [])];
}

function toCell(cell: Cell, column: Column | undefined, language: Language): WrittenCell {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return column?.kind === 'share' ? { share: cell } : cell;
  return { light: cell.light, text: showCell(cell, { kind: 'light' }, language) };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function toTotal(cell: Cell, column: Column | undefined, span: Span): WrittenCell {
  if (typeof cell === 'string') return { bold: cell };
  if (typeof cell !== 'number') return '';
  return column?.isSummed ? { sum: cell, ...span } : { boldShare: cell };
}
