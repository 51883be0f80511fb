// Is what people write in sheets understood, and is everything else told with its cell and what to do?

import { describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { sayIn } from '../../../src/import/finding.ts';
import { showNumber } from '../../../src/import/sheets/cell-format.ts';
import { checkSheets } from '../../../src/import/sheets/check-sheets.ts';
import { readCsv } from '../../../src/import/sheets/csv-sheet.ts';
import { readSheetFiles } from '../../../src/import/sheets/read-sheet-files.ts';
import { readWorkbook } from '../../../src/import/sheets/read-workbook.ts';
import { SheetKind } from '../../../src/import/sheets/sheet-kinds.ts';
import { writeTemplate } from '../../../src/import/sheets/sheet-template.ts';
import { writeCsv } from '../../../src/spreadsheet/write-csv.ts';
import { writeWorkbook } from '../../../src/spreadsheet/write-workbook.ts';
import { knowSmallest } from './known-example.ts';

const known = knowSmallest();
const HEADER = 'Kommun;Titel;Organisation;Tel;Mejl';

function check(text: string, name = 'kontakter.csv') {
  const files = readSheetFiles({ files: [{ name, bytes: Buffer.from(text) }] });
  const checked = checkSheets(files, known);
  const findings = 'faults' in checked ? checked.faults.map(({ path, say }) => `${path}: ${sayIn('en', say)}`) : [];
  return { findings, ignored: files.ignored, part: 'part' in checked ? checked.part : undefined };
}

describe('a cell', () => {
  test.each([
    ['a name in capitals, and with kommun after it', 'KIRUNA, Gällivare kommun', '010-000 00 09', ['2584', '2523']],
    ['a telephone number that lost its zero', 'Kiruna', '100000009', ['2584'], '0100000009'],
    ['a telephone number with a long dash', 'Kiruna', '010–000 00 09', ['2584'], '010-000 00 09'],
  ])('may hold %s', (_, municipality, phone, codes, wanted = '010-000 00 09') => {
    const { part, findings } = check(`${HEADER}\n${municipality};Strateg;Kiruna;${phone};ny@example.org`);

    expect(findings).toEqual([]);
    expect(part?.contacts).toMatchObject([{ municipalities: codes, phone: wanted, organisation: 'kiruna' }]);
  });

  test('may hold a code that lost its zero; it is then the municipality of that code', () => {
    const { findings } = check(`${HEADER}\n880;Strateg;Kiruna;010-000 00 09;ny@example.org`);

    expect(findings).toEqual([
      expect.stringMatching(/^kontakter\.csv:A2 Kommuner: Kalmar \(0880\) lies in another county/),
    ]);
  });

  test.each([
    ['kl. 9.00', '09:00'],
    ['13:30:00', '13:30'],
  ])('of a meeting says %s for %s', (written, time) => {
    const { part } = check(
      `Grupp;Datum;Börjar;Slutar\nIntegrationsrådet;2024-06-01;${written};15`.replace(';15', ';15.00'),
      'm.csv',
    );

    expect(part?.meetings).toMatchObject([{ id: 'radet-2024-06-01', from: time, to: '15:00' }]);
  });

  test('is told of once, with its place, what is wrong and what to do', () => {
    const { findings } = check(
      [HEADER, 'Kirunna;;Kirunaa;ring;ny', 'Kiruna;Strateg;Kiruna;811228-9874;ny@example.org', 'Kiruna;#N/A;;;'].join(
        '\n',
      ),
    );

    expect(findings).toEqual([
      'kontakter.csv:A2 Kommuner: "Kirunna" is not a municipality. Did you mean "Kiruna" (2584)?',
      'kontakter.csv:B2 Befattning: This is missing. Add it.',
      'kontakter.csv:C2 Organisation: There is no organisation "Kirunaa". Did you mean "kiruna"? Correct it, or add the organisation first.',
      'kontakter.csv:D2 Telefon: "ring" is not a telephone number. Use digits, spaces and a hyphen: 010-000 00 01.',
      'kontakter.csv:E2 E-post: "ny" is not an e-mail address. Write it as name@example.org.',
      expect.stringMatching(/^kontakter\.csv:D3: Something here looks like a personal identity number\. Take it out\./),
      'kontakter.csv:B4 Befattning: The sheet itself says #N/A here. Mend the formula, or write the value.',
      'kontakter.csv:C4 Organisation: This is missing. Add it.',
      'kontakter.csv:D4 Telefon: This is missing. Add it.',
      'kontakter.csv:E4 E-post: This is missing. Add it.',
    ]);
  });
});

describe('a row', () => {
  test('changes what it has a column for, and leaves the rest', () => {
    const { part } = check('Id;Telefon\nsamordnare;010-000 00 77');

    expect(part?.contacts).toMatchObject([{ id: 'samordnare', title: 'Samordnare', phone: '010-000 00 77' }]);
  });

  test('about the same contact as another adds its municipality, and may not say something else', () => {
    const row = 'Strateg;Kiruna;010-000 00 09;ny@example.org';
    const { part } = check(`${HEADER}\nKiruna;${row}\nPajala;${row}`);
    const { findings } = check(`${HEADER}\nKiruna;${row}\nPajala;${row.replace('09', '08')}`);

    expect(part?.contacts).toMatchObject([{ municipalities: ['2584', '2521'] }]);
    expect(findings).toEqual([expect.stringMatching(/^kontakter\.csv:D3 Telefon: This is the same contact as in/)]);
  });

  test('about the same person as another is refused', () => {
    const { findings } = check(
      'Namn;Befattning;E-post;Organisation\nA;B;ny@example.org;Kiruna\nC;D;NY@example.org;Kiruna',
      'p.csv',
    );

    expect(findings).toEqual(['p.csv:row 3: p.csv:row 2 is about the same. Keep one of the rows.']);
  });

  test('may not take the address of somebody else, nor the id of a group', () => {
    const { findings } = check('Id;Namn;Befattning;E-post;Organisation\nradet;A;B;KIRUNA@example.org;Kiruna', 'p.csv');

    expect(findings).toEqual([
      'p.csv:A2 Id: "radet" is already the id of a group. Choose another.',
      expect.stringMatching(
        /^p\.csv:D2 E-post: "KIRUNA@example\.org" is already the e-mail address of kiruna-kontakt\./,
      ),
    ]);
  });

  test('of a substitute without a seat to stand in for is told as in a county file', () => {
    const { findings } = check(
      'Grupp;Person;Roll;Från\nIntegrationsrådet;samordnare@example.org;ersättare;2024-05-01',
      's.csv',
    );

    expect(findings).toEqual([expect.stringContaining('A substitute stands in for somebody. Add substituteFor.')]);
  });
});

describe('a column', () => {
  test('that is nearly known is told, and one that is not is passed over and said so', () => {
    const { findings, ignored } = check(
      `${HEADER.replace('Mejl', 'Mejladres')};Anteckning om oss\nKiruna;a;Kiruna;010-000 00 09;x;Box 1`,
    );

    expect(findings[0]).toBe(
      'kontakter.csv:E1 Mejladres: "Mejladres" is not known here. Did you mean "Mejladress"? Correct the name.',
    );
    expect(ignored).toEqual(['kontakter.csv:F1 Anteckning om oss']);
  });

  test('of its own is not taken for another that is there', () => {
    const { part, ignored } = check(`${HEADER};Postadress\nKiruna;a;Kiruna;010-000 00 09;ny@example.org;Box 1`);

    expect(part?.contacts).toHaveLength(1);
    expect(ignored).toEqual(['kontakter.csv:F1 Postadress']);
  });

  test('is known in English, and however it is written', () => {
    const { part } = check(
      'E-MAIL,phone number,TITLE,Organisation\nny@example.org,010-000 00 09,Strateg,Kiruna kommun',
      'contacts.csv',
    );

    expect(part?.contacts).toHaveLength(1);
  });

  test('is in none of the rows of what is no sheet', () => {
    expect(check('hej\nhopp').findings).toEqual([
      expect.stringMatching(
        /^kontakter\.csv:row 1: No row names columns that are known\. Begin with a row such as Befattning,/,
      ),
    ]);
    expect(check('').findings).toEqual(['kontakter.csv:row 1: It is empty. Fill it in, or take it out.']);
  });
});

describe('CSV', () => {
  test('keeps what a spreadsheet would run from being run, and takes it back', () => {
    const cells = ['=1+1', '+46 70', '-', '@a', "'=1", "''", '\t=', ' a', 'a"b;c\nd', 'å–”€'];

    const bytes = writeCsv([cells]);
    const { rows } = readCsv({ name: 'a.csv', bytes, countKnown: () => 0 });

    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toMatch(/^\uFEFF'=1\+1;'\+46 70;'-;'@a;''=1;/);
    expect([...(rows[0]?.cells.values() ?? [])]).toEqual(cells);
  });

  test('with a quote that never ends is told', () => {
    expect(check(`${HEADER}\n"Kiruna;a`).findings).toEqual([
      expect.stringMatching(/^kontakter\.csv:row 1: It cannot be read.*save it anew\.$/),
    ]);
  });
});

describe('a workbook', () => {
  test.each([
    ['880', undefined, '880'],
    ['880', '0000', '0880'],
    ['46082', 'yyyy-mm-dd', '2026-03-01'],
    ['46082.375', 'yyyy-mm-dd hh:mm', '2026-03-01 09:00'],
    ['0.375', 'h:mm', '09:00'],
    ['12.5', '0.00" dagar"', '12.5'],
    ['46702223344', '[Red]0', '46702223344'],
  ])('shows %s formatted as %s as %s', (written, code, shown) => {
    expect(showNumber(written, 0, { codes: [code], isFrom1904: false })).toBe(shown);
  });

  test('on whose Mac days begin in 1904 has the same days', () => {
    expect(showNumber('44620', 0, { codes: ['d'], isFrom1904: true })).toBe('2026-03-01');
  });

  test('holds only what is in it, wherever that stands', () => {
    const parts = unzipSync(writeWorkbook([{ name: 'A', rows: [['a']] }]));
    const far =
      '<worksheet><sheetData><row r="1048576"><c r="B1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>';
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(far) });

    expect(readWorkbook({ name: 'a.xlsx', bytes })[0]?.rows).toEqual([
      { number: 1_048_576, cells: new Map([[1, 'x']]) },
    ]);
  });

  test('of which one sheet is known says which were not read, and is refused where none is', () => {
    const sheets = [
      { name: 'Blad1', rows: [HEADER.split(';'), 'Kiruna;Strateg;Kiruna;010-000 00 09;ny@example.org'.split(';')] },
      { name: 'Blad2', rows: [['Lunch'], ['Soppa']] },
      { name: 'Blad3', rows: [] },
    ];
    const read = (from: number) =>
      readSheetFiles({ files: [{ name: 'a.xlsx', bytes: writeWorkbook(sheets.slice(from)) }] });

    expect(read(0)).toMatchObject({ faults: [], ignored: ['a.xlsx, sheet "Blad2"'], tables: [{ kind: 'contacts' }] });
    expect(read(1).faults).toMatchObject([{ path: 'a.xlsx:Blad2!row 1' }]);
  });

  test('of the old kind, or that is none, is told what to become', () => {
    const tell = (bytes: Uint8Array) =>
      readSheetFiles({ files: [{ name: 'a.xlsx', bytes }] })
        .faults.map(({ say }) => sayIn('en', say))
        .join();

    expect(tell(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).toContain('old kind (.xls)');
    expect(tell(zipSync({ a: strToU8('b') }))).toContain('no Excel workbook');
    expect(tell(strToU8('PK\u0003\u0004 broken'))).toContain('cannot be read as an Excel workbook');
  });
});

test.each(SheetKind.options)('the template for %s is understood as it is, and changes nothing', (kind) => {
  for (const format of ['xlsx', 'csv'] as const) {
    const files = readSheetFiles({ files: [{ name: `mall.${format}`, bytes: writeTemplate(kind, format) }] });

    expect(files).toMatchObject({ tables: [{ kind, rows: [] }], faults: [], ignored: [] });
  }
});
