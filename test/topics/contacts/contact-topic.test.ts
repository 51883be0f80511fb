// Twice a year: who is asked whether a contact's details are right, and what does the answer change?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { listContacts, saveContacts } from '../../../src/directory/contact-store.ts';
import { toLeftAddress } from '../../../src/directory/person.ts';
import { SubjectId } from '../../../src/ids.ts';
import type { Answers } from '../../../src/message/form.ts';
import type { Subject } from '../../../src/topic.ts';
import { createContactTopic } from '../../../src/topics/contacts/contact-topic.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { answer, ask, findDue } from '../ask.ts';
import { buildContact, countyId, person, settleSubjects, subject } from '../build-subjects.ts';

const spring = subject('bosattning/2026-spring');
/** Of all contacts that nobody answers for: two in the small county. */
const listing: Subject = { countyId, id: SubjectId.parse('testlan/2026-spring') };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  await settleSubjects(database.db);
});

const replanned: string[] = [];
const topic = createContactTopic({
  replan: async (_db, { id }) => {
    replanned.push(id);
  },
});
const steps = async (of: Subject) => (await topic.dates(database.db, of)).map(({ step, date }) => `${step} ${date}`);
const open = async (of: Subject) => ask(database.db, topic, await findDue(database.db, topic, of, 'ask'));
const listAudience = async (of: Subject, step: string) =>
  (await topic.audience(database.db, await findDue(database.db, topic, of, step))).map((one) =>
    one.kind === 'person' ? `${one.personId} ${one.isAsked}` : one.groupId,
  );
const say = async (of: Subject, step: string) =>
  JSON.stringify(await topic.message(database.db, await findDue(database.db, topic, of, step), 'sv'));
const confirmedOn = async (id = 'testlan/bosattning') =>
  (await listContacts(database.db, countyId)).find((contact) => contact.id === id)?.confirmedOn;

async function reply(of: Subject, from: string, answers: Answers, at = '2026-03-03T08:00:00Z') {
  await answer(database.db, topic, await open(of), { from: person(from), answers, at: new Date(at) });
}

describe('the dates of a round', () => {
  test('are a working day and nine o’clock, with two nudges before the last day to answer', async () => {
    // 1 March 2026 is a Sunday.
    expect(await steps(spring)).toEqual(['ask 2026-03-02', 'nudge:nudge-1 2026-03-11', 'nudge:nudge-2 2026-03-16']);
    expect(await topic.dates(database.db, spring)).toMatchObject([{ time: '09:00' }, {}, {}]);
  });

  test('come in spring and autumn, for every contact and for those that nobody answers for', async () => {
    const window = { from: new Date('2026-01-01T08:00:00Z'), to: new Date('2026-12-31T08:00:00Z') };

    expect((await topic.upcoming(database.db, window)).map(({ id }) => id)).toEqual([
      'testlan/bosattning/2026-spring',
      'testlan/2026-spring',
      'testlan/bosattning/2026-autumn',
      'testlan/2026-autumn',
    ]);
  });

  test('are none for a contact who is gone, nor for a round that the county does not have', async () => {
    expect([await steps(subject('okand/2026-spring')), await steps(subject('bosattning/2026-summer'))]).toEqual([
      [],
      [],
    ]);
  });
});

describe('whoever is asked', () => {
  test('is the person who answers for the contact, and is shown what is stored', async () => {
    expect(await listAudience(spring, 'ask')).toEqual(['testlan/mig-2 true']);
    for (const said of ['Bosättningssamordnare', '010-000 00 03', 'bosattning@example.org', 'Umeå, Vännäs']) {
      expect(await say(spring, 'ask')).toContain(said);
    }
  });

  test('is the coordinator, in one listing, about those that nobody answers for', async () => {
    expect(await listAudience(listing, 'ask')).toEqual(['testlan/samordnare true']);
    expect(await say(listing, 'ask')).toContain('Handläggare statsbidrag');
    expect(await say(listing, 'ask')).not.toContain('Bosättningssamordnare');
  });

  test('is the coordinator too once the person has left', async () => {
    const id = person('mig-2');
    await database.db.person.update({ where: { id }, data: { email: toLeftAddress(id) } });

    expect(await steps(spring)).toEqual([]);
    expect(await say(listing, 'ask')).toContain('Bosättningssamordnare');
  });
});

describe('a yes', () => {
  test('confirms the contact on the day of the answer', async () => {
    await reply(spring, 'mig-2', { isRight: 'yes' });

    expect(await confirmedOn()).toBe('2026-03-03');
  });

  test('of the coordinator confirms the whole listing and nobody else', async () => {
    await reply(listing, 'samordnare', { isRight: 'yes' });

    expect([await confirmedOn('testlan/strateg'), await confirmedOn('testlan/medel')]).toEqual([
      '2026-03-03',
      '2026-03-03',
    ]);
    expect(await confirmedOn()).toBeUndefined();
  });

  test('survives that the same is imported again, but not that the file says something else', async () => {
    await reply(spring, 'mig-2', { isRight: 'yes' });

    expect(await saveContacts(database.db, countyId, [buildContact()])).toEqual([]);
    expect(await confirmedOn()).toBe('2026-03-03');

    await saveContacts(database.db, countyId, [buildContact({ phone: '010-000 00 04' })]);
    expect(await confirmedOn()).toBeUndefined();
  });
});

describe('a no', () => {
  const wrong = { isRight: 'no', comment: 'Telefonnumret är gammalt.' };

  test('is told to the coordinator at once, with what is wrong', async () => {
    await reply(spring, 'mig-2', wrong);

    const [step = ''] = (await steps(spring)).filter((one) => one.startsWith('objection'));
    expect(step).toBe('objection:1:person:testlan/mig-2 2026-03-03');
    expect(replanned).toContain(spring.id);
    expect(await listAudience(spring, step.split(' ')[0] ?? '')).toEqual(['testlan/samordnare false']);
    expect(await say(spring, step.split(' ')[0] ?? '')).toContain('Telefonnumret är gammalt.');
  });

  test('takes back what was confirmed', async () => {
    await reply(spring, 'mig-2', { isRight: 'yes' });
    await reply(spring, 'mig-2', wrong, '2026-03-04T08:00:00Z');

    expect(await confirmedOn()).toBeUndefined();
  });

  test('about a listing leaves the contacts in it as they were', async () => {
    await reply(listing, 'samordnare', { isRight: 'yes' });
    await reply(listing, 'samordnare', wrong, '2026-03-04T08:00:00Z');

    expect(await confirmedOn('testlan/medel')).toBe('2026-03-03');
  });
});

test('a question about a contact who is gone meanwhile is not asked any more, and its card says so', async () => {
  const due = await open(spring);
  await database.db.contact.delete({ where: { id: 'testlan/bosattning' } });

  expect(await topic.asks(database.db, due, 'sv')).toBeUndefined();
  expect(await topic.audience(database.db, due)).toEqual([]);
  expect(await topic.message(database.db, due, 'sv')).toMatchObject({ buttons: [], past: {} });
});
