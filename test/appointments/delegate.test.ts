// "Be ersättaren svara": does the question go over, once, and are both names kept?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { countyId } from '../topics/build-subjects.ts';
import { openPeople, type People, titles } from './open-people.ts';

const ROUND_OPENS = '2026-03-09T08:00:00Z';
const NUDGED = '2026-03-17T08:00:00Z';
const CHECK_IN = 'Avstämning mars: Språkstöd på arbetsplatsen';

let database: Database;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  people = await openPeople(database);
  await people.goTo(ROUND_OPENS);
  await people.goTo(NUDGED);
});

/** Somebody stands behind the person in the group that is asked. */
const seatBehind = (personId = 'testlan/umea-2') =>
  database.db.membership.create({
    data: {
      ...{ id: `behind/${personId}`, countyId, groupId: 'testlan/beredningsgruppen', personId, role: 'substitute' },
      ...{ substituteForId: 'testlan/umea-1', fromOn: '2026-01-01' },
    },
  });

test('stands on the nudge, and on nothing before it', async () => {
  const kinds = people.posts('umea-1').map(({ buttons }) => buttons.some(({ kind }) => kind === 'delegate'));

  expect(titles(people.posts('umea-1'))).toEqual([CHECK_IN, `Påminnelse: ${CHECK_IN}`]);
  expect(kinds).toEqual([false, true]);
});

test('gives the question to the substitute, who is told once however often it is pressed', async () => {
  await seatBehind();

  const [first, second] = await Promise.all([people.delegate('umea-1'), people.delegate('umea-1')]);
  const third = await people.delegate('umea-1');

  expect([first, second].map(({ kind }) => kind)).toEqual(['note', 'note']);
  expect(JSON.stringify([first, second])).toContain('testlan/umea-2 har fått frågan och svarar i stället för dig');
  expect(third).toMatchObject({ text: expect.stringContaining('Frågan har gått över till testlan/umea-2') });
  expect(await people.asked()).toEqual(['umea-2']);
  expect(titles(people.posts('umea-2'))).toEqual([`testlan/umea-1 ber dig svara: ${CHECK_IN}`]);
  expect(people.posts('umea-2')[0]?.buttons).toMatchObject([{ kind: 'fill', label: 'Svara nu' }]);
});

test('keeps both names with the answer, and who pressed what', async () => {
  await seatBehind();
  await people.delegate('umea-1');

  const answer = await people.answer('umea-2', { light: 'green' });

  const reply = await database.db.reply.findFirstOrThrow();
  const acts = await database.db.incoming.findMany({
    orderBy: { receivedAt: 'asc' },
    select: { kind: true, personId: true },
  });
  expect(answer.kind).toBe('receipt');
  expect(reply).toMatchObject({ personId: 'testlan/umea-2', insteadOfId: 'testlan/umea-1' });
  expect(acts).toEqual([
    { kind: 'delegated', personId: 'testlan/umea-1' },
    { kind: 'pressed', personId: 'testlan/umea-2' },
  ]);
});

test('is followed by the nudges to the substitute alone', async () => {
  await seatBehind();
  await people.delegate('umea-1');
  const before = people.posts('umea-1').length;

  await people.goTo('2026-03-19T08:00:00Z');

  expect(people.posts('umea-1')).toHaveLength(before);
  expect(titles(people.posts('umea-2')).at(-1)).toBe(`Påminnelse: ${CHECK_IN}`);
});

test('without a substitute says how to appoint one, and leaves the question where it is', async () => {
  expect(await people.delegate('umea-1')).toMatchObject({ text: expect.stringContaining('Du har ingen ersättare') });
  expect(await people.asked()).toEqual(['umea-1']);
});

test('asks nobody who is away or asked already', async () => {
  await seatBehind();
  await database.db.absence.create({
    data: { id: 'away', countyId, personId: 'testlan/umea-2', fromOn: '2026-03-01', toOn: '2026-03-31' },
  });

  expect(await people.delegate('umea-1')).toMatchObject({ text: expect.stringContaining('Du har ingen ersättare') });
});

test.each(['umea-2', 'vannas-1'])('%s, who is not asked, gives nothing away', async (person) => {
  await seatBehind();

  expect(await people.delegate(person)).toMatchObject({ text: expect.stringContaining('inte ställd till dig') });
  expect(await people.asked()).toEqual(['umea-1']);
});

test('an answered question goes to nobody', async () => {
  await seatBehind();
  await people.answer('umea-1', { light: 'green' });

  expect(await people.delegate('umea-1')).toMatchObject({ text: expect.stringContaining('redan besvarad') });
});

test('a closed question goes to nobody', async () => {
  await seatBehind();
  await people.goTo('2027-03-01T08:00:00Z');

  expect(await people.delegate('umea-1')).toMatchObject({ text: expect.stringContaining('Frågan stängde') });
});
