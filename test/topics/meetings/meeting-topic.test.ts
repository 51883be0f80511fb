// When does a meeting remind, who is asked, and who is asked instead of somebody who cannot come?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { Absence } from '../../../src/directory/absence.ts';
import { saveAbsences } from '../../../src/directory/absence-store.ts';
import { OrganisationId } from '../../../src/ids.ts';
import type { Due, Subject } from '../../../src/topic.ts';
import { listMeetings, saveMeetings } from '../../../src/topics/meetings/meeting-store.ts';
import { createMeetingTopic } from '../../../src/topics/meetings/meeting-topic.ts';
import { addNeed, listRaised, settleNeed } from '../../../src/topics/needs/need-store.ts';
import { buildCounty } from '../../directory/build-county.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { answer, ask, findDue, lookAgain } from '../ask.ts';
import { buildMeeting, countyId, date, january, person, settleSubjects, subject } from '../build-subjects.ts';
import { expectGolden } from '../golden.ts';

const mote = subject('mote');
const replanned: Subject[] = [];
const topic = createMeetingTopic({ replan: async (_, one) => void replanned.push(one), listRaised });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  replanned.length = 0;
});

const steps = async () => (await topic.dates(database.db, mote)).map(({ step, date: day }) => `${step} ${day}`);
const askFirst = async () => ask(database.db, topic, await findDue(database.db, topic, mote, '7-days'));

async function listAsked(due: Due): Promise<readonly string[]> {
  return (await topic.audience(database.db, due)).flatMap((one) => (one.kind === 'person' ? [one.personId] : []));
}

function say(due: Due, name: string, attendance: string, at: string) {
  return answer(database.db, topic, due, { from: person(name), answers: { attendance }, at: new Date(at) });
}

describe('the dates of a meeting', () => {
  test('are its ladder, and nudges and an escalation around the last day to answer', async () => {
    await settleSubjects(database.db);

    expect(await steps()).toEqual([
      '7-days 2026-10-15',
      'nudge:nudge 2026-10-19',
      '1-day 2026-10-21',
      'escalation:escalate 2026-10-21',
    ]);
  });

  test('follow its own last day to answer where it has one', async () => {
    await settleSubjects(database.db, { meeting: buildMeeting({ answerBy: '2026-10-16' }) });

    expect(await steps()).toEqual([
      // The nudge would come on this day too, and is left out: everybody is reminded anyway.
      '7-days 2026-10-15',
      // The day after Friday 16 October is a Saturday.
      'escalation:escalate 2026-10-19',
      '1-day 2026-10-21',
    ]);
  });

  test('are none that would come when the meeting has begun', async () => {
    await settleSubjects(database.db, { meeting: buildMeeting({ answerBy: '2026-10-22' }) });

    expect(await steps()).not.toContainEqual(expect.stringContaining('escalation'));
  });

  test('are none when it is cancelled', async () => {
    await settleSubjects(database.db, { meeting: buildMeeting({ cancelledOn: '2026-10-01' }) });

    expect(await steps()).toEqual([]);
  });
});

