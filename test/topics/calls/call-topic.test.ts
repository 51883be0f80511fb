// When does a grant call remind, whom does it tell and ask, and what happens when its deadline moves?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { Absence } from '../../../src/directory/absence.ts';
import { saveAbsences } from '../../../src/directory/absence-store.ts';
import { Group } from '../../../src/directory/group.ts';
import { checkAnswers } from '../../../src/message/answers.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { createCallForm } from '../../../src/topics/calls/call-form.ts';
import { listCalls, moveDeadline, readCall, saveCalls } from '../../../src/topics/calls/call-store.ts';
import { callTopic } from '../../../src/topics/calls/call-topic.ts';
import { buildCounty } from '../../directory/build-county.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { answer, ask, findDue, lookAgain } from '../ask.ts';
import { buildCall, countyId, date, january, person, settleSubjects, subject } from '../build-subjects.ts';
import { expectGolden } from '../golden.ts';

const tia = subject('tia');

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));

const steps = async () => (await callTopic.dates(database.db, tia)).map(({ step, date: day }) => `${step} ${day}`);

async function findAudience(step = '14-days') {
  return callTopic.audience(database.db, await findDue(database.db, callTopic, tia, step));
}

async function listAsked(step?: string): Promise<readonly string[]> {
  const audience = await findAudience(step);
  return audience.flatMap((one) => (one.kind === 'person' && one.isAsked ? [one.personId] : []));
}

async function listTold(): Promise<readonly string[]> {
  return (await findAudience()).flatMap((one) => (one.kind === 'group' ? [one.groupId] : []));
}

describe('the ladder of a call', () => {
  test('leads up to its last day at nine, all with the same question', async () => {
    await settleSubjects(database.db);

    const dates = await callTopic.dates(database.db, tia);

    expect(await steps()).toEqual([
      '30-days 2026-02-18',
      '14-days 2026-03-06',
      '7-days 2026-03-13',
      '2-days 2026-03-18',
      'last-day 2026-03-20',
    ]);
    expect(new Set(dates.map(({ question }) => question))).toEqual(new Set(['interest']));
    expect(dates[0]?.at).toEqual(new Date('2026-02-18T08:00:00Z'));
    expect(dates[0]?.usefulTo).toEqual(new Date('2026-03-20T22:59:00Z'));
  });

  test('moves from a day that nobody works to the working day before', async () => {
    await settleSubjects(database.db, { call: buildCall({ closesOn: '2026-04-06' }) });

    // Easter Monday: the last day and two days before both fall on Maundy Thursday.
    expect((await steps()).slice(-2)).toEqual(['7-days 2026-03-30', 'last-day 2026-04-02']);
  });

  test('ends before the hour at which the call closes', async () => {
    await settleSubjects(database.db, { call: buildCall({ closesAt: '08:00' }) });

    expect((await steps()).at(-1)).toBe('2-days 2026-03-18');
  });
});

