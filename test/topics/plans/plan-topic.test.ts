// When is an activity asked about, who answers for it, and what becomes of the answer?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { Absence } from '../../../src/directory/absence.ts';
import { saveAbsences } from '../../../src/directory/absence-store.ts';
import type { Answers } from '../../../src/message/form.ts';
import type { Due, Subject } from '../../../src/topic.ts';
import { findActivities, listActivities, saveActivities } from '../../../src/topics/plans/activity-store.ts';
import { listCheckIns } from '../../../src/topics/plans/check-in-store.ts';
import { copyPlan } from '../../../src/topics/plans/copy-plan.ts';
import { planTopic } from '../../../src/topics/plans/plan-topic.ts';
import { listAreas, listGoals, listStrategies } from '../../../src/topics/plans/strategy-store.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { about } from '../about.ts';
import { answer, ask, findDue, lookAgain } from '../ask.ts';
import { buildActivity, buildPlan, countyId, person, settleSubjects, subject, umeasShare } from '../build-subjects.ts';
import { expectGolden } from '../golden.ts';

const sprakstod = umeasShare;
const gruppen = subject('plan-2026+beredningsgruppen');
const sprakstodOf = (answers: Answers) => about('sprakstod', answers);
const plan2026 = { countyId, planId: 'testlan/plan-2026' };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));

const steps = async () => (await planTopic.dates(database.db, sprakstod)).map(({ step, date }) => `${step} ${date}`);
const open = async (step: string) =>
  ask(database.db, planTopic, await findDue(database.db, planTopic, sprakstod, step));
const askMarch = () => open('mars-2026:opening');

function check(due: Due, answers: Answers, at: string, from = 'umea-1') {
  return answer(database.db, planTopic, due, { from: person(from), answers: sprakstodOf(answers), at: new Date(at) });
}

describe('the dates of what an owner is asked', () => {
  test('are those of each round: opening and nudges', async () => {
    await settleSubjects(database.db);

    expect(await steps()).toEqual([
      'mars-2026:opening 2026-03-09',
      'mars-2026:nudge:nudge-1 2026-03-17',
      'mars-2026:nudge:nudge-2 2026-03-19',
      'juni-2026:opening 2026-06-01',
      'juni-2026:nudge:nudge-1 2026-06-09',
      'juni-2026:nudge:nudge-2 2026-06-11',
    ]);
  });

  test('leave out the rounds in which it does not run', async () => {
    await settleSubjects(database.db, { activity: buildActivity({ toOn: '2026-03-09' }) });
    const ended = await steps();
    await saveActivities(database.db, countyId, [buildActivity({ fromOn: '2026-06-12' })]);

    expect(ended.every((step) => step.startsWith('mars'))).toBe(true);
    expect((await steps()).every((step) => step.startsWith('juni'))).toBe(true);
  });

  test.each([
    ['draft', false, 0],
    ['prepared', false, 0],
    ['approved', false, 6],
    ['followed-up', false, 0],
    ['draft', true, 6],
    ['locked', true, 0],
  ])('of a plan that is %s (example: %s) are %i', async (state, isExample, count) => {
    await settleSubjects(database.db, { plan: buildPlan({ state, isExample }) });

    expect(await steps()).toHaveLength(count);
  });
});

describe('the dates of what a group reads', () => {
  test('are one post and one report of silence for each round', async () => {
    await settleSubjects(database.db);

    expect((await planTopic.dates(database.db, gruppen)).map(({ step, date }) => `${step} ${date}`)).toEqual([
      'mars-2026:opening 2026-03-09',
      // The round closes on a Friday.
      'mars-2026:escalation:escalate 2026-03-23',
      'juni-2026:opening 2026-06-01',
      'juni-2026:escalation:escalate 2026-06-15',
    ]);
  });
});

describe('the question of a check-in', () => {
  test('is answered once by the owner; late answers are taken until the next round opens', async () => {
    await settleSubjects(database.db);
    const due = await findDue(database.db, planTopic, sprakstod, 'mars-2026:opening');

    expect(await planTopic.asks(database.db, due, 'sv')).toMatchObject({
      title: 'Avstämning mars: Språkstöd på arbetsplatsen',
      period: '2026-mars',
      answerPer: 'organisation',
      groupId: 'testlan/beredningsgruppen',
      opensAt: new Date('2026-03-08T23:00:00Z'),
      answerBy: new Date('2026-03-20T22:59:00Z'),
      closesAt: new Date('2026-05-31T22:00:00Z'),
    });
  });

  test('of the last round is open for late answers until the year is over', async () => {
    await settleSubjects(database.db);
    const due = await findDue(database.db, planTopic, sprakstod, 'juni-2026:opening');

    expect((await planTopic.asks(database.db, due, 'sv'))?.closesAt).toEqual(new Date('2026-12-31T22:59:00Z'));
  });
});

