// Whatever somebody imports: is it entries or words with a place, and never a crash?

import { expect, test } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import { sayIn } from '../../../src/import/finding.ts';
import { checkSheets } from '../../../src/import/sheets/check-sheets.ts';
import { writeEntries } from '../../../src/import/sheets/export-sheet.ts';
import { readSheetFiles } from '../../../src/import/sheets/read-sheet-files.ts';
import { SheetFormat } from '../../../src/import/sheets/sheet-format.ts';
import { COLUMNS, SheetKind } from '../../../src/import/sheets/sheet-kinds.ts';
import { writeWorkbook } from '../../../src/spreadsheet/write-workbook.ts';
import { Language } from '../../../src/text/language.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { knowSmallest } from './known-example.ts';

const RUNS = Number(process.env.SHEET_FUZZ_RUNS ?? 500);
const known = knowSmallest();
const labels = textsIn('sv').sheets.columns;

/** The same numbers for the same seed (mulberry32), so that what is found can be found again. */
function createDice(seed: number) {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(roll() * count);
  return { roll, below, pick: <T>(from: readonly T[]): T => pickAt(from, below(from.length)) };
}
function pickAt<T>(from: readonly T[], index: number): T {
  const found = from[index];
  if (found === undefined) throw new Error('There is nothing to pick.');
  return found;
}
type Dice = ReturnType<typeof createDice>;

const WORDS = [
  ...[
    '',
    '',
    ' ',
    'Karlshamn',
    '1082',
    '880',
    'Karlshamns kommun',
    'karlshamn',
    'Länsstyrelsen',
    '2024-03-01',
    '2024-02-30',
  ],
  ...[
    '09:00',
    '9.00',
    '25:00',
    'ja',
    'nej',
    'x',
    'ledamot',
    'ersättare',
    'member',
    'myndighet',
    'a@example.org',
    'a@',
    'not',
  ],
  ...[
    '=1+1',
    "'=1",
    '+46 70 000 00 00',
    '-',
    '@a',
    '#N/A',
    '# nej',
    '0'.repeat(40),
    'Å'.repeat(300),
    '"',
    ';',
    'a;b,c',
    'a\nb',
    '\t',
  ],
  ...[
    '811228-9874',
    '20121212-1212',
    '19121212 1212',
    'constructor',
    '__proto__',
    'toString',
    'id',
    '\u0000',
    '\uFFFF',
    '😀',
    '_x0041_',
  ],
] as const;

function rollCell(dice: Dice): string {
  return dice.roll() < 0.85 ? dice.pick(WORDS) : String.fromCharCode(dice.below(0x300));
}

/** Rows of a kind that exists, from an export with some cells exchanged, or from nothing. */
function rollRows(dice: Dice): readonly (readonly string[])[] {
  const kind = dice.pick(SheetKind.options);
  const columns = COLUMNS[kind].filter(() => dice.roll() < 0.9).map(({ key }) => labels[key]);
  const header = dice.roll() < 0.1 ? [...columns, rollCell(dice), rollCell(dice)] : columns;
  const rows = Array.from({ length: dice.below(4) }, () => header.map(() => rollCell(dice)));
  return dice.roll() < 0.05 ? rows : [header, ...rows];
}

function rollBytes(dice: Dice): { readonly name: string; readonly bytes: Uint8Array } {
  const way = dice.roll();
  if (way < 0.45) {
    const separator = dice.pick([';', ',', '\t'] as const);
    const text = rollRows(dice)
      .map((cells) => cells.join(separator))
      .join(dice.pick(['\n', '\r\n', '\r']));
    return { name: 'blad.csv', bytes: Buffer.from(text, dice.pick(['utf8', 'latin1', 'utf16le'] as const)) };
  }
  if (way < 0.65) return { name: 'blad.xlsx', bytes: writeWorkbook([{ name: rollCell(dice), rows: rollRows(dice) }]) };
  const format = dice.pick(SheetFormat.options);
  const bytes = spoil(writeEntries(known, dice.pick(SheetKind.options), format), dice, format === 'xlsx');
  return { name: `data.${format}`, bytes };
}

/** Some bytes are others; those of a workbook's sheet, where the archive would only be broken otherwise. */
function spoil(bytes: Uint8Array, dice: Dice, isWorkbook: boolean): Uint8Array {
  if (isWorkbook && dice.roll() < 0.8) {
    const parts = unzipSync(bytes);
    const name = dice.pick(['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/styles.xml']);
    return zipSync({ ...parts, [name]: spoil(parts[name] ?? bytes, dice, false) });
  }
  const spoilt = Uint8Array.from(bytes);
  for (let count = dice.below(4); count >= 0; count -= 1) spoilt[dice.below(spoilt.length)] = dice.below(256);
  return dice.roll() < 0.2 ? spoilt.subarray(0, dice.below(spoilt.length)) : spoilt;
}

test(`${RUNS} random sheets are entries, or findings with words and a row`, () => {
  const told = { right: 0, refused: 0 };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const file = rollBytes(createDice(seed));

    const checked = checkSheets(readSheetFiles({ files: [file] }), known);

    if ('part' in checked) told.right += 1;
    else {
      told.refused += 1;
      const odd = checked.faults.filter(
        ({ path, say }) =>
          !/^(blad|data)\.\w+:(.*[!:])?([A-Z]{1,3}|row )?\d+/s.test(path) ||
          !Language.options.every((language) => /\p{L}{2}.*[.?]$/su.test(sayIn(language, say))),
      );
      expect({ seed, odd }).toEqual({ seed, odd: [] });
      expect({ seed, count: checked.faults.length }).not.toEqual({ seed, count: 0 });
    }
  }

  expect(told.right).toBeGreaterThan(RUNS / 50);
  expect(told.refused).toBeGreaterThan(RUNS / 4);
});