describe('a meeting that moves', () => {
  const moveTo = (heldOn: string, now: string) =>
    saveMeetings(database.db, { countyId, now: new Date(now) }, [buildMeeting({ heldOn })]);
  beforeEach(() => settleSubjects(database.db));

  test('is told at once, and reminds by its new day from then on', async () => {
    await moveTo('2026-10-29', '2026-10-16T08:00:00Z');

    expect(await steps()).toEqual([
      'moved:2026-10-29 2026-10-16',
      '7-days 2026-10-22',
      'nudge:nudge 2026-10-26',
      '1-day 2026-10-28',
      'escalation:escalate 2026-10-28',
    ]);
  });

  test('to a day so near that the ladder has passed asks by its notice, and nudges nobody before', async () => {
    await moveTo('2026-10-19', '2026-10-16T08:00:00Z');

    expect(await steps()).toEqual(['moved:2026-10-19 2026-10-16', 'escalation:escalate 2026-10-19']);
  });

  test('asks about the new day alone, and counts no answer for the old one', async () => {
    const old = await askFirst();
    await say(old, 'mig-1', 'no', '2026-10-15T12:00:00Z');
    await moveTo('2026-10-29', '2026-10-16T08:00:00Z');

    const notice = await ask(database.db, topic, await findDue(database.db, topic, mote, 'moved:2026-10-29'));

    expect(await topic.asks(database.db, old, 'sv')).toBeUndefined();
    expect(notice.question).toBe('attendance:2026-10-29');
    expect(notice.prompt?.standing.replies).toEqual([]);
    expect(await listAsked(notice)).toEqual(expect.arrayContaining([person('mig-1'), person('umea-1')]));
    expect(await steps()).not.toContainEqual(expect.stringContaining('substitute'));
  });

  test('reads as in the golden file', async () => {
    const old = await askFirst();
    await moveTo('2026-10-29', '2026-10-16T08:00:00Z');
    const notice = await ask(database.db, topic, await findDue(database.db, topic, mote, 'moved:2026-10-29'));

    const said = [
      await topic.message(database.db, notice, 'sv'),
      await topic.message(database.db, notice, 'en'),
      await topic.message(
        database.db,
        await lookAgain(database.db, topic, old, new Date('2026-10-16T08:00:00Z')),
        'sv',
      ),
    ];

    expectGolden('meeting-moved', said);
  });
});

describe('the audience of a meeting', () => {
  test('is the group and its members, each asked for themselves until it begins', async () => {
    await settleSubjects(database.db);
    const due = await findDue(database.db, topic, mote, '7-days');

    const audience = await topic.audience(database.db, due);

    expect(audience[0]).toEqual({ kind: 'group', groupId: 'testlan/beredningsgruppen' });
    expect((await listAsked(due)).toSorted()).toEqual(
      ['mig-1', 'samordnare', 'umea-1', 'vannas-1'].map((name) => person(name)),
    );
    expect(await topic.asks(database.db, due, 'sv')).toMatchObject({
      answerPer: 'person',
      title: 'Beredningsgruppens möte 22 oktober',
      answerBy: new Date('2026-10-20T21:59:00Z'),
      closesAt: new Date('2026-10-22T11:00:00Z'),
    });
  });

  test('is who is in the group on the day of the meeting', async () => {
    const county = buildCounty();
    const memberships = county.memberships.map((one) =>
      one.personId === person('vannas-1') ? { ...one, toOn: date('2026-10-21') } : one,
    );
    await settleSubjects(database.db, { county: { ...county, memberships } });

    const due = await findDue(database.db, topic, mote, '7-days');

    expect(await listAsked(due)).not.toContain(person('vannas-1'));
  });

  test('has the substitute of a member who is away that day', async () => {
    await settleSubjects(database.db);
    const absence = { id: 'a', countyId, personId: person('mig-1'), fromOn: '2026-10-20', toOn: '2026-10-30' };
    await saveAbsences(database.db, countyId, [Absence.parse(absence)]);

    const asked = await listAsked(await findDue(database.db, topic, mote, '7-days'));

    expect(asked).toContain(person('mig-2'));
    expect(asked).not.toContain(person('mig-1'));
  });
});

