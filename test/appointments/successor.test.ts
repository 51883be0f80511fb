// A person leaves: does everything go over to the successor, and nothing get lost?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { followAppointments } from '../../src/appointments/follow.ts';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { openPeople, type People, titles } from './open-people.ts';

const ROUND_OPENS = '2026-03-09T08:00:00Z';
const CHECK_IN = 'Avstämning mars: Språkstöd på arbetsplatsen';

let database: Database;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  people = await openPeople(database);
  await database.db.contact.update({ where: { id: 'testlan/strateg' }, data: { personId: 'testlan/umea-1' } });
  await database.db.county.update({
    where: { id: 'testlan' },
    data: { definitions: [{ term: 'Nyanländ', text: 'Den som har fått uppehållstillstånd.' }] },
  });
});

const seatsOf = async (person: string) => {
  const where = { personId: `testlan/${person}`, role: { not: 'substitute' } };
  const rows = await database.db.membership.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ groupId, role, fromOn, toOn }) => [groupId.slice(8), role, fromOn, toOn]);
};

test('on the last day, everything goes over, and one pack tells all of it', async () => {
  await people.goTo(ROUND_OPENS);
  await people.answer('umea-1', { light: 'green' });
  await people.goTo('2026-06-01T07:00:00Z');

  await people.write('umea-1', 'efterträdare umea-2 1 juni');
  await people.goTo('2026-06-01T07:10:00Z');
  await followAppointments(people.road);

  const packs = people.posts('umea-2');
  const words = JSON.stringify(packs);
  expect(titles(packs)).toEqual(['Du efterträder testlan/umea-1']);
  expect(packs[0]?.buttons).toMatchObject([{ kind: 'fill', label: 'Avstämning juni: Språkstöd på arbetsplatsen' }]);
  for (const said of [
    'Sista dagen för testlan/umea-1 är 1 juni',
    'Beredningsgruppen — ledamot från 2 juni',
    'Beredningsgruppen möts torsdag 22 oktober',
    'Språkstöd på arbetsplatsen — ● Grön (mars 2026)',
    'Integrationsstrateg — 010-000 00 00',
    'Nyanländ: Den som har fått uppehållstillstånd.',
  ])
    expect(words).toContain(said);
  expect(await seatsOf('umea-1')).toEqual([
    ['arbetsgruppen', 'member', '2026-01-01', '2026-06-01'],
    ['beredningsgruppen', 'member', '2026-01-01', '2026-06-01'],
    ['natverket', 'member', '2026-01-01', '2026-06-01'],
  ]);
  expect(await seatsOf('umea-2')).toEqual([
    ['arbetsgruppen', 'member', '2026-06-02', null],
    ['beredningsgruppen', 'member', '2026-06-02', null],
    ['natverket', 'member', '2026-06-02', null],
  ]);
  expect(await database.db.contact.findUniqueOrThrow({ where: { id: 'testlan/strateg' } })).toMatchObject({
    personId: 'testlan/umea-2',
  });
  expect(await database.db.person.count({ where: { id: 'testlan/umea-1' } })).toBe(1);
});

test('before the last day the leaver keeps the questions, and the successor is told what is coming', async () => {
  await people.goTo(ROUND_OPENS);
  await people.write('umea-1', 'efterträdare umea-2 16 mars');
  const before = await people.asked();

  await people.goTo('2026-03-16T07:05:00Z');
  await people.goTo('2026-03-17T08:00:00Z');

  expect(before).toEqual(['umea-1']);
  expect(await people.asked()).toEqual(['umea-2']);
  expect(titles(people.posts('umea-2'))).toEqual([
    'Du efterträder testlan/umea-1',
    'Du efterträder testlan/umea-1',
    `Påminnelse: ${CHECK_IN}`,
  ]);
  expect(titles(people.posts('umea-1'))).toEqual([CHECK_IN]);
});

test('a reminder that still names the leaver asks the successor instead', async () => {
  await database.db.activity.update({
    where: { id: 'testlan/sprakstod' },
    data: { responsibleId: 'testlan/umea-1' },
  });
  await people.goTo('2026-03-06T08:00:00Z');
  await people.write('umea-1', 'efterträdare umea-2 6 mars');

  await people.goTo(ROUND_OPENS);

  const asked = await database.db.asked.findMany({ select: { personId: true, insteadOfId: true } });
  expect(asked).toEqual([{ personId: 'testlan/umea-2', insteadOfId: 'testlan/umea-1' }]);
  expect(people.posts('umea-1')).toEqual([]);
});

