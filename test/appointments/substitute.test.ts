// Is the substitute asked instead, once, for as long as the days last, and not longer?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { followAppointments } from '../../src/appointments/follow.ts';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { openPeople, type People, titles } from './open-people.ts';

const ROUND_OPENS = '2026-03-09T08:00:00Z';
const CHECK_IN = 'Avstämning mars: Språkstöd på arbetsplatsen';
const own = (title: string) => title === CHECK_IN;

let database: Database;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  people = await openPeople(database);
});

describe('a substitute who is appointed in the middle of a round', () => {
  beforeEach(async () => {
    await people.goTo(ROUND_OPENS);
    await people.goTo('2026-03-10T08:00:00Z');
  });

  test('has the open question at once, is told once, and is the only one who is reminded of it', async () => {
    const receipt = await people.write('umea-1', 'ersättare testlan.umea-2@example.org 10–20 mars');
    await people.goTo('2026-03-10T08:10:00Z');
    await people.goTo('2026-03-17T08:00:00Z');

    expect(receipt).toMatchObject({
      kind: 'receipt',
      text: expect.stringContaining('ersätter dig 10–20 mars (kvitto '),
    });
    expect(await people.asked()).toEqual(['umea-2']);
    expect(titles(people.posts('umea-2'))).toEqual([
      'Du ersätter testlan/umea-1 10–20 mars',
      `Påminnelse: ${CHECK_IN}`,
    ]);
    expect(people.posts('umea-2')[0]?.buttons).toMatchObject([{ kind: 'fill', label: CHECK_IN }]);
    expect(titles(people.posts('umea-1'))).toEqual([CHECK_IN]);
  });

  test('answers with both names kept, and with who appointed whom', async () => {
    await people.write('umea-1', 'ersättare umea-2 10–20 mars');

    const answer = await people.answer('umea-2', { light: 'green' });

    const reply = await database.db.reply.findFirstOrThrow();
    const appointment = await database.db.appointment.findFirstOrThrow();
    expect(answer.kind).toBe('receipt');
    expect(reply).toMatchObject({ personId: 'testlan/umea-2', insteadOfId: 'testlan/umea-1' });
    expect(appointment).toMatchObject({
      personId: 'testlan/umea-1',
      standInId: 'testlan/umea-2',
      appointedById: 'testlan/umea-1',
      appointedAt: new Date('2026-03-10T08:00:00Z'),
    });
  });

  test('is told of both names, and the person that somebody else answers', async () => {
    await people.write('umea-1', 'ersättare umea-2 10–20 mars');

    const early = await people.answer('umea-1', { light: 'green' });
    await people.answer('umea-2', { light: 'green' });
    const shown = await people.look('umea-2');

    expect(early).toEqual({
      kind: 'note',
      text: 'Svaret är inte sparat. Frågan har gått över till testlan/umea-2, som svarar i stället.',
    });
    expect(shown).toMatchObject({
      views: [{ status: expect.stringMatching(/^Ditt svar: ● Grön .* Svarat i stället för testlan\/umea-1\.$/) }],
    });
  });

  test('does not get what was answered already', async () => {
    await people.answer('umea-1', { light: 'green' });

    await people.write('umea-1', 'ersättare umea-2 10–20 mars');

    expect(await people.asked()).toEqual(['umea-1']);
    expect(people.posts('umea-2')[0]?.buttons).toEqual([]);
  });

  test('gives back what is not answered when the days are over, and nobody is told twice', async () => {
    await people.write('umea-1', 'ersättare umea-2 10–12 mars');
    await people.goTo('2026-03-13T06:30:00Z');
    const early = await people.asked();

    await people.goTo('2026-03-13T07:05:00Z');
    await followAppointments(people.road);
    await people.goTo('2026-03-17T08:00:00Z');

    expect(early).toEqual(['umea-2']);
    expect(await people.asked()).toEqual(['umea-1']);
    expect(titles(people.posts('umea-1'))).toEqual([CHECK_IN, 'Frågor som är dina igen', `Påminnelse: ${CHECK_IN}`]);
    expect(titles(people.posts('umea-2'))).toEqual(['Du ersätter testlan/umea-1 10–12 mars']);
  });

  test('is told when it is taken back, and the question is the person’s again', async () => {
    await people.write('umea-1', 'ersättare umea-2 10–20 mars');

    const answer = await people.write('umea-1', 'ersättare ingen');
    await people.goTo('2026-03-17T08:00:00Z');

    expect(answer).toMatchObject({ text: expect.stringContaining('ersätter inte längre dig') });
    expect(await people.asked()).toEqual(['umea-1']);
    expect(titles(people.posts('umea-2')).at(-1)).toBe('Du ersätter inte längre testlan/umea-1');
    expect(await database.db.absence.count()).toBe(0);
    expect(await database.db.appointment.count({ where: { takenBackById: 'testlan/umea-1' } })).toBe(1);
  });
});