describe('a no', () => {
  beforeEach(() => settleSubjects(database.db));
  const singleSteps = async () => (await steps()).filter((step) => /^(substitute|released)/.test(step));
  const substituteSteps = async () => (await steps()).filter((step) => step.startsWith('substitute'));

  test('asks the substitute at once, and nobody else', async () => {
    await say(await askFirst(), 'mig-1', 'no', '2026-10-16T12:00:30Z');

    const due = await findDue(database.db, topic, mote, `substitute:${person('mig-1')}`);

    expect(replanned).toEqual([mote]);
    expect(due).toMatchObject({
      kind: 'reminder',
      question: 'attendance:2026-10-22',
      now: new Date('2026-10-16T12:00:30Z'),
    });
    expect(await topic.audience(database.db, due)).toEqual([
      {
        kind: 'person',
        personId: person('mig-2'),
        organisationId: 'testlan/migrationsverket',
        groupId: 'testlan/beredningsgruppen',
        insteadOfId: person('mig-1'),
        isAsked: true,
      },
    ]);
  });

  test('from somebody who has no substitute asks nobody', async () => {
    await say(await askFirst(), 'vannas-1', 'no', '2026-10-16T12:00:00Z');

    expect(await substituteSteps()).toEqual([]);
  });

  test('from the substitute too asks nobody more', async () => {
    const due = await askFirst();
    await say(due, 'mig-1', 'no', '2026-10-16T12:00:00Z');
    const request = await findDue(database.db, topic, mote, `substitute:${person('mig-1')}`);
    await ask(database.db, topic, request);

    await say(due, 'mig-2', 'no', '2026-10-16T13:00:00Z');

    expect(await substituteSteps()).toEqual([`substitute:${person('mig-1')} 2026-10-16`]);
  });

  test('taken back releases the substitute once, and given again asks anew', async () => {
    const due = await askFirst();
    await say(due, 'mig-1', 'no', '2026-10-16T12:00:00Z');
    await ask(database.db, topic, await findDue(database.db, topic, mote, `substitute:${person('mig-1')}`));
    await say(due, 'mig-1', 'yes', '2026-10-17T12:00:00Z');
    const seen = await lookAgain(database.db, topic, due, new Date('2026-10-17T12:00:00Z'));
    const released = await topic.released(database.db, seen);
    const takenBack = await singleSteps();

    await say(due, 'mig-1', 'no', '2026-10-18T12:00:00Z');

    expect(released).toEqual([person('mig-2')]);
    expect(takenBack).toEqual([`released:${person('mig-1')} 2026-10-17`]);
    expect(await singleSteps()).toEqual([`substitute:${person('mig-1')}:2 2026-10-18`]);
  });

  test('changed to another way of coming releases nobody who sits in for somebody else', async () => {
    const due = await askFirst();
    await say(due, 'umea-1', 'yes', '2026-10-16T12:00:00Z');

    expect(
      await topic.released(database.db, await lookAgain(database.db, topic, due, new Date('2026-10-16T13:00:00Z'))),
    ).toEqual([]);
  });

  test('sends later reminders to the substitute as well', async () => {
    await say(await askFirst(), 'mig-1', 'no', '2026-10-16T12:00:00Z');

    expect(await listAsked(await findDue(database.db, topic, mote, '1-day'))).toContain(person('mig-2'));
  });
});

