// Does a sheet reach the database whole or not at all, and leave alone what it does not name?

import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { listContacts } from '../../../src/directory/contact-store.ts';
import { listPeople } from '../../../src/directory/person-store.ts';
import { InvalidInput } from '../../../src/errors.ts';
import { CountyId } from '../../../src/ids.ts';
import { countChanges } from '../../../src/import/changes.ts';
import { importFiles } from '../../../src/import/import-files.ts';
import { exportSheet } from '../../../src/import/sheets/export-sheet.ts';
import { importSheets } from '../../../src/import/sheets/import-sheets.ts';
import { SheetFormat } from '../../../src/import/sheets/sheet-format.ts';
import { SheetKind } from '../../../src/import/sheets/sheet-kinds.ts';
import { createTopics } from '../../../src/main.ts';
import { writeWorkbook } from '../../../src/spreadsheet/write-workbook.ts';
import { describeOnDatabase, emptyTables } from '../../fake/test-database.ts';
import { readText } from '../read-county.ts';

const topics = createTopics();
const NOW = new Date('2019-01-02T08:00:00Z');
const countyId = CountyId.parse('vasterbotten');

/** As a county board keeps it: a title, names of its own, a row for each municipality, and codes without their zeros. */
const FIFTEEN = [
  ['Kontakter i länets kommuner'],
  [],
  ['Kommun', 'Organisation', 'Titel', 'Telefonnummer', 'E-postadress'],
  ...[
    ...['Bjurholm', 'Dorotea', 'Lycksele', 'Malå', 'Nordmaling', 'Norsjö', 'Robertsfors', 'Skellefteå'],
    ...['Sorsele', 'Storuman', 'Umeå kommun', '2481', 'vindeln', 'Vännäs', 'Åsele'],
  ].map((municipality, index) => [
    municipality,
    'Länsstyrelsen i Västerbottens län',
    index % 2 === 0 ? 'Strateg för inlandet' : 'Strateg för kusten',
    index % 2 === 0 ? '010-000 00 11' : '+46 10 000 00 12',
    index % 2 === 0 ? 'inland@example.org' : 'kust@example.org',
  ]),
];