describe('a substitute for days to come', () => {
  test('is told at once, and of the open question when the days begin', async () => {
    await people.goTo('2026-03-02T08:00:00Z');
    await people.write('umea-1', 'ersättare umea-2 10–20 mars');
    await people.goTo(ROUND_OPENS);
    const before = await people.asked();

    await people.goTo('2026-03-10T07:05:00Z');
    await followAppointments(people.road);

    expect(before).toEqual(['umea-1']);
    expect(await people.asked()).toEqual(['umea-2']);
    expect(people.posts('umea-2').map(({ title, buttons }) => [title, buttons.length])).toEqual([
      ['Du ersätter testlan/umea-1 10–20 mars', 0],
      ['Du ersätter testlan/umea-1 10–20 mars', 1],
    ]);
  });

  test('is asked by the reminder itself where the days have begun, and the person is not', async () => {
    await people.goTo('2026-03-02T08:00:00Z');
    await people.write('umea-1', 'ersättare umea-2 9–20 mars');

    await people.goTo(ROUND_OPENS);

    expect(await people.asked()).toEqual(['umea-2']);
    expect(people.posts('umea-1')).toEqual([]);
    expect(titles(people.posts('umea-2')).filter(own)).toHaveLength(1);
  });
});

describe('a meeting', () => {
  beforeEach(() => people.goTo('2026-10-15T07:00:00Z'));

  test('after the days stays the person’s own question', async () => {
    await people.write('umea-1', 'ersättare umea-2 15–21 oktober');
    await people.goTo('2026-10-15T07:10:00Z');

    expect(await people.asked('meeting')).toContain('umea-1');
    expect(await people.asked('meeting')).not.toContain('umea-2');
  });

  test('within the days is the substitute’s as soon as it is known', async () => {
    await people.write('umea-1', 'ersättare umea-2 20–23 oktober');

    expect(await people.asked('meeting')).toContain('umea-2');
    expect(await people.asked('meeting')).not.toContain('umea-1');
  });
});

test('what is shown names who stands in, at all times and for some days', async () => {
  await people.goTo('2026-03-02T08:00:00Z');
  await people.write('umea-1', 'ersättare umea-2 10–20 mars');

  const own = JSON.stringify(await people.write('umea-1', 'ersättare'));
  const other = JSON.stringify(await people.write('umea-2', 'ersättare'));

  expect(own).toMatch(/Ersätter dig.*testlan\/umea-2, 10–20 mars \(kvitto .*testlan\/umea-2 i Kommunnätverket/);
  expect(other).toMatch(/Du ersätter.*testlan\/umea-1, 10–20 mars/);
});

describe('a person in no group', () => {
  const responsible = { where: { id: 'testlan/sprakstod' }, data: { responsibleId: 'testlan/umea-3' } };
  beforeEach(async () => {
    const like = { countyId: 'testlan', organisationId: 'testlan/umea', title: 'Handläggare' };
    await database.db.person.create({
      data: { ...like, id: 'testlan/umea-3', name: 'testlan/umea-3', email: 'testlan.umea-3@example.org' },
    });
    await database.db.activity.update(responsible);
    await people.goTo('2026-03-06T08:00:00Z');
  });

  test('gets a substitute, who is asked what the person is responsible for', async () => {
    const receipt = await people.write('umea-3', 'ersättare umea-2 9–20 mars');
    await people.goTo(ROUND_OPENS);

    expect(receipt).toMatchObject({ kind: 'receipt' });
    expect(await database.db.asked.findMany({ select: { personId: true, insteadOfId: true } })).toEqual([
      { personId: 'testlan/umea-2', insteadOfId: 'testlan/umea-3' },
    ]);
  });

  test('has what is open passed on when the days begin, and back when they are over', async () => {
    await people.goTo(ROUND_OPENS);
    const before = await people.asked();

    await people.write('umea-3', 'ersättare umea-2 9–12 mars');
    const between = await people.asked();
    await people.goTo('2026-03-13T07:05:00Z');
    await followAppointments(people.road);

    expect([before, between, await people.asked()]).toEqual([['umea-3'], ['umea-2'], ['umea-3']]);
  });
});

describe('two appointments for the same days', () => {
  test('that are made at the same moment are one: the second is told of the first', async () => {
    await people.goTo('2026-03-06T08:00:00Z');

    const answers = await Promise.all([
      people.write('umea-1', 'ersättare umea-2 9–13 mars'),
      people.write('samordnare', 'ersättare umea-2 för umea-1 12–20 mars'),
    ]);

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['note', 'receipt']);
    expect(await database.db.appointment.count()).toBe(1);
    expect(await database.db.absence.count()).toBe(1);
  });
});