describe('the audience of a check-in', () => {
  const findAudience = async (of: Subject) =>
    planTopic.audience(database.db, await findDue(database.db, planTopic, of, 'mars-2026:opening'));
  const listAsked = async (of: Subject) =>
    (await findAudience(of)).flatMap((one) => (one.kind === 'person' ? [[one.personId, one.insteadOfId]] : []));
  const setAway = (name: string) =>
    saveAbsences(database.db, countyId, [
      Absence.parse({ id: name, countyId, personId: person(name), fromOn: '2026-03-09', toOn: '2026-03-13' }),
    ]);

  test('is those whom the owner has in the group', async () => {
    await settleSubjects(database.db);

    expect(await findAudience(sprakstod)).toEqual([
      {
        kind: 'person',
        personId: person('umea-1'),
        organisationId: 'testlan/umea',
        groupId: 'testlan/beredningsgruppen',
        municipalityCode: '2480',
        isAsked: true,
      },
    ]);
  });

  test('is the responsible person alone where there is one, on behalf of the owner', async () => {
    await settleSubjects(database.db, { activity: buildActivity({ responsibleId: 'testlan/umea-2' }) });

    expect(await listAsked(subject('plan-2026/umea/umea-2'))).toEqual([[person('umea-2'), undefined]]);
  });

  test('has the substitute instead of a responsible person who is away', async () => {
    await settleSubjects(database.db, { activity: buildActivity({ responsibleId: 'testlan/umea-1' }) });
    await setAway('umea-1');

    expect(await listAsked(subject('plan-2026/umea/umea-1'))).toEqual([[person('umea-2'), person('umea-1')]]);
  });

  test('has the substitute instead of a member who is away', async () => {
    await settleSubjects(database.db, { activity: buildActivity({ ownerId: 'testlan/migrationsverket' }) });
    await setAway('mig-1');

    expect(await listAsked(subject('plan-2026/migrationsverket+beredningsgruppen'))).toEqual([
      [person('mig-2'), person('mig-1')],
    ]);
  });
});

