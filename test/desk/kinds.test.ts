// Calls, check-in rounds, surveys and free reminders from the desk: made, previewed, sent as previewed, and ended.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import type { Wanted } from '../../src/desk/desk.ts';
import { PlatformError } from '../../src/errors.ts';
import { compileReport } from '../../src/followup/compile-report.ts';
import { composeDocument } from '../../src/followup/document/compose-document.ts';
import { SubjectId } from '../../src/ids.ts';
import type { Entries } from '../../src/message/entries.ts';
import { addPause } from '../../src/reminders/pause-store.ts';
import { Instrument } from '../../src/topics/calls/instrument.ts';
import { saveInstruments } from '../../src/topics/calls/instrument-store.ts';
import { changeActivity } from '../../src/topics/plans/change-activity.ts';
import { findPlan } from '../../src/topics/plans/plan-store.ts';
import { Round } from '../../src/topics/plans/round.ts';
import { saveRounds } from '../../src/topics/plans/round-store.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { buildActivity, countyId, person, settleSubjects } from '../topics/build-subjects.ts';
import { CONVENER, listForeseen, listSent, MEMBER, type OpenDesk, openDesk, previewOf } from './open-desk.ts';

let database: Database;
let desk: OpenDesk;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  desk = await openDesk(database, '2026-03-02T08:30:00Z');
});

/** Made, and everything played that the preview shows within a while. */
async function play(wanted: Wanted, entries: Entries, until = '2026-12-31T00:00:00Z') {
  const shown = await desk.start(wanted, entries);
  const sends = previewOf(shown).sends.filter(({ at }) => at < new Date(until));
  const done = await desk.confirm(shown);
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  await desk.goTo(desk.clock.now());
  for (const at of new Set(sends.map((send) => send.at.toISOString()))) await desk.goTo(at);
  return { foreseen: listForeseen(sends), sent: listSent(desk.platform.posts, done.ref.id), id: done.ref.id, sends };
}

const aSurvey: Entries = {
  ...{ title: 'Hur går arbetet?', intro: 'Vi frågar inför rådet.', groups: ['testlan/natverket'], per: 'organisation' },
  ...{ questions: 'Hur går det? (ljus) *\nVad behövs? [Språk, Arbete] (flera)\nNågot mer?' },
  ...{ opensOn: '2026-03-03', answerBy: '2026-03-13', nudges: ['3', '0'], escalates: 'yes', repeats: 'once' },
};

const NOTHING_TO_PAUSE = 'Det är inställt: inget är kvar att pausa.';

