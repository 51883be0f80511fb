// An event is proposed: when is it approved, by whom, and what does the week's letter say?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { Ladders } from '../../../src/directory/county.ts';
import { SubjectId } from '../../../src/ids.ts';
import type { Subject } from '../../../src/topic.ts';
import { listApproved, readEvent } from '../../../src/topics/events/event-store.ts';
import { createEventTopic } from '../../../src/topics/events/event-topic.ts';
import { type BuiltCounty, buildCounty } from '../../directory/build-county.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { answer, ask, findDue } from '../ask.ts';
import { buildEvent, countyId, date, person, settleSubjects, subject } from '../build-subjects.ts';

const event = subject('1');
const topic = createEventTopic({ replan: async () => {} });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));

const steps = async (of: Subject) =>
  (await topic.dates(database.db, of)).map(({ step, date: day, time }) => `${step} ${day} ${time}`);
const listAudience = async (of: Subject, step: string) =>
  (await topic.audience(database.db, await findDue(database.db, topic, of, step))).map((one) =>
    one.kind === 'person' ? `${one.personId} ${one.isAsked}` : one.groupId,
  );
const say = async (of: Subject, step: string) =>
  JSON.stringify(await topic.message(database.db, await findDue(database.db, topic, of, step), 'sv'));
const approve = (at: string, answers: Record<string, string> = { decision: 'approved' }) =>
  findDue(database.db, topic, event, 'ask')
    .then((due) => ask(database.db, topic, due))
    .then((due) => answer(database.db, topic, due, { from: person('samordnare'), answers, at: new Date(at) }));

describe('an event that waits', () => {
  beforeEach(() => settleSubjects(database.db, { event: buildEvent() }));

  test('is asked about at once, and the coordinator nudged on the last day to approve', async () => {
    expect(await steps(event)).toEqual(['ask 2026-03-02 09:00', 'nudge:nudge 2026-03-05 09:00']);
    expect(await listAudience(event, 'ask')).toEqual(['testlan/samordnare true']);
  });

  test('is not in the calendar', async () => {
    expect(await listApproved(database.db, { countyId, from: date('2026-01-01') })).toEqual([]);
  });

  test('is in the calendar once it is approved, and whoever proposed it is told', async () => {
    await approve('2026-03-03T08:00:00Z');

    expect(await listApproved(database.db, { countyId, from: date('2026-01-01') })).toMatchObject([{ number: 1 }]);
    const step = `decided:${Date.parse('2026-03-03T08:00:00Z')}`;
    expect(await listAudience(event, step)).toEqual(['testlan/sprak-1 false']);
    expect(await say(event, step)).toContain('Din aktivitet är godkänd: Språkcafé');
  });

  test('is not in the calendar once it is refused, and whoever proposed it is told why', async () => {
    await approve('2026-03-03T08:00:00Z', { decision: 'refused', reason: 'Samma dag som mässan.' });

    expect(await readEvent(database.db, event)).toMatchObject({
      decided: { decision: 'refused', byId: 'testlan/samordnare', reason: 'Samma dag som mässan.' },
    });
    expect(await listApproved(database.db, { countyId, from: date('2026-01-01') })).toEqual([]);
    expect(await say(event, `decided:${Date.parse('2026-03-03T08:00:00Z')}`)).toContain('Samma dag som mässan.');
  });
});

describe('the week’s letter', () => {
  const letter = (day: string): Subject => ({ countyId, id: SubjectId.parse(`testlan/${day}`) });
  const listLetters = async () => {
    const window = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-05-31T00:00:00Z') };
    return (await topic.upcoming(database.db, window)).map(({ id }) => id).filter((id) => id !== event.id);
  };
  const approved = buildEvent({
    decided: { decision: 'approved', byId: 'testlan/samordnare', at: new Date('2026-03-03T08:00:00Z') },
  });

  test('comes when an event is new, and in the two weeks before it', async () => {
    await settleSubjects(database.db, { event: approved });

    // Monday 6 April is Easter Monday: that letter comes on Tuesday.
    expect(await listLetters()).toEqual(['testlan/2026-03-09', 'testlan/2026-03-30', 'testlan/2026-04-06']);
    expect(await steps(letter('2026-04-06'))).toEqual(['digest 2026-04-07 09:00']);
  });

  test('goes to every group of the county, and tells what comes', async () => {
    await settleSubjects(database.db, { event: approved });

    expect((await listAudience(letter('2026-03-30'), 'digest')).toSorted()).toEqual([
      'testlan/arbetsgruppen',
      'testlan/beredningsgruppen',
      'testlan/natverket',
    ]);
    expect(await say(letter('2026-03-30'), 'digest')).toContain(
      'fredag 10 april: Språkcafé, Stadsbiblioteket (Föreningen Språkvännerna)',
    );
  });

  test('does not come where nothing is approved', async () => {
    await settleSubjects(database.db, { event: buildEvent() });

    expect(await listLetters()).toEqual([]);
    expect(await listAudience(letter('2026-03-30'), 'digest')).toEqual([]);
  });

  test.each([
    [{ weekdays: [3], at: '08:15' }, ['digest 2026-04-01 08:15']],
    [{ weekdays: [] }, []],
  ])('follows the county’s rule %j', async (rule, expected) => {
    await settleSubjects(database.db, { event: approved, county: tellEvents(rule) });

    expect(await steps(letter('2026-04-01'))).toEqual(expected);
    expect(await steps(letter('2026-03-30'))).toEqual([]);
  });
});

function tellEvents(rule: object): BuiltCounty {
  const built = buildCounty();
  return { ...built, county: { ...built.county, ladders: Ladders.parse({ ...built.county.ladders, event: rule }) } };
}