describeOnDatabase((open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyTables(database);
    const text = readText('prisma/counties/vasterbotten.yaml');
    await importFiles({ database, topics, now: NOW }, { files: [{ name: 'v.yaml', text }], isDryRun: false });
  });

  const load = (name: string, bytes: Uint8Array, isDryRun = false) =>
    importSheets({ database, topics, now: NOW }, { countyId, files: [{ name, bytes }], isDryRun });
  const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'));

  test.each([
    ['kontakter.xlsx', writeWorkbook([{ name: 'Blad1', rows: FIFTEEN }])],
    ['lista.csv', Buffer.from(FIFTEEN.map((cells) => cells.join(';')).join('\n'), 'latin1')],
  ])('fifteen municipalities come from %s as two contacts, once', async (name, bytes) => {
    const before = await listContacts(database.db, countyId);

    const preview = await load(name, bytes, true);
    const first = await load(name, bytes);
    const second = await load(name, bytes);

    const contacts = (await listContacts(database.db, countyId)).filter(
      ({ id }) => !before.some((one) => one.id === id),
    );
    expect(contacts.map(({ email, phone, municipalityCodes }) => [email, phone, municipalityCodes.length])).toEqual([
      ['inland@example.org', '010-000 00 11', 8],
      ['kust@example.org', '+46 10 000 00 12', 7],
    ]);
    expect(preview).toEqual(first);
    expect(first.changes.kinds).toMatchObject([{ kind: 'contact', added: expect.any(Array), ended: [], kept: [] }]);
    expect(countChanges(second.changes)).toBe(0);
    expect(await listContacts(database.db, countyId)).toEqual(expect.arrayContaining([...before]));
  });

  test('an export of any kind in any format changes nothing when it is imported', async () => {
    const exporting = { database, now: NOW };
    for (const kind of SheetKind.options) {
      for (const format of SheetFormat.options) {
        const bytes = await exportSheet(exporting, { countyId, kind, format });

        const { changes } = await load(`data.${format}`, bytes, true);

        expect([kind, format, countChanges(changes)]).toEqual([kind, format, 0]);
        expect(await exportSheet(exporting, { countyId, kind, format })).toEqual(bytes);
      }
    }
  });

  test('one faulty cell keeps every row of every file out', async () => {
    const people = csv('Namn;Befattning;E-post;Organisation', 'Ny Person;Strateg;ny@example.org;Umeå');
    const seats = csv('Grupp;Person;Roll;Från', 'Migrationsrådet;ny@example.org;ordförand;2019-02-30');
    const files = [
      { name: 'personer.csv', bytes: people },
      { name: 'medlemmar.csv', bytes: seats },
    ];

    const refused = await importSheets({ database, topics, now: NOW }, { countyId, files, isDryRun: false }).catch(
      (error: unknown) => error,
    );

    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused).toMatchObject({
      findings: [
        { path: 'medlemmar.csv:C2 Roll', message: expect.stringContaining('Menade du "ordförande"?') },
        { path: 'medlemmar.csv:D2 Från', message: expect.stringContaining('är ingen dag') },
      ],
    });
    expect((await listPeople(database.db, countyId)).some(({ email }) => email === 'ny@example.org')).toBe(false);
  });

  test('is told of in the language that the county speaks first', async () => {
    await database.db.county.update({ where: { id: countyId }, data: { languages: ['en', 'sv'] } });
    const files = [{ name: 'kontakter.csv', bytes: Buffer.from('Kommuner;Befattning;Telefon\nUmea;Strateg;ring') }];

    const refused = await importSheets({ database, topics, now: NOW }, { countyId, files, isDryRun: false }).catch(
      (error: unknown) => error,
    );

    expect(refused).toMatchObject({
      findings: expect.arrayContaining([
        { path: 'kontakter.csv:A2 Kommuner', message: '"Umea" is not a municipality. Did you mean "Umeå" (2480)?' },
        { path: 'kontakter.csv:row 2 E-post', message: 'This is missing. Add it.' },
      ]),
    });
  });

  describe('people', () => {
    test('come with a box in the web room, and take seats of the same import', async () => {
      const workbook = writeWorkbook([
        {
          name: 'Personer',
          rows: [
            ['Namn', 'Befattning', 'E-post', 'Organisation'],
            ['Ny Person', 'Strateg', 'ny@example.org', 'Umeå'],
          ],
        },
        {
          name: 'Medlemmar',
          rows: [
            ['Grupp', 'Person', 'Roll', 'Från'],
            ['Migrationsrådet', 'Ny Person', 'ledamot', '2019-02-01'],
          ],
        },
      ]);

      const { changes } = await load('nya.xlsx', workbook);

      expect(changes.kinds.map(({ kind, added }) => [kind, added])).toEqual([
        ['person', ['Ny Person']],
        ['membership', ['Ny Person in Migrationsrådet']],
      ]);
      expect(
        await database.db.conversation.findMany({ where: { personId: 'vasterbotten/umea-strateg' } }),
      ).toHaveLength(1);
    });

    test('may exchange their addresses, each known by the id', async () => {
      const rows = csv(
        'Id;E-post',
        'umea-kontakt;skelleftea.kontakt@example.org',
        'skelleftea-kontakt;umea.kontakt@example.org',
      );

      const { changes } = await load('personer.csv', rows);

      expect(changes.kinds).toMatchObject([{ kind: 'person', changed: expect.any(Array), unchanged: 0 }]);
      const people = await listPeople(database.db, countyId);
      expect(people.find(({ id }) => id === 'vasterbotten/umea-kontakt')?.email).toBe('skelleftea.kontakt@example.org');
    });
  });

  test('a call whose last day is another tells of the move, and a meeting stays cancelled', async () => {
    await database.db.meeting.updateMany({
      where: { id: 'vasterbotten/migrationsradet-2019-03-29' },
      data: { cancelledOn: '2019-01-01' },
    });

    const call = await load('utlysningar.csv', csv('Id;Sista ansökningsdag', 'tia-2019-1;2019-03-25'));
    await load('möten.csv', csv('Id;Plats', 'migrationsradet-2019-03-29;Stadshuset, Umeå'));

    expect(call.changes.moved).toMatchObject([{ kind: 'call', from: '2019-03-20', to: '2019-03-25', isTold: true }]);
    expect(
      await database.db.meeting.findUnique({ where: { id: 'vasterbotten/migrationsradet-2019-03-29' } }),
    ).toMatchObject({ cancelledOn: '2019-01-01', place: 'Stadshuset, Umeå' });
  });

  test('a county that is not there is named with those that are', async () => {
    const other = importSheets(
      { database, topics, now: NOW },
      { countyId: CountyId.parse('vasterboten'), files: [], isDryRun: false },
    );

    await expect(other).rejects.toThrow('There is no county "vasterboten". Did you mean "vasterbotten"?');
  });
});