describe('a survey', () => {
  test('is asked, reminded of and reported on as previewed, and answered once for an organisation', async () => {
    const { foreseen, sent, sends } = await play({ act: 'new', kind: 'survey' }, aSurvey);
    const answered = await desk.answer(MEMBER, { q1: 'green' });
    const form = await desk.answer('testlan/vannas-1', { q1: 'purple' });

    expect(sends.map(({ kind, at }) => `${kind} ${at.toISOString().slice(0, 10)}`)).toEqual([
      'reminder 2026-03-03',
      'nudge 2026-03-10',
      'nudge 2026-03-13',
      'escalation 2026-03-16',
    ]);
    expect(sent).toEqual(foreseen);
    expect(answered).toMatchObject({ kind: 'note', text: expect.stringContaining('stängde') });
    expect(form).toMatchObject({ kind: 'note' });
  });

  test('is prolonged, with its reminders, and called off with word to those who were asked', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'survey' }, aSurvey);
    const about = (act: 'prolong' | 'cancel' | 'change') => ({ act, kind: 'survey', subjectId: ref.id }) as const;
    await desk.goTo('2026-03-03T08:00:00Z');
    const answered = await desk.answer(MEMBER, { q1: 'green' });
    await desk.act(about('prolong'), { answerBy: '2026-03-20' });
    await desk.goTo('2026-03-13T08:00:00Z');
    const before = desk.platform.posts.length;
    await desk.goTo('2026-03-17T08:00:00Z');
    const nudged = desk.platform.posts.slice(before).map(({ to }) => to.id);
    const january = new Date('2027-01-15T09:00:00Z');
    const silent = (await compileReport(database.db, { countyId, year: 2026 }, january)).rates.total.silent;
    await desk.act(about('cancel'), { reason: 'Frågorna var fel.' });
    await desk.goTo('2026-03-17T08:00:10Z');
    const told = desk.platform.posts.slice(before + nudged.length);
    const { rates } = await compileReport(database.db, { countyId, year: 2026 }, january);
    const late = await desk.answer('testlan/vannas-1', { q1: 'green' });

    expect(answered).toMatchObject({ kind: 'receipt' });
    expect(nudged.toSorted()).toEqual(['bjurholm-1', 'samordnare', 'vannas-1'].map((name) => `room/testlan/${name}`));
    expect(new Set(told.map(({ message }) => message.title))).toEqual(
      new Set(['Inställt: Hur går arbetet?', 'Called off: Hur går arbetet?']),
    );
    expect(told).toHaveLength(5);
    expect(silent - rates.total.silent).toBe(nudged.length);
    expect(rates.total).toMatchObject({ onTime: 1 });
    expect(late).toMatchObject({ kind: 'note', text: expect.stringContaining('stängde') });
    expect(await database.db.reply.count()).toBe(1);
  });

  test('that comes back is a question of its own each time', async () => {
    const weekly = {
      ...aSurvey,
      repeats: 'weekly',
      until: '2026-03-24',
      nudges: [],
      escalates: 'no',
      answerBy: '2026-03-06',
    };
    const { foreseen, sent, sends } = await play({ act: 'new', kind: 'survey' }, weekly);

    expect(sends.map(({ at }) => at.toISOString().slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-10',
      '2026-03-17',
      '2026-03-24',
    ]);
    expect(sent).toEqual(foreseen);
    expect(await database.db.prompt.count({ where: { topic: 'survey' } })).toBe(4);
  });

  test('is closed early for the time that is open: times before keep their end, and times to come are asked', async () => {
    const weekly = { ...aSurvey, repeats: 'weekly', nudges: [], escalates: 'no', answerBy: '2026-03-11' };
    const { ref } = await desk.act({ act: 'new', kind: 'survey' }, weekly);
    const about = (act: 'close') => ({ act, kind: 'survey', subjectId: ref.id }) as const;
    const listEnds = async () => {
      const prompts = await database.db.prompt.findMany({ where: { topic: 'survey' }, orderBy: { subjectId: 'asc' } });
      return prompts.map(({ subjectId, closedAt }) => `${subjectId.slice(-10)} ${closedAt?.toISOString() ?? 'open'}`);
    };
    await desk.goTo('2026-03-03T08:00:00Z');
    await desk.goTo('2026-03-04T08:00:00Z');
    const opened = await desk.start(about('close'));
    await desk.act(about('close'), {});
    await desk.goTo('2026-03-10T08:00:00Z');
    await desk.act(about('close'), {});
    const nothing = await desk.start(about('close'));
    await desk.goTo('2026-03-17T08:00:00Z');

    expect(opened).toMatchObject({ opened: { notice: expect.stringContaining('Nästa gång frågas som vanligt.') } });
    expect(nothing).toMatchObject({ kind: 'refused' });
    expect(await listEnds()).toEqual([
      '2026-03-03 2026-03-04T08:00:00.000Z',
      '2026-03-10 2026-03-10T08:00:00.000Z',
      '2026-03-17 open',
    ]);
    expect(desk.platform.posts.filter(({ key }) => key.includes(':open:2026-03-17'))).toHaveLength(5);
  });

  test('is called off once to each, also where two of its times are open', async () => {
    const weekly = { ...aSurvey, repeats: 'weekly', nudges: [], escalates: 'no', answerBy: '2026-03-13' };
    const { ref } = await desk.act({ act: 'new', kind: 'survey' }, weekly);
    await desk.goTo('2026-03-03T08:00:00Z');
    await desk.goTo('2026-03-10T08:00:00Z');
    const before = desk.platform.posts.length;
    const shown = await desk.start({ act: 'cancel', kind: 'survey', subjectId: ref.id }, {});
    await desk.confirm(shown);
    await desk.goTo('2026-03-10T08:00:10Z');

    const told = desk.platform.posts.slice(before).map(({ to }) => to.id);
    expect(told).toHaveLength(5);
    expect(new Set(told).size).toBe(5);
    expect(previewOf(shown).sends.flatMap(({ posts }) => posts)).toHaveLength(5);
    expect(await database.db.prompt.count({ where: { topic: 'survey', closesAt: { gt: desk.clock.now() } } })).toBe(0);
  });

  test('that comes back is paused as a whole: also the times that are planned later, until it is resumed', async () => {
    const weekly = { ...aSurvey, repeats: 'weekly', nudges: [], escalates: 'no', answerBy: '2026-03-06' };
    const { ref } = await desk.act({ act: 'new', kind: 'survey' }, weekly);
    const about = (act: 'pause' | 'resume' | 'change') => ({ act, kind: 'survey', subjectId: ref.id }) as const;
    const opened = await desk.start(about('pause'));
    const shown = await desk.start(about('pause'), {});
    await desk.confirm(shown);
    const again = await desk.start(about('pause'));
    for (let week = 0; week < 16; week++) {
      await desk.goTo(new Date(Date.parse('2026-03-03T09:00:00Z') + week * 7 * 24 * 60 * 60 * 1000));
    }
    const held = listSent(desk.platform.posts, ref.id);
    const resumed = await desk.start(about('resume'));
    await desk.confirm(resumed);
    await desk.goTo('2026-06-23T09:00:00Z');

    expect(opened).toMatchObject({ opened: { notice: expect.stringContaining('också det som planeras senare') } });
    expect(previewOf(shown)).toMatchObject({
      sends: [],
      words: ['Det är pausat: inget skickas förrän du återupptar det.', expect.stringContaining('planeras senare')],
    });
    expect(again).toMatchObject({ kind: 'refused', refused: 'Det är pausat. Återuppta det först.' });
    expect(held).toEqual([]);
    expect(previewOf(resumed).sends.length).toBeGreaterThan(0);
    expect(new Set(listSent(desk.platform.posts, ref.id).map((line) => line.slice(0, 10)))).toEqual(
      new Set(['2026-06-23']),
    );
    expect(await database.db.pause.count()).toBe(0);
  });

  test('that comes back and is paused is called off with word to those who were asked, and is paused no more', async () => {
    const weekly = { ...aSurvey, repeats: 'weekly', nudges: [], escalates: 'no', answerBy: '2026-03-06' };
    const { ref } = await desk.act({ act: 'new', kind: 'survey' }, weekly);
    await desk.goTo('2026-03-03T09:00:00Z');
    const asked = listSent(desk.platform.posts, ref.id);
    await desk.act({ act: 'pause', kind: 'survey', subjectId: ref.id }, {});
    await desk.act({ act: 'cancel', kind: 'survey', subjectId: ref.id }, {});
    await desk.goTo('2026-03-03T09:00:10Z');

    expect(asked).toHaveLength(5);
    expect(listSent(desk.platform.posts, ref.id)).toHaveLength(10);
    expect(await database.db.pause.count()).toBe(0);
  });

  test('says what is wrong with its questions, and that somebody must be asked', async () => {
    const wrong = { ...aSurvey, groups: [], questions: 'Hur går det? (humör)\n[a, b]\nVal? [ett]\nSkala? (skala 5-1)' };
    const answer = await desk.start({ act: 'new', kind: 'survey' }, wrong);

    expect(answer).toMatchObject({ kind: 'faults' });
    expect(answer.kind === 'faults' && answer.faults).toMatchObject([
      {
        field: 'questions',
        message: expect.stringMatching(
          /Rad 1: "humör".*Rad 2: skriv själva frågan.*Rad 3: skriv minst två.*Rad 4: skriv skalan/,
        ),
      },
      { field: 'groups' },
    ]);
  });

  test('of a convener goes to their own group, and to no kinds of organisation', async () => {
    const opened = await desk.start({ act: 'new', kind: 'survey' }, undefined, CONVENER);

    const keys = opened.kind === 'form' ? opened.opened.form.fields.map(({ key }) => key) : [];
    expect(keys).toContain('groups');
    expect(keys).not.toContain('kinds');
  });
});

