// Are situation figures taken in from a sheet, told cell by cell what is wrong, and given back as they were?
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { listFigures } from '../../../src/directory/figure-store.ts';
import { InvalidInput } from '../../../src/errors.ts';
import { CountyId } from '../../../src/ids.ts';
import { countChanges } from '../../../src/import/changes.ts';
import { exportSheet } from '../../../src/import/sheets/export-sheet.ts';
import { importSheets } from '../../../src/import/sheets/import-sheets.ts';
import { SheetFormat } from '../../../src/import/sheets/sheet-format.ts';
import { createTopics } from '../../../src/main.ts';
import { describeOnDatabase, emptyTables } from '../../fake/test-database.ts';
import { importCounty } from '../../journey/import-county.ts';

const topics = createTopics();
const now = new Date('2024-01-02T08:00:00Z');
const countyId = CountyId.parse('kalmar');
const HEAD = 'Kommun;År;Mått;Benämning;Värde;Källa;Avser dag';
const ROWS = [
  'Kalmar;2024;anvisningstal;;32;Protokollet § 3;2024-02-28',
  '0880;2024;inskrivna;;1 234;Arbetsförmedlingen;2024-01-31',
  'Vimmerby;2024;andelstal;;0,42;Migrationsverket;2024-01-31',
  'Vimmerby;2024;eget;Platser i förskola;12,5;Kommunen;2024-01-31',
];

describeOnDatabase((open) => {
  let database: Database;
  beforeEach(async () => {
    database ??= await open();
    await emptyTables(database);
    await importCounty({ database, topics, now }, 'kalmar');
  });

  const load = (name: string, bytes: Uint8Array) =>
    importSheets({ database, topics, now }, { countyId, files: [{ name, bytes }], isDryRun: false });
  const csv = (...rows: readonly string[]) => Buffer.from([HEAD, ...rows].join('\r\n'));

  test('are read as people write them', async () => {
    const { changes } = await load('lagestal.csv', csv(...ROWS));

    expect(changes.kinds).toMatchObject([{ kind: 'figure', changed: [], ended: [] }]);
    expect(changes.kinds[0]?.added).toHaveLength(4);
    const figures = await listFigures(database.db, countyId, 2024);
    expect(
      figures.map(({ municipalityCode, measure, value, name }) => [municipalityCode, measure, value, name]),
    ).toEqual([
      ['0880', 'assigned', 32, undefined],
      ['0880', 'enrolled', 1234, undefined],
      ['0884', 'own', 12.5, 'Platser i förskola'],
      ['0884', 'share', 0.42, undefined],
    ]);
  });

  test.each(SheetFormat.options)('written as %s and read again, they change nothing', async (format) => {
    await load('lagestal.csv', csv(...ROWS));

    const bytes = await exportSheet({ database, now }, { countyId, kind: 'figures', format });
    const { changes } = await load(`lagestal.${format}`, bytes);

    expect(countChanges(changes)).toBe(0);
    expect(changes.kinds).toMatchObject([{ kind: 'figure', unchanged: 4 }]);
  });

  test('are corrected by the same row with another value', async () => {
    await load('lagestal.csv', csv(...ROWS));

    const { changes } = await load('lagestal.csv', csv('Kalmar;2024;Anvisningstal;;52;Nytt beslut;2024-03-01'));

    expect(changes.kinds[0]?.changed).toEqual(['0880-2024-assigned']);
  });

  describe('are refused, all faults at once', () => {
    test('with the cell and what to do', async () => {
      const rows = [
        'Umeå;2024;inskrivna;;5;Källa;2024-01-31',
        'Kalmar;2024;inskrivna;;många;Källa;2024-01-31',
        'Kalmar;2024;eget;;5;Källa;2024-01-31',
        'Vimmerby;2024;andel;;5;Källa;2024-01-31',
        'Vimmerby;2024;inskrivna;;5;Samtal med 811218-9876;2024-01-31',
      ];

      const refused = await load('lagestal.csv', csv(...rows)).catch((error: unknown) => error);

      const findings = refused instanceof InvalidInput ? refused.findings : [];
      expect(findings.map(({ path, message }) => `${path}: ${message}`)).toEqual([
        expect.stringMatching(/A2 Kommun: Umeå \(2480\) ligger i ett annat län/),
        expect.stringMatching(/E3 Värde: "många" är inget tal/),
        expect.stringMatching(/D4 Benämning: Det här saknas/),
        expect.stringMatching(/C5 Mått: "andel" är inte känt här\. Välj något av inskrivna, anvisningstal/),
        expect.stringMatching(/F6: .*personnummer/),
      ]);
      expect(await database.db.figure.count()).toBe(0);
    });
  });
});