test('the answers of the leaver stay theirs', async () => {
  await people.goTo(ROUND_OPENS);
  await people.answer('umea-1', { light: 'yellow', comment: 'Två platser saknades.' });

  await people.write('umea-1', 'efterträdare umea-2 9 mars');

  expect(await database.db.reply.findMany({ select: { personId: true, isCurrent: true } })).toEqual([
    { personId: 'testlan/umea-1', isCurrent: true },
  ]);
  expect(JSON.stringify(await people.write('umea-2', 'mina'))).not.toContain('"fill"');
});

test('somebody who is told by another hears of it too', async () => {
  await people.goTo('2026-03-06T08:00:00Z');

  const receipt = await people.write('samordnare', 'efterträdare umea-2 för umea-1 30 juni');

  expect(receipt).toMatchObject({ text: expect.stringContaining('testlan/umea-2 efterträder testlan/umea-1') });
  expect(titles(people.posts('umea-1'))).toEqual(['testlan/umea-2 efterträder dig']);
});

describe('a hand-over that is taken back', () => {
  const LAST_DAY = '16 mars';
  const allSeats = () =>
    database.db.membership.findMany({ orderBy: { id: 'asc' }, select: { id: true, toOn: true, appointmentId: true } });

  test('before its day leaves every seat as it was, tells the successor, and asks the leaver again', async () => {
    await database.db.membership.updateMany({
      where: { personId: 'testlan/umea-1', groupId: 'testlan/natverket' },
      data: { toOn: '2026-12-31' },
    });
    const before = await allSeats();
    await people.goTo('2026-03-06T08:00:00Z');
    await people.write('umea-1', `efterträdare umea-2 ${LAST_DAY}`);
    const between = await allSeats();

    const answer = await people.write('umea-1', 'efterträdare ingen');
    await people.goTo(ROUND_OPENS);
    await people.goTo('2026-03-17T08:00:00Z');

    expect(between).not.toEqual(before);
    expect(answer).toMatchObject({ text: expect.stringContaining('testlan/umea-2 efterträder inte längre dig') });
    expect(await allSeats()).toEqual(before);
    expect(titles(people.posts('umea-2'))).toEqual([
      'Du efterträder testlan/umea-1',
      'Du efterträder inte längre testlan/umea-1',
    ]);
    expect(await people.asked()).toEqual(['umea-1']);
  });

  test('gives back a question that had gone over for a day after it', async () => {
    await people.goTo('2026-10-15T07:00:00Z');
    await people.write('umea-1', 'efterträdare umea-2 20 oktober');
    const between = await people.asked('meeting');

    await people.write('samordnare', 'efterträdare ingen för umea-1');

    expect(between).toContain('umea-2');
    expect(await people.asked('meeting')).toContain('umea-1');
    expect(await people.asked('meeting')).not.toContain('umea-2');
  });

  test('may be given to somebody else then', async () => {
    await people.goTo('2026-03-06T08:00:00Z');
    await people.write('umea-1', `efterträdare umea-2 ${LAST_DAY}`);
    const taken = await people.write('umea-1', `efterträdare umea-2 20 mars`);
    await people.write('umea-1', 'efterträdare ingen');

    expect(taken).toMatchObject({ text: expect.stringContaining('"efterträdare ingen"') });
    expect(await people.write('umea-1', 'efterträdare umea-2 20 mars')).toMatchObject({ kind: 'receipt' });
  });

  test('is not taken back once its day is here, and where there is none it is said', async () => {
    await people.goTo('2026-03-06T08:00:00Z');
    const none = await people.write('umea-1', 'efterträdare ingen');
    await people.write('umea-1', 'efterträdare umea-2 6 mars');
    const seats = await allSeats();

    const late = await people.write('umea-1', 'efterträdare ingen');

    expect(none).toMatchObject({ text: 'Det finns ingen efterträdare att ta tillbaka.' });
    expect(late).toMatchObject({ text: expect.stringContaining('har redan tagit över') });
    expect(await allSeats()).toEqual(seats);
  });
});