describe('a free reminder', () => {
  const aMemo: Entries = {
    ...{ title: 'Lägg in höstens möten', text: 'Skriv dem senast på fredag.', link: 'https://example.org/kalender' },
    ...{ groups: ['testlan/natverket'], whom: 'members', sendOn: '2026-03-03', sendAt: '8.15', repeats: 'monthly' },
  };

  test('goes to its groups and their members each time, as previewed', async () => {
    const { foreseen, sent } = await play({ act: 'new', kind: 'memo' }, { ...aMemo, until: '2026-05-31' });

    expect(sent).toEqual(foreseen);
    expect(sent.filter((line) => line.includes('room/testlan/natverket'))).toEqual([
      '2026-03-03T07:15:00.000Z room/testlan/natverket Lägg in höstens möten',
      // Summer time has begun.
      '2026-04-07T06:15:00.000Z room/testlan/natverket Lägg in höstens möten',
      '2026-05-05T06:15:00.000Z room/testlan/natverket Lägg in höstens möten',
    ]);
    expect(sent).toHaveLength(15);
  });

  test('that comes back is paused as a whole: also after the year that is planned', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'memo' }, aMemo);
    await desk.act({ act: 'pause', kind: 'memo', subjectId: ref.id }, {});
    await desk.goTo('2027-05-04T07:00:00Z');
    const held = listSent(desk.platform.posts, ref.id);
    await desk.act({ act: 'resume', kind: 'memo', subjectId: ref.id });
    await desk.goTo('2027-06-01T06:15:00Z');

    expect(held).toEqual([]);
    expect(listSent(desk.platform.posts, `${ref.id}/2027-06`)).toHaveLength(5);
  });

  test('is changed and taken off, with all its times', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'memo' }, aMemo);
    const { repeats: _, ...fields } = aMemo;
    await desk.act(
      { act: 'change', kind: 'memo', subjectId: ref.id },
      { ...fields, title: 'Lägg in möten', whom: 'groups' },
    );
    await desk.goTo('2026-03-03T08:00:00Z');
    const cancelled = await desk.start({ act: 'cancel', kind: 'memo', subjectId: ref.id }, {});
    await desk.confirm(cancelled);
    await desk.goTo('2026-04-07T07:00:00Z');
    const paused = await desk.start({ act: 'pause', kind: 'memo', subjectId: ref.id });

    expect(paused).toEqual({ kind: 'refused', refused: NOTHING_TO_PAUSE });
    expect(previewOf(cancelled).words).toEqual(['Inget skickas.']);
    expect(listSent(desk.platform.posts, ref.id)).toEqual([
      '2026-03-03T08:00:00.000Z room/testlan/natverket Lägg in möten',
    ]);
  });
});

