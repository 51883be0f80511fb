// "protokoll": who may say that minutes are there, of which meeting, and what is said where it is not understood?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { testCounty } from '../fake/county.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { type Chat, mail, openChat, wordsOf } from './open-chat.ts';

const { id: countyId, group: groupId } = testCounty;
const CONVENER = 'grannlan.sammankallande@example.org';

let database: Database;
let chat: Chat;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  chat = await openChat(database);
  const shared = { countyId, groupId, startsAt: '13:00', endsAt: '15:00', agenda: [] };
  await database.db.group.create({ data: { id: 'testlan/annan', countyId, name: 'Annan grupp', kind: 'working' } });
  await database.db.meeting.createMany({
    data: [
      { ...shared, id: 'testlan/februari', heldOn: '2026-02-13' },
      { ...shared, id: 'testlan/annat', groupId: 'testlan/annan', heldOn: '2026-02-20' },
      { ...shared, id: 'testlan/samma', groupId: 'testlan/annan', heldOn: '2026-02-13' },
      { ...shared, id: 'testlan/installt', heldOn: '2026-02-16', cancelledOn: '2026-02-01' },
      { ...shared, id: 'testlan/april', heldOn: '2026-04-10' },
      { ...shared, id: 'testlan/klart', heldOn: '2026-01-22', minutesOn: '2026-01-30' },
      { ...shared, id: 'grannlan/mote', countyId: 'grannlan', groupId: 'grannlan/sprak', heldOn: '2026-02-13' },
    ],
  });
});

const write = async (email: string, text: string) => wordsOf(await chat.write(email, text));
const listDone = async () =>
  (await database.db.meeting.findMany({ where: { minutesOn: '2026-03-02' }, orderBy: { id: 'asc' } })).map(
    ({ id, minutesLink }) => [id, minutesLink],
  );

describe('alone', () => {
  test('lists what a coordinator may still tell of, as it can be written back', async () => {
    const answer = await write(mail.coordinator, 'protokoll');

    for (const item of ['Beredningsgruppen 13 februari', 'Annan grupp 13 februari', 'Annan grupp 20 februari'])
      expect(answer).toContain(item);
    for (const other of ['22 januari', '16 februari', '10 april', 'Språkgruppen']) expect(answer).not.toContain(other);
  });

  test('lists what is of a convener’s own group, and nothing for a member', async () => {
    expect(await write(CONVENER, 'protokoll')).toContain('Språkgruppen 13 februari');
    expect(await write(CONVENER, 'protokoll')).not.toContain('Beredningsgruppen');
    expect(await write(mail.alby, 'protokoll')).toContain('Bara länets samordnare');
  });
});

describe('with a group and a day', () => {
  test.each([
    ['protokoll beredningsgruppen 13 februari https://example.org/p?a=1', 'https://example.org/p?a=1'],
    ['protokoll Beredningsgruppen 2026-02-13', null],
    ['minutes beredningsgruppen 13 februari HTTPS://example.org/p', 'HTTPS://example.org/p'],
  ])('"%s" is kept', async (text, link) => {
    expect(await write(mail.coordinator, text)).toContain('Beredningsgruppen 13 februari har protokoll nu');
    expect(await listDone()).toEqual([['testlan/februari', link]]);
  });

  test('is no change that a calendar is told of', async () => {
    await write(mail.coordinator, 'protokoll beredningsgruppen 13 februari');

    expect(await database.db.meeting.count({ where: { sequence: { gt: 0 } } })).toBe(0);
  });

  test('a day that one group met on is enough', async () => {
    await write(mail.coordinator, 'protokoll 20 februari https://example.org/p');

    expect(await listDone()).toEqual([['testlan/annat', 'https://example.org/p']]);
  });

  test.each([
    ['protokoll 13 februari', 'Flera grupper möttes då'],
    ['protokoll beredningsgruppen', 'Skriv grupp och dag'],
    ['protokoll beredningsgrupen 13 februari', 'Menade du \\"Beredningsgruppen\\"?'],
    ['protokoll språkgruppen 13 februari', 'Det finns ingen grupp som heter'],
    ['protokoll beredningsgruppen 16 februari', 'Det hölls inget möte 16 februari'],
    ['protokoll beredningsgruppen 2026-04-10', 'Mötet har inte varit än'],
    ['protokoll beredningsgruppen 13 februari javascript:alert(1)', 'ingen länk'],
    ['protokoll beredningsgruppen 13 februari www.example.org', 'ingen länk'],
  ])('"%s" is refused with what to do', async (text, why) => {
    expect(await write(mail.coordinator, text)).toContain(why);
    expect(await listDone()).toEqual([]);
  });

  test.each([mail.alby, mail.neighbour, CONVENER])('%s cannot tell of it', async (email) => {
    await write(email, 'protokoll beredningsgruppen 13 februari');

    expect((await listDone()).filter(([id]) => id !== 'grannlan/mote')).toEqual([]);
  });
});
