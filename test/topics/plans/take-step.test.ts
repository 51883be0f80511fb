// Is a plan's step taken once, and nothing written to a plan that is locked?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../src/calendar/local-date.ts';
import type { Database } from '../../../src/database/open.ts';
import { findPersonAnywhere } from '../../../src/directory/person-store.ts';
import { InvalidInput } from '../../../src/errors.ts';
import { saveMeetings } from '../../../src/topics/meetings/meeting-store.ts';
import { saveActivities } from '../../../src/topics/plans/activity-store.ts';
import { addCheckIn, listCheckIns } from '../../../src/topics/plans/check-in-store.ts';
import { copyPlan } from '../../../src/topics/plans/copy-plan.ts';
import { listPlanSteps } from '../../../src/topics/plans/plan-step-store.ts';
import { findPlan, savePlans } from '../../../src/topics/plans/plan-store.ts';
import { listRounds, saveRounds } from '../../../src/topics/plans/round-store.ts';
import { addAddendum, checkStep, findPlanRole, takeStep } from '../../../src/topics/plans/take-step.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { buildActivity, buildMeeting, buildPlan, countyId, date, person, settleSubjects } from '../build-subjects.ts';

const of = { countyId, planId: 'testlan/plan-2026' };
const now = new Date('2026-12-15T10:00:00Z');
const stepping = { role: 'coordinator', byId: person('samordnare'), now, today: date('2026-12-15') } as const;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));

describe('a step', () => {
  test('that two take at once is taken by one of them, and kept once', async () => {
    await settleSubjects(database.db);
    const plan = buildPlan();
    const take = () => database.transaction((tx) => takeStep(tx, { ...stepping, plan, act: 'follow-up' }));

    const taken = await Promise.all([take(), take(), take()]);

    expect(taken.flatMap((one) => ('refusal' in one ? [one.refusal.kind] : []))).toEqual(['overtaken', 'overtaken']);
    expect(await listPlanSteps(database.db, of)).toMatchObject([{ from: 'approved', to: 'followed-up', at: now }]);
  });

  test('of approval names a meeting of the group that approves, which was not cancelled', async () => {
    const plan = buildPlan({ state: 'prepared', approvedById: 'testlan/beredningsgruppen' });
    await settleSubjects(database.db, { plan });
    const approve = (day: string) =>
      checkStep(database.db, { ...stepping, plan, act: 'approve', decidedOn: date(day) });

    const held = await approve('2026-10-22');
    const another = await approve('2026-10-23');
    await database.db.meeting.updateMany({ data: { cancelledOn: '2026-10-20' } });
    const cancelled = await approve('2026-10-22');

    expect(held).toEqual({ meetingId: 'testlan/mote' });
    expect(another).toEqual({ refusal: { kind: 'no-meeting', day: '2026-10-23', held: ['2026-10-22'] } });
    expect(cancelled).toMatchObject({ refusal: { kind: 'no-meeting', held: [] } });
  });

  test.each([
    ['a person', '811228-9874', { kind: 'personal-number' }],
    ['more than a number', '1'.repeat(101), { kind: 'long-dnr', length: 101, most: 100 }],
  ])('of approval is not taken under a number that is %s', async (_what, dnr, refusal) => {
    const plan = buildPlan({ state: 'prepared', approvedById: 'testlan/beredningsgruppen' });
    await settleSubjects(database.db, { plan });

    const taken = await database.transaction((tx) =>
      takeStep(tx, { ...stepping, plan, act: 'approve', decidedOn: date('2026-10-22'), dnr }),
    );

    expect(taken).toEqual({ refusal });
    expect(await listPlanSteps(database.db, of)).toEqual([]);
  });
});

test('a plan is taken further by its county’s coordinator and by who convenes the group that prepares it', async () => {
  const plan = buildPlan({ preparedById: 'testlan/beredningsgruppen' });
  await settleSubjects(database.db, { plan });
  const roleOf = async (name: string) => {
    const found = await findPersonAnywhere(database.db, person(name));
    return found && findPlanRole(database.db, plan, found, date('2026-12-15'));
  };

  const before = await roleOf('mig-1');
  await database.db.membership.updateMany({
    where: { personId: 'testlan/mig-1', groupId: 'testlan/beredningsgruppen' },
    data: { role: 'convener' },
  });

  expect(before).toBe('other');
  expect(await roleOf('mig-1')).toBe('preparer');
  expect(await roleOf('umea-1')).toBe('other');
  expect(await roleOf('samordnare')).toBe('coordinator');
});