describe('a grant call', () => {
  beforeEach(() =>
    saveInstruments(database.db, countyId, [
      Instrument.parse({ id: 'testlan/tia', countyId, name: 'TIA', eligible: ['municipality'], purpose: 'Språk' }),
    ]),
  );
  const aCall: Entries = {
    ...{ instrument: 'testlan/tia', title: 'Tidiga insatser', eligible: ['municipality'], purpose: 'Svenska språket' },
    ...{ closesOn: '2026-03-20', groups: ['testlan/natverket'] },
  };

  test('is reminded of as previewed, and its move told once to those who knew the old day', async () => {
    const { foreseen, sent, id } = await play({ act: 'new', kind: 'call' }, aCall, '2026-03-07T00:00:00Z');
    const before = desk.platform.posts.length;
    const moved = await desk.start({ act: 'move', kind: 'call', subjectId: id }, { closesOn: '2026-04-24' });
    await desk.confirm(moved);
    await desk.goTo('2026-03-06T08:00:10Z');
    const told = desk.platform.posts.slice(before).map(({ to, message }) => `${to.id} ${message.title}`);

    expect(sent).toEqual(foreseen);
    expect(told.toSorted()).toEqual(
      ['bjurholm-1', 'natverket', 'umea-1', 'vannas-1'].map(
        (name) =>
          `room/testlan/${name} ${name === 'bjurholm-1' ? 'Tidiga insatser: new last day to apply' : 'Tidiga insatser: ny sista ansökningsdag'}`,
      ),
    );
    expect(previewOf(moved).fields).toEqual([
      { label: 'Sista ansökningsdag', from: 'fredag 20 mars 2026', to: 'fredag 24 april 2026' },
    ]);
  });

  test('whose reminders are taken off reminds nobody more, and stays in the list', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'call' }, aCall);
    const done = await desk.act({ act: 'cancel', kind: 'call', subjectId: ref.id }, {});
    await desk.goTo('2026-03-18T08:00:00Z');

    expect(done.said).toMatch(/påminnelser är borttagna/);
    expect(desk.platform.posts).toEqual([]);
    expect(await database.db.call.count()).toBe(1);
  });
});

