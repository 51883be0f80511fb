// Where in a file does something stand, as somebody who has it open finds it?

import { toColumnLetters } from '../../spreadsheet/column-letters.ts';
import type { Sheet } from './sheet.ts';

export interface CellPlace {
  readonly row: number;
  /** From 0; left out for the row as a whole. */
  readonly column?: number;
  /** What the column is called. */
  readonly name?: string;
}

/** `kontakter.xlsx:Kontakter!C7 Telefon`, `kontakter.csv:C7 Telefon`, `kontakter.csv:row 7 Telefon` */
export function printPlace(
  { file, name: sheet }: Pick<Sheet, 'file' | 'name'>,
  { row, column, name }: CellPlace,
): string {
  const at = column === undefined ? `row ${row}` : `${toColumnLetters(column)}${row}`;
  return `${file}:${sheet === undefined ? '' : `${sheet}!`}${at}${name === undefined ? '' : ` ${name}`}`;
}