describe('an answer', () => {
  /** What a coordinator has opened again is answered after the next round. */
  const reopen = () => database.db.prompt.updateMany({ data: { closesAt: new Date('2026-12-31T22:59:00Z') } });
  const listMarked = async (activityIds: readonly string[]) =>
    (await listCheckIns(database.db, { countyId, activityIds })).map(({ round, light, isCopy }) => [
      round,
      light,
      isCopy,
    ]);
  beforeEach(() => settleSubjects(database.db));
  const latest = async () => (await findActivities(database.db, countyId, ['testlan/sprakstod']))[0]?.latest;

  test('becomes the latest state of the activity, and a changed one too', async () => {
    const due = await askMarch();
    await check(due, { light: 'yellow', status: 'ongoing', comment: 'Två platser saknades' }, '2026-03-11T08:14:00Z');
    const first = await latest();

    await check(due, { light: 'green' }, '2026-03-12T08:14:00Z');

    expect(first).toEqual({
      light: 'yellow',
      status: 'ongoing',
      comment: 'Två platser saknades',
      at: new Date('2026-03-11T08:14:00Z'),
      round: 'mars-2026',
    });
    // A status that is not said again still holds; a comment does not.
    expect(await latest()).toEqual({
      light: 'green',
      status: 'ongoing',
      at: new Date('2026-03-12T08:14:00Z'),
      round: 'mars-2026',
    });
  });

  test('that comes late does not cover a later round', async () => {
    const march = await askMarch();
    const june = await open('juni-2026:opening');
    await check(june, { light: 'green' }, '2026-06-02T08:00:00Z');

    await planTopic.onAnswers(database.db, march, {
      unit: 'organisation:testlan/umea',
      personId: person('umea-1'),
      organisationId: june.prompt?.standing.asked[0]?.organisationId ?? buildActivity().ownerId,
      answers: sprakstodOf({ light: 'red', comment: 'Sent', action: 'Snart', actionBy: '2026-07-01' }),
      receipt: 'SENT-01',
      isLate: true,
      at: new Date('2026-06-03T08:00:00Z'),
    });

    expect(await latest()).toMatchObject({ light: 'green', round: 'juni-2026' });
  });

  test('is unchanged where it says what the round before said, whichever came last', async () => {
    const march = await askMarch();
    const june = await open('juni-2026:opening');
    await reopen();
    await check(june, { light: 'green' }, '2026-06-02T08:00:00Z');
    const red = { light: 'red', comment: 'Kö', action: 'Fler platser', actionBy: '2026-07-01' };

    await check(march, red, '2026-06-03T08:00:00Z');
    await check(june, red, '2026-06-04T08:00:00Z');
    await check(march, { light: 'green' }, '2026-06-05T08:00:00Z');

    expect(await listMarked(['testlan/sprakstod'])).toEqual([
      ['juni-2026', 'green', false],
      ['mars-2026', 'red', false],
      ['juni-2026', 'red', true],
      ['mars-2026', 'green', false],
    ]);
  });

  test('is unchanged in a new year where it says what the year before ended with', async () => {
    const late = await askMarch();
    await reopen();
    await check(late, { light: 'yellow', comment: 'Kö' }, '2026-06-03T08:00:00Z');
    await check(await open('juni-2026:opening'), { light: 'green' }, '2026-06-02T08:00:00Z');
    await database.transaction((tx) => copyPlan(tx, { countyId, fromYear: 2026, toYear: 2027 }));
    const next = subject('plan-2027/umea+beredningsgruppen');
    await database.db.plan.updateMany({ data: { state: 'approved' } });
    const march = await ask(database.db, planTopic, await findDue(database.db, planTopic, next, 'mars-2027:opening'));

    const answers = about('sprakstod-2027', { light: 'green' });
    await answer(database.db, planTopic, march, { from: person('umea-1'), answers, at: new Date('2027-03-10') });

    expect(await listMarked(['testlan/sprakstod-2027'])).toEqual([['mars-2027', 'green', true]]);
  });

  test('survives that the plan is imported again', async () => {
    await check(await askMarch(), { light: 'green' }, '2026-03-11T08:14:00Z');

    const same = await saveActivities(database.db, countyId, [buildActivity()]);
    const changed = await saveActivities(database.db, countyId, [buildActivity({ title: 'Språkstöd' })]);

    expect([same, changed]).toEqual([[], ['testlan/sprakstod']]);
    expect(await latest()).toMatchObject({ light: 'green' });
  });
});

describe('a plan that is kept', () => {
  test('hangs together with its strategy', async () => {
    await settleSubjects(database.db);

    const [strategy] = await listStrategies(database.db, countyId);
    const [area] = await listAreas(database.db, countyId);
    const [goal] = await listGoals(database.db, countyId);
    const [activity] = await listActivities(database.db, plan2026);

    expect([activity?.goalId, goal?.areaId, area?.strategyId]).toEqual([goal?.id, area?.id, strategy?.id]);
  });
});

describe('what a check-in says', () => {
  const repeats = (buttons: readonly { readonly kind: string }[]) =>
    buttons.filter(({ kind }) => kind === 'repeat').length;

  test('offers "no change" only when there is a last time', async () => {
    await settleSubjects(database.db);
    const march = await askMarch();
    const first = await planTopic.message(database.db, march, 'sv');
    await check(march, { light: 'green' }, '2026-03-11T08:14:00Z');
    const again = await planTopic.message(database.db, march, 'sv');

    const june = await planTopic.message(database.db, await open('juni-2026:opening'), 'sv');

    expect([first, again, june].map(({ buttons }) => repeats(buttons))).toEqual([0, 0, 1]);
  });

  test('reads as in the golden files', async () => {
    await settleSubjects(database.db);
    const march = await askMarch();
    const asked = await planTopic.message(database.db, march, 'sv');
    await check(march, { light: 'yellow', comment: 'två platser saknades' }, '2026-03-11T08:14:00Z');
    const answered = await lookAgain(database.db, planTopic, march, new Date('2026-03-12T08:00:00Z'));
    const closed = await lookAgain(database.db, planTopic, march, new Date('2026-06-01T08:00:00Z'));
    const june = await open('juni-2026:opening');

    expectGolden('check-in', [
      asked,
      await planTopic.message(database.db, answered, 'sv'),
      await planTopic.message(database.db, closed, 'sv'),
      await planTopic.message(database.db, june, 'sv'),
      await planTopic.message(database.db, june, 'en'),
    ]);
  });
});