describe('a check-in round', () => {
  beforeEach(async () => {
    await settleSubjects(database.db);
    await database.db.round.deleteMany();
  });
  const aRound: Entries = { plan: 'testlan/plan-2026', label: 'april', opensOn: '2026-04-07', closesOn: '2026-04-17' };

  /** Of an owner whom nothing was asked so far. */
  const addActivity = () =>
    database.transaction(async (tx) => {
      const plan = await findPlan(tx, { countyId, planId: 'testlan/plan-2026' });
      if (!plan) throw new Error('There is no plan.');
      const activity = buildActivity({
        id: 'testlan/sprakkafe',
        ownerId: 'testlan/bjurholm',
        groupId: 'testlan/natverket',
      });
      const { topics, clock } = desk.road;
      await changeActivity(tx, {
        plan,
        activity,
        act: 'new',
        byId: person('samordnare'),
        now: clock.now(),
        fields: [],
        topics,
      });
    });

  test('asks about every activity as previewed, nudges the silent now, and ends when it is called off', async () => {
    const shown = await desk.start({ act: 'new', kind: 'round' }, aRound);
    const done = await desk.confirm(shown);
    if (done.kind !== 'done') throw new Error(JSON.stringify(done));
    const about = (act: 'nudge' | 'cancel' | 'prolong') => ({ act, kind: 'round', subjectId: done.ref.id }) as const;
    await desk.goTo('2026-04-07T07:00:00Z');
    const opened = listSent(desk.platform.posts, 'testlan/plan-2026');
    await desk.act(about('nudge'));
    await desk.goTo('2026-04-07T07:00:10Z');
    const nudged = listSent(desk.platform.posts, 'testlan/plan-2026');
    await desk.act(about('prolong'), { closesOn: '2026-04-24' });
    const late = await desk.start(about('prolong'), { closesOn: '2026-04-20' });
    await desk.act(about('cancel'), { reason: 'Tas i juni.' });
    await desk.goTo('2026-04-24T07:00:00Z');

    expect(previewOf(shown).sends.map(({ kind }) => kind)).toEqual([
      'reminder',
      'reminder',
      'nudge',
      'nudge',
      'escalation',
    ]);
    expect(opened).toEqual(listForeseen(previewOf(shown).sends.slice(0, 2)));
    expect(nudged).toHaveLength(opened.length + 1);
    expect(late).toMatchObject({ kind: 'faults', faults: [{ field: 'closesOn' }] });
    expect(listSent(desk.platform.posts, 'testlan/plan-2026')).toEqual(nudged);
  });

  test('is paused and resumed by itself: another of the same plan asks meanwhile', async () => {
    const april = await desk.act({ act: 'new', kind: 'round' }, aRound);
    const may = { ...aRound, label: 'maj', opensOn: '2026-05-04', closesOn: '2026-05-15' };
    const other = await desk.act({ act: 'new', kind: 'round' }, may);
    const about = (act: 'pause' | 'resume', { ref }: typeof april) =>
      ({ act, kind: 'round', subjectId: ref.id }) as const;
    const paused = await desk.start(about('pause', april), {});
    await desk.confirm(paused);
    await desk.goTo('2026-04-07T07:00:00Z');
    const held = listSent(desk.platform.posts, 'testlan/plan-2026');
    const resumedOther = await desk.start(about('resume', other));
    await desk.goTo('2026-05-04T07:00:00Z');
    const asked = listSent(desk.platform.posts, 'testlan/plan-2026');

    expect(previewOf(paused)).toMatchObject({ sends: [] });
    expect(held).toEqual([]);
    expect(resumedOther).toMatchObject({ kind: 'refused', refused: 'Det är inte pausat.' });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((line) => !line.includes('april'))).toBe(true);
    expect((await desk.act(about('resume', april))).said).toBe('Det fortsätter.');
    expect(await database.db.pause.count()).toBe(0);
  });

  test('that is paused does not ask about an activity that is added meanwhile, until it is resumed', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await desk.act({ act: 'pause', kind: 'round', subjectId: ref.id }, {});
    await addActivity();
    await desk.goTo('2026-04-07T07:00:00Z');
    const held = listSent(desk.platform.posts, 'testlan/plan-2026');
    await desk.act({ act: 'resume', kind: 'round', subjectId: ref.id });
    await desk.goTo('2026-04-07T07:00:10Z');

    expect(held).toEqual([]);
    expect(listSent(desk.platform.posts, 'testlan/plan-2026/bjurholm').length).toBeGreaterThan(0);
  });

  test('that is called off asks nobody, also not about an activity that is added later, and stays off', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await desk.act({ act: 'cancel', kind: 'round', subjectId: ref.id }, {});
    await addActivity();
    await saveRounds(database.db, countyId, [Round.parse({ ...aRound, id: ref.id, countyId, planId: aRound.plan })]);
    await desk.goTo('2026-04-07T07:00:00Z');
    await desk.goTo('2026-04-17T07:00:00Z');
    const about = (act: 'move' | 'prolong' | 'cancel' | 'pause') =>
      desk.start({ act, kind: 'round', subjectId: ref.id });

    expect(listSent(desk.platform.posts, 'testlan/plan-2026')).toEqual([]);
    expect(await database.db.prompt.count({ where: { topic: 'plan' } })).toBe(0);
    for (const act of ['move', 'prolong', 'cancel'] as const) {
      expect(await about(act)).toEqual({ kind: 'refused', refused: 'Avstämningen är inställd.' });
    }
    expect(await about('pause')).toEqual({ kind: 'refused', refused: NOTHING_TO_PAUSE });
    expect((await desk.start({ act: 'new', kind: 'round' }, { ...aRound, label: 'april igen' })).kind).toBe('preview');
  });

  test('that is called off once it was asked keeps its answers, takes no more, and asks nobody new', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await desk.goTo('2026-04-07T07:00:00Z');
    await desk.act({ act: 'cancel', kind: 'round', subjectId: ref.id }, {});
    const before = listSent(desk.platform.posts, 'testlan/plan-2026');
    await addActivity();
    await desk.goTo('2026-04-08T07:00:00Z');

    expect(before.length).toBeGreaterThan(0);
    expect(listSent(desk.platform.posts, 'testlan/plan-2026')).toEqual(before);
    expect(await database.db.prompt.count({ where: { topic: 'plan', closedAt: null } })).toBe(0);
  });

  test('that is called off finds nobody silent in the report of the year, which says that it is off', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await addActivity();
    await desk.goTo('2026-04-07T07:00:00Z');
    await desk.answer(MEMBER, { lightYsprakstod: 'green' });
    const january = new Date('2027-01-15T09:00:00Z');
    const before = await compileReport(database.db, { countyId, year: 2026 }, january);
    await desk.act({ act: 'cancel', kind: 'round', subjectId: ref.id }, {});
    const after = await compileReport(database.db, { countyId, year: 2026 }, january);
    const document = JSON.stringify(composeDocument(after, 'sv'));

    expect(before.rounds).toMatchObject([{ lights: { green: 1 }, silent: 1 }]);
    expect(after.rounds).toMatchObject([{ lights: { green: 1 }, silent: 0, cancelledOn: '2026-04-07' }]);
    expect(after.rates.total).toMatchObject({ asked: 1, onTime: 1, silent: 0 });
    expect(document).toContain('april (inställd)');
  });

  test('that is closed early asks nobody new until it is opened again, also where the file comes once more', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await desk.goTo('2026-04-07T07:00:00Z');
    await desk.act({ act: 'close', kind: 'round', subjectId: ref.id }, {});
    const before = listSent(desk.platform.posts, 'testlan/plan-2026');
    await addActivity();
    const fromFile = Round.parse({ ...aRound, id: ref.id, countyId, planId: aRound.plan });
    const imported = await saveRounds(database.db, countyId, [fromFile]);
    await desk.goTo('2026-04-08T07:00:00Z');
    const closed = listSent(desk.platform.posts, 'testlan/plan-2026');
    const again = { until: '2026-04-15', reason: 'Bjurholm kom med.' };
    await desk.act({ act: 'reopen', kind: 'round', subjectId: ref.id }, again);
    await desk.goTo('2026-04-08T07:01:00Z');

    expect(before.length).toBeGreaterThan(0);
    expect(imported).toEqual([]);
    expect(closed).toEqual(before);
    expect(listSent(desk.platform.posts, 'testlan/plan-2026/bjurholm').length).toBeGreaterThan(0);
  });

  test('that was closed early and gets other days asks as any other', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await desk.goTo('2026-04-07T07:00:00Z');
    await desk.act({ act: 'close', kind: 'round', subjectId: ref.id }, {});
    await addActivity();
    await desk.act({ act: 'prolong', kind: 'round', subjectId: ref.id }, { closesOn: '2026-04-24' });
    await desk.goTo('2026-04-08T07:00:00Z');

    expect(listSent(desk.platform.posts, 'testlan/plan-2026/bjurholm').length).toBeGreaterThan(0);
  });

  test('that was closed early stays so in its file, until the file gives it other days', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await desk.goTo('2026-04-07T07:00:00Z');
    await desk.act({ act: 'close', kind: 'round', subjectId: ref.id }, {});
    const inFile = { ...aRound, id: ref.id, countyId, planId: aRound.plan };
    const read = async () => (await database.db.round.findFirstOrThrow({ where: { id: ref.id } })).endedOn;

    await saveRounds(database.db, countyId, [Round.parse(inFile)]);
    const same = await read();
    await saveRounds(database.db, countyId, [Round.parse({ ...inFile, closesOn: '2026-04-24' })]);

    expect(same).toBe('2026-04-07');
    expect(await read()).toBeNull();
  });

  test('that is paused and called off is paused no more', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    await desk.act({ act: 'pause', kind: 'round', subjectId: ref.id }, {});
    await desk.act({ act: 'cancel', kind: 'round', subjectId: ref.id }, {});

    expect(await database.db.pause.count()).toBe(0);
  });

  test('does not go on by itself where its whole plan is paused', async () => {
    const { ref } = await desk.act({ act: 'new', kind: 'round' }, aRound);
    const plan = { topic: 'plan', countyId, id: SubjectId.parse(aRound.plan) } as const;
    await database.transaction((tx) => addPause(tx, plan, new Date('2026-03-02T08:00:00Z')));

    const resumed = await desk.start({ act: 'resume', kind: 'round', subjectId: ref.id });

    expect(resumed).toMatchObject({ kind: 'refused', refused: expect.stringContaining('Hela planen är pausad') });
    expect(await database.db.pause.count()).toBe(1);
  });

  test('sends again what failed of itself, and nothing of another round', async () => {
    const april = await desk.act({ act: 'new', kind: 'round' }, aRound);
    const may = { ...aRound, label: 'maj', opensOn: '2026-05-04', closesOn: '2026-05-15' };
    const other = await desk.act({ act: 'new', kind: 'round' }, may);
    desk.platform.refuse = () => new PlatformError('no', { verdict: 'permanent', code: 'blocked' });
    await desk.goTo('2026-04-07T07:00:00Z');
    desk.platform.refuse = undefined;
    const about = ({ ref }: typeof april) => ({ act: 'resend', kind: 'round', subjectId: ref.id }) as const;
    const nothing = await desk.start(about(other));
    await desk.act(about(april));
    const shown = await desk.start(
      { act: 'prolong', kind: 'round', subjectId: other.ref.id },
      { closesOn: '2026-05-20' },
    );

    expect(nothing).toMatchObject({ kind: 'refused' });
    expect(previewOf(shown).sends.some(({ isNow }) => isNow)).toBe(false);
  });

  test('does not meet another of the same plan', async () => {
    await desk.act({ act: 'new', kind: 'round' }, aRound);
    const other = { ...aRound, label: 'maj', opensOn: '2026-04-15', closesOn: '2026-05-08' };

    expect(await desk.start({ act: 'new', kind: 'round' }, other)).toMatchObject({
      kind: 'faults',
      faults: [{ field: 'closesOn', message: expect.stringContaining('april') }],
    });
  });
});
