// An empty sheet of a kind, which explains itself to whoever fills it in.

import { writeCsv } from '../../spreadsheet/write-csv.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { textsIn } from '../../text/texts.ts';
import { COLUMNS, type Column, type SheetKind } from './sheet-kinds.ts';

const { sheets: texts } = textsIn('sv');

/** A workbook explains its columns on a second sheet, a text in a row that is passed over when it is imported. */
export function writeTemplate(kind: SheetKind, format: 'xlsx' | 'csv'): Uint8Array {
  const columns = COLUMNS[kind];
  const header = columns.map(({ key }) => texts.columns[key]);
  if (format === 'csv') {
    const comment = columns.map((column, index) => `${index === 0 ? '# ' : ''}${explain(column)}`);
    return writeCsv([header, comment]);
  }
  const { sheet, column, needed, meaning, noIndividuals } = texts.explanation;
  const rows = columns.map((one) => [texts.columns[one.key], one.isNeeded ? texts.yes : texts.no, explain(one)]);
  return writeWorkbook([
    { name: texts.kinds[kind], rows: [header] },
    { name: sheet, rows: [[column, needed, meaning], ...rows, [], ['', '', noIndividuals]] },
  ]);
}

function explain({ key, reads }: Column): string {
  if (reads.as !== 'choice' && reads.as !== 'choices') return texts.help[key];
  const choices = reads.of.map((choice) => texts.choices[choice]).join(', ');
  return `${texts.help[key]} ${texts.explanation.choices(choices)}`;
}