describe('the audience of a call', () => {
  test('is asked once each, for an organisation that may apply', async () => {
    await settleSubjects(database.db);

    expect((await listAsked()).toSorted()).toEqual(
      ['bjurholm-1', 'sprak-1', 'umea-1', 'vannas-1'].map((name) => person(name)),
    );
    expect(await findAudience()).toContainEqual({
      kind: 'person',
      personId: person('umea-1'),
      organisationId: 'testlan/umea',
      groupId: 'testlan/natverket',
      municipalityCode: '2480',
      isAsked: true,
    });
  });

  test('has no group with a member that may not apply, the county board aside', async () => {
    await settleSubjects(database.db);

    // In Beredningsgruppen sits Migrationsverket.
    expect(await listTold()).toEqual(['testlan/natverket']);
  });

  test('has no group that somebody who may not apply sits in, whatever the group says of itself', async () => {
    const county = buildCounty();
    const groups = county.groups.map((one) =>
      one.id === 'testlan/beredningsgruppen' ? Group.parse({ ...one, organisationIds: ['testlan/umea'] }) : one,
    );
    await settleSubjects(database.db, { county: { ...county, groups } });

    expect(await listTold()).toEqual(['testlan/natverket']);
  });

  test('has no group where only the county board would hear it', async () => {
    const county = buildCounty();
    const memberships = county.memberships.filter(
      ({ groupId, role }) => groupId !== 'testlan/natverket' || role === 'convener',
    );
    const groups = county.groups.map((one) => Group.parse({ ...one, organisationIds: ['testlan/lansstyrelsen'] }));
    await settleSubjects(database.db, { county: { ...county, groups, memberships } });

    expect(await listTold()).toEqual([]);
  });

  test('never asks those of another kind or another municipality', async () => {
    const call = buildCall({ eligibleKinds: ['municipality'], municipalityCodes: ['2460', '2403'] });
    await settleSubjects(database.db, { call });

    expect((await listAsked()).toSorted()).toEqual([person('bjurholm-1'), person('vannas-1')]);
    expect(await listTold()).toEqual([]);
  });

  test('asks the substitute of the same organisation instead of one who is away, once', async () => {
    await settleSubjects(database.db);
    const absence = { id: 'a', countyId, personId: person('umea-1'), fromOn: '2026-03-06', toOn: '2026-03-06' };
    await saveAbsences(database.db, countyId, [Absence.parse(absence)]);

    expect((await listAsked()).filter((id) => id.startsWith(person('umea')))).toEqual([person('umea-2')]);
    expect((await listAsked('7-days')).filter((id) => id.startsWith(person('umea')))).toEqual([person('umea-1')]);
  });

  test('no longer has somebody whose membership has ended', async () => {
    const county = buildCounty();
    const memberships = county.memberships.map((one) =>
      one.personId === person('bjurholm-1') ? { ...one, toOn: date('2026-03-05') } : one,
    );
    await settleSubjects(database.db, { county: { ...county, memberships } });

    expect(await listAsked('30-days')).toContain(person('bjurholm-1'));
    expect(await listAsked('14-days')).not.toContain(person('bjurholm-1'));
  });
});

describe('a deadline that moves', () => {
  const moveTo = (closesOn: string, now: string) =>
    moveDeadline(database.db, tia, { closesOn: date(closesOn), now: new Date(now) });

  test('gives one notice with the old and the new day, and the rest of the new ladder', async () => {
    await settleSubjects(database.db);

    await moveTo('2026-03-27', '2026-03-17T12:34:56Z');

    expect(await steps()).toEqual([
      'moved:2026-03-27 2026-03-17',
      '7-days 2026-03-20',
      '2-days 2026-03-25',
      'last-day 2026-03-27',
    ]);
    const due = await findDue(database.db, callTopic, tia, 'moved:2026-03-27');
    expect(due).toMatchObject({ kind: 'reminder', now: new Date('2026-03-17T12:34:56Z') });
    expect(due.question).toBeUndefined();
  });

  test('is told to the same audience, of whom nobody is asked', async () => {
    await settleSubjects(database.db);
    const before = await findAudience('30-days');
    await moveTo('2026-03-27', '2026-03-17T12:34:56Z');

    const after = await findAudience('moved:2026-03-27');

    expect(after).toEqual(before.map((one) => (one.kind === 'person' ? { ...one, isAsked: false } : one)));
  });

  test('is remembered when the call is saved with another last day, and nothing else is', async () => {
    await settleSubjects(database.db);
    const now = new Date('2026-03-02T08:00:00Z');

    const silent = await saveCalls(database.db, { countyId, now }, [buildCall({ purpose: 'Hälsa', budget: '2 mkr' })]);
    const before = await readCall(database.db, tia);
    const loud = await saveCalls(database.db, { countyId, now }, [buildCall({ closesOn: '2026-03-27' })]);
    const after = await readCall(database.db, tia);

    expect([silent, loud]).toEqual([[tia.id], [tia.id]]);
    expect(before.moved).toBeUndefined();
    expect(after.moved).toEqual({ from: '2026-03-20', at: now });
  });

  test('to the same day changes nothing', async () => {
    await settleSubjects(database.db);

    expect(await moveTo('2026-03-20', '2026-03-17T12:34:56Z')).toBe(false);
    expect(await saveCalls(database.db, { countyId, now: january }, [buildCall()])).toEqual([]);
  });
});

