// The report as one CSV file: table after table, each under a row with its title, with an empty row between.
import { writeCsv } from '../../spreadsheet/write-csv.ts';
import type { Language } from '../../text/language.ts';
import { type Cell, type Column, listTables, type ReportDocument, type Table } from '../document/document.ts';
import { showCell } from '../document/show-cell.ts';

export function writeReportCsv(document: ReportDocument): Uint8Array {
  const { title, subtitle, language } = document;
  const tables = listTables(document).flatMap((table) => [[], ...listRows(table, language)]);
  return writeCsv([[`# ${title}`, subtitle], ...tables]);
}

type Row = readonly (string | number)[];

function listRows({ title, columns, rows, total }: Table, language: Language): readonly Row[] {
  const write = (row: readonly Cell[]) => row.map((cell, index) => toCell(cell, columns[index], language));
  const body = [...rows, ...(total ? [total] : [])].map(write);
  return [[`## ${title}`], columns.map((column) => column.title), ...body];
}

/** Numbers and shares as numbers, so that a spreadsheet goes on counting with them. */
function toCell(cell: Cell, column: Column | undefined, language: Language): string | number {
  return typeof cell === 'number' ? cell : showCell(cell, column ?? { kind: 'text' }, language);
}