describe('what a meeting says', () => {
  test('counts the organisations for which somebody comes, a substitute too', async () => {
    await settleSubjects(database.db);
    const due = await askFirst();
    await say(due, 'mig-1', 'no', '2026-10-16T12:00:00Z');
    await say(due, 'umea-1', 'digital', '2026-10-16T12:00:00Z');
    const request = await findDue(database.db, topic, mote, `substitute:${person('mig-1')}`);
    await ask(database.db, topic, request);
    const seen = new Date('2026-10-16T14:00:00Z');

    const before = await topic.message(database.db, await lookAgain(database.db, topic, due, seen), 'sv');
    await say(due, 'mig-2', 'yes', '2026-10-16T13:00:00Z');
    const after = await topic.message(database.db, await lookAgain(database.db, topic, due, seen), 'sv');

    expect(before.parts).toContainEqual({
      kind: 'progress',
      text: '1 av 4 organisationer är representerade. Saknas: Länsstyrelsen i Testlän, Migrationsverket, Vännäs kommun',
      answered: 1,
      asked: 4,
    });
    expect(after.parts).toContainEqual(expect.objectContaining({ kind: 'progress', answered: 2, asked: 4 }));
  });

  test('reads as in the golden files', async () => {
    await settleSubjects(database.db);
    const due = await askFirst();
    await say(due, 'mig-1', 'no', '2026-10-16T12:00:00Z');
    const request = await ask(
      database.db,
      topic,
      await findDue(database.db, topic, mote, `substitute:${person('mig-1')}`),
    );
    const open = await lookAgain(database.db, topic, due, new Date('2026-10-16T14:00:00Z'));
    const begun = await lookAgain(database.db, topic, due, new Date('2026-10-22T14:00:00Z'));
    const needed = [
      await topic.message(database.db, open, 'sv'),
      await topic.message(database.db, open, 'en'),
      await topic.message(database.db, request, 'sv'),
      await topic.message(database.db, request, 'en'),
      await topic.message(database.db, begun, 'sv'),
    ];
    await say(due, 'mig-1', 'yes', '2026-10-17T12:00:00Z');
    const notNeeded = await topic.message(database.db, request, 'sv');
    await saveMeetings(database.db, { countyId, now: january }, [
      buildMeeting({ title: 'Höstmöte', cancelledOn: '2026-10-18' }),
    ]);
    const cancelled = await topic.message(database.db, open, 'sv');

    expectGolden('meeting', [...needed, notNeeded, cancelled]);
  });
});

test('meetings are listed by day, for a group or for the county', async () => {
  await settleSubjects(database.db);
  await saveMeetings(database.db, { countyId, now: january }, [
    buildMeeting({ id: 'testlan/natverk', groupId: 'testlan/natverket', heldOn: '2026-09-10' }),
  ]);
  const list = async (query: object) =>
    (await listMeetings(database.db, { countyId, from: date('2026-09-01'), ...query })).map(({ id }) => id);

  expect(await list({})).toEqual(['testlan/natverk', 'testlan/mote']);
  expect(await list({ groupId: 'testlan/natverket' })).toEqual(['testlan/natverk']);
  expect(await list({ from: date('2026-09-11'), to: date('2026-10-22') })).toEqual(['testlan/mote']);
});

describe('what has been raised to the group', () => {
  const said = async (of: Subject, step: string) =>
    JSON.stringify(await topic.message(database.db, await findDue(database.db, topic, of, step), 'sv'));
  const raise = (text: string, at = january) =>
    addNeed(database.db, {
      ...{ countyId, text, raisedById: person('sprak-1'), organisationId: OrganisationId.parse('testlan/sprak') },
      ...{ toGroupId: buildMeeting().groupId, raisedAt: at },
    });

  test('stands in what is said of its next meeting, with its number and who raised it', async () => {
    await settleSubjects(database.db);
    await raise('Fler språkkaféer behövs.');

    expect(await said(mote, '7-days')).toContain('Fler språkkaféer behövs. (Föreningen Språkvännerna, behov 1)');
  });

  test('is not announced for the meeting after that as well', async () => {
    await settleSubjects(database.db);
    await saveMeetings(database.db, { countyId, now: january }, [
      buildMeeting({ id: 'testlan/tidigare', heldOn: '2026-10-20' }),
    ]);
    await raise('Fler språkkaféer behövs.');

    expect(await said(mote, '7-days')).not.toContain('språkkaféer');
    expect(await said(mote, '1-day')).toContain('språkkaféer');
  });

  test('is left out once it was settled, and stays on the cards from before', async () => {
    await settleSubjects(database.db);
    const need = await raise('Fler språkkaféer behövs.');
    const at = new Date('2026-10-16T08:00:00Z');
    await settleNeed(database.db, need, { outcome: 'Tas upp i planen.', byId: person('samordnare'), at });

    expect(await said(mote, '7-days')).toContain('språkkaféer');
    expect(await said(mote, '1-day')).not.toContain('språkkaféer');
  });
});