describe('the question of a call', () => {
  test.each([
    [{ interest: 'yes' }],
    [{ interest: 'no' }],
    [{ interest: 'yes', amount: 250000, note: 'Tillsammans med Vännäs' }],
  ])('takes %j', (answers) => {
    expect(checkAnswers(createCallForm(textsIn('sv')), answers, 'sv')).toEqual({ answers });
  });

  test('is answered once for each organisation, by the close', async () => {
    await settleSubjects(database.db);
    const due = await findDue(database.db, callTopic, tia, '30-days');

    expect(await callTopic.asks(database.db, due, 'sv')).toMatchObject({
      answerPer: 'organisation',
      period: '2026',
      groupId: 'testlan/natverket',
      answerBy: new Date('2026-03-20T22:59:00Z'),
      closesAt: new Date('2026-03-20T22:59:00Z'),
    });
  });
});

describe('the list of calls', () => {
  test('is by last day, with the state of each, and shows what a municipality may look at', async () => {
    await settleSubjects(database.db);
    await saveCalls(database.db, { countyId, now: january }, [
      buildCall({ id: 'testlan/sen', closesOn: '2026-05-08', municipalityCodes: ['2460'] }),
      buildCall({ id: 'testlan/gammal', closesOn: '2025-05-09' }),
    ]);
    const now = new Date('2026-03-16T08:00:00Z');
    const list = async (query: object) =>
      (await listCalls(database.db, { countyId, now, ...query })).map(({ call, state }) => `${call.id} ${state}`);

    expect(await list({})).toEqual(['testlan/gammal closed', 'testlan/tia closing-soon', 'testlan/sen open']);
    expect(await list({ states: ['open', 'closing-soon'], municipalityCode: '2480' })).toEqual([
      'testlan/tia closing-soon',
    ]);
  });
});

describe('what a call says', () => {
  test('reads as in the golden files', async () => {
    await settleSubjects(database.db, {
      call: buildCall({
        round: 'första utlysningen',
        closesAt: '16:00',
        budget: '2 miljoner kronor',
        dnr: '851-123-2026',
      }),
    });
    const due = await ask(database.db, callTopic, await findDue(database.db, callTopic, tia, '14-days'));
    await answer(database.db, callTopic, due, {
      from: person('umea-1'),
      answers: { interest: 'yes' },
      at: new Date('2026-03-09T09:14:00Z'),
    });
    const open = await lookAgain(database.db, callTopic, due, new Date('2026-03-09T09:15:00Z'));
    const closed = await lookAgain(database.db, callTopic, due, new Date('2026-03-21T09:15:00Z'));
    const lastDay = await findDue(database.db, callTopic, tia, 'last-day');

    expectGolden('call', [
      await callTopic.message(database.db, open, 'sv'),
      await callTopic.message(database.db, open, 'en'),
      await callTopic.message(database.db, closed, 'sv'),
      await callTopic.message(database.db, lastDay, 'sv'),
    ]);
  });

  test('names its own contact, the municipalities it is for and when it opens', async () => {
    await settleSubjects(database.db, {
      call: buildCall({
        contactId: 'testlan/medel',
        eligibleKinds: ['municipality'],
        municipalityCodes: ['2480', '2460'],
        opensOn: '2026-02-20',
      }),
    });
    const due = await ask(database.db, callTopic, await findDue(database.db, callTopic, tia, '30-days'));

    expectGolden('call-planned', [
      await callTopic.message(database.db, due, 'sv'),
      await callTopic.message(database.db, due, 'en'),
    ]);
  });

  test('says of a moved deadline only that', async () => {
    await settleSubjects(database.db);
    await moveDeadline(database.db, tia, { closesOn: date('2026-03-27'), now: new Date('2026-03-17T12:34:56Z') });
    const due = await findDue(database.db, callTopic, tia, 'moved:2026-03-27');

    expectGolden('call-moved', [
      await callTopic.message(database.db, due, 'sv'),
      await callTopic.message(database.db, due, 'en'),
    ]);
  });
});