describe('an approval of long ago', () => {
  test('is found among any number of meetings, and a refusal names only the last of them', async () => {
    const plan = buildPlan({ state: 'prepared', approvedById: 'testlan/beredningsgruppen' });
    await settleSubjects(database.db, { plan });
    const days = Array.from({ length: 30 }, (_, index) => addDays(date('2026-11-02'), index));
    const later = days.map((heldOn) => buildMeeting({ id: `testlan/mote-${heldOn}`, heldOn }));
    await saveMeetings(database.db, { countyId, now }, later);
    const approve = (day: string) =>
      checkStep(database.db, { ...stepping, plan, act: 'approve', decidedOn: date(day) });

    expect(await approve('2026-10-22')).toEqual({ meetingId: 'testlan/mote' });
    expect(await approve('2026-10-23')).toEqual({
      refusal: { kind: 'no-meeting', day: '2026-10-23', held: days.toReversed().slice(0, 5) },
    });
  });
});

describe('a plan that is locked', () => {
  beforeEach(() => settleSubjects(database.db, { plan: buildPlan({ state: 'locked' }) }));

  test('keeps its activities, its rounds and itself; the same again is no change', async () => {
    const { db } = database;
    const [round] = await listRounds(db, of);
    if (!round) throw new Error('It has no round.');

    for (const write of [
      () => saveActivities(db, countyId, [buildActivity({ title: 'Annat' })]),
      () => saveActivities(db, countyId, [buildActivity({ id: 'testlan/ny' })]),
      () => saveActivities(db, countyId, [buildActivity({ planId: 'testlan/annan' })]),
      () => saveRounds(db, countyId, [{ ...round, closesOn: date('2026-03-27') }]),
      () => savePlans(db, countyId, [buildPlan({ state: 'locked', dnr: '1-2026' })]),
    ]) {
      await expect(write()).rejects.toThrow(InvalidInput);
    }
    expect(await saveActivities(db, countyId, [buildActivity()])).toEqual([]);
    expect(await saveRounds(db, countyId, [round])).toEqual([]);
    // A file that has not heard that it is locked takes nothing back.
    expect(await savePlans(db, countyId, [buildPlan({ state: 'locked' })])).toEqual([]);
    expect((await findPlan(db, of))?.state).toBe('locked');
  });

  test('takes addenda from the coordinator alone, and none that names a person', async () => {
    const add = (role: 'coordinator' | 'preparer', text: string) =>
      addAddendum(database.db, { countyId, year: 2026, text, at: now, role: async () => role });

    expect(await add('preparer', 'En rättelse.')).toEqual({ refusal: 'not-allowed' });
    expect(await add('coordinator', 'En rättelse.')).toMatchObject({ addendum: { text: 'En rättelse.' } });
    await expect(add('coordinator', 'Gäller 811228-9874.')).rejects.toThrow('personal-number');
    expect(await database.db.addendum.count()).toBe(1);
  });
});

describe('the history of an activity', () => {
  const checkIn = {
    ...{ countyId, planId: of.planId, activityId: buildActivity().id, light: 'green' as const, isLate: false },
    ...{ personId: person('umea-1'), organisationId: buildActivity().ownerId },
  } as const;
  const march = { ...checkIn, round: 'mars-2026', period: '2026-mars', receipt: 'A', at: new Date('2026-03-10') };
  const june = { ...checkIn, round: 'juni-2026', period: '2026-juni', receipt: 'B', at: new Date('2026-06-02') };

  test('has every version once, marks what is unchanged since the round before, and what was said anew', async () => {
    const { db } = database;
    for (const one of [march, march]) await addCheckIn(db, one);
    await addCheckIn(db, june, march);
    const anew = { receipt: 'C', light: 'yellow' as const, comment: 'Kö', at: new Date('2026-06-03') };
    await addCheckIn(db, { ...june, ...anew }, march);

    const kept = await listCheckIns(db, { countyId, activityIds: [buildActivity().id] });

    expect(kept.map(({ receipt, isCopy, isCurrent }) => [receipt, isCopy, isCurrent])).toEqual([
      ['A', false, true],
      ['B', true, false],
      ['C', false, true],
    ]);
  });

  test('goes on in the plan that is copied from the year before', async () => {
    await settleSubjects(database.db);
    const copied = await database.transaction((tx) => copyPlan(tx, { countyId, fromYear: 2026, toYear: 2027 }));
    const refused = await database.transaction((tx) => copyPlan(tx, { countyId, fromYear: 2026, toYear: 2026 }));

    expect(copied).toMatchObject({
      plan: { id: 'testlan/plan-2027', state: 'draft', copiedFromId: 'testlan/plan-2026' },
      carried: [{ id: 'testlan/sprakstod-2027', carriedFromId: 'testlan/sprakstod', fromOn: '2027-01-01' }],
    });
    expect(refused).toEqual({ refusal: { kind: 'not-later' } });
    const rounds = await listRounds(database.db, { countyId, planId: 'testlan/plan-2027' });
    expect(rounds.map(({ id, opensOn, closesOn }) => [id, opensOn, closesOn])).toEqual([
      ['testlan/mars-2027', '2027-03-09', '2027-03-19'],
      ['testlan/juni-2027', '2027-06-01', '2027-06-11'],
    ]);
  });
});
