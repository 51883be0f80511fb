// A whole year of a county's plan: drafted, prepared, approved, checked in four times, followed up, copied and locked.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { InvalidInput } from '../../src/errors.ts';
import { parseFieldKey, toFieldKey } from '../../src/message/field-key.ts';
import type { Form } from '../../src/message/form.ts';
import { listAskedAbout } from '../../src/topics/plans/check-in-form.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { type AskedOf, type Edit, openYear, type Year } from './open-year.ts';

const ROUNDS = [
  { round: 'mars-2024', opens: '2024-03-11T08:00:00Z', after: '2024-03-25T09:00:00Z', isRonnebyLate: true },
  { round: 'juni-2024', opens: '2024-06-03T07:00:00Z', after: '2024-06-17T09:00:00Z', isRonnebyLate: false },
  { round: 'september-2024', opens: '2024-09-09T07:00:00Z', after: '2024-09-23T09:00:00Z', isRonnebyLate: true },
  { round: 'december-2024', opens: '2024-12-02T08:00:00Z', after: '2024-12-16T09:00:00Z', isRonnebyLate: false },
];

/** The council has not decided yet, and one person at the region answers for both of its activities. */
const DRAFT: readonly Edit[] = [
  ['state: approved\n    preparedBy', 'state: draft\n    preparedBy'],
  ['    approvedOn: 2024-02-15\n    note', '    note'],
  ['    example: true\n    state: draft', '    state: draft'],
  ['owner: region-blekinge, responsible: region-ersattare', 'owner: region-blekinge, responsible: region-kontakt'],
];

/** Of calls and meetings, which others show, one reminder is enough. */
const BRIEF: readonly Edit[] = [
  [
    '30-days, days: -30, at: "09:00" }\n      - { step: 14-days, days: -14, at: "09:00" }\n      - { step: 7-days, days: -7, at: "09:00" }\n      - { step: 2-days, days: -2, at: "09:00" }\n      - { step: last-day',
    'last-day',
  ],
  [
    '      - { step: 1-day, days: -1, at: "09:00" }\n    nudges:\n      - { step: nudge-1, days: -2, at: "09:00" }\n      - { step: nudge-2, days: 0, at: "09:00" }\n    escalate:\n      - { step: escalate, days: 1, at: "09:00" }\n',
    '',
  ],
];

const COORDINATOR = 'integrationssamordnare';
const MEMBER = 'karlshamn-kontakt';

/** The same in spring, and the same in autumn, but that at the end of the year every third is done. */
const sayIn = (round: string) => (form: Form) =>
  Object.fromEntries(
    listAskedAbout(form).flatMap((slug) => [
      [toFieldKey('light', slug), slug.length % 3 === 0 ? 'yellow' : 'green'],
      [toFieldKey('comment', slug), /^(mars|juni)/.test(round) ? 'Läget i vår.' : 'Läget i höst.'],
      [toFieldKey('forecast', slug), 'Som planerat.'],
      [toFieldKey('action', slug), 'Fler möten.'],
      [toFieldKey('actionBy', slug), '2024-12-31'],
      [toFieldKey('status', slug), round === 'december-2024' && slug.length % 3 === 1 ? 'completed' : 'ongoing'],
    ]),
  );

describe('a year of Blekinge', () => {
  let database: Database;
  let year: Year;
  const steps = () =>
    database.db.planStep.findMany({
      select: { from: true, to: true, byId: true, decidedOn: true, dnr: true, meetingId: true },
      orderBy: { at: 'asc' },
    });
  const state = async (of = 2024) => (await database.db.plan.findFirst({ where: { year: of } }))?.state;

  beforeAll(async () => {
    database = await openTestDatabase();
    year = await openYear(database, { county: 'blekinge', start: '2024-01-10T08:00:00Z', edits: [...DRAFT, ...BRIEF] });
  }, 120_000);
  afterAll(() => database.close());

  test('begins with a draft that asks nothing, and that only those who may take further', async () => {
    const refused = await year.write(MEMBER, 'plan beredd ja');
    const early = await year.write(COORDINATOR, 'plan godkänd 2024-01-09 ja');
    const before = await steps();

    const preview = await year.write(COORDINATOR, 'plan beredd');
    const unchanged = await state();
    const done = await year.write(COORDINATOR, 'plan beredd ja');

    expect(refused).toContain('Bara länets samordnare och sammankallande i gruppen som bereder planen');
    expect(early).toContain('Nästa steg är \\"plan beredd\\"');
    expect(before).toEqual([]);
    expect(preview).toContain('Planen för 2024 är ett utkast och blir beredd.');
    expect(preview).toContain('Skriv \\"plan beredd 2024 ja\\" för att göra det.');
    expect(unchanged).toBe('draft');
    expect(done).toContain('Planen för 2024 är nu beredd.');
    expect(await state()).toBe('prepared');
    expect(await database.db.occurrence.count({ where: { topic: 'plan' } })).toBe(0);
  });

  test('is approved at a meeting of the council that has been held, with its number', async () => {
    const ahead = await year.write(COORDINATOR, 'plan godkänd 2024-02-15 ja');
    await year.goTo('2024-02-16T08:00:00Z');
    const dayless = await year.write(COORDINATOR, 'plan godkänd ja');
    const another = await year.write(COORDINATOR, 'plan godkänd 2024-02-14 dnr 1539-2023-1 ja');
    const member = await year.write(MEMBER, 'plan godkänd 2024-02-15 ja');
    const before = await state();

    const preview = await year.write(COORDINATOR, 'plan godkänd 2024-02-15 dnr 1539-2023-1');
    await year.write(COORDINATOR, 'plan godkänd 2024 2024-02-15 dnr 1539-2023-1 ja');

    expect(ahead).toContain('15 februari 2024 har inte varit än');
    expect(dayless).toContain('Skriv dagen för rådets beslut efter');
    expect(another).toContain('Rådet hade inget möte 14 februari 2024. Det hade senast möte 15 februari 2024.');
    expect(member).toContain('Bara länets samordnare kan godkänna planen.');
    expect(before).toBe('prepared');
    expect(preview).toContain('Rådets möte 15 februari 2024, dnr 1539-2023-1.');
    expect((await steps()).at(-1)).toEqual({
      from: 'prepared',
      to: 'approved',
      byId: 'blekinge/integrationssamordnare',
      decidedOn: '2024-02-15',
      dnr: '1539-2023-1',
      meetingId: 'blekinge/integrationsradet-2024-02-15',
    });
  });

  test('asks each owner about everything in one go, four times, and marks what comes late', async () => {
    await year.write('arbetsformedlingen-kontakt', 'ersättare arbetsformedlingen-chef 2024-06-01 2024-06-30');
    const forms: Form[] = [];
    for (const { round, opens, after, isRonnebyLate } of ROUNDS) {
      await year.goTo(opens);
      const asked = await ofRound(year, round);
      const tardy = asked.filter(({ organisationId }) => isRonnebyLate && organisationId === 'blekinge/ronneby');
      for (const one of asked.filter((each) => !tardy.includes(each))) {
        const given = (form: Form) => {
          forms.push(form);
          return sayIn(round)(form);
        };
        expect(await year.answer(one, given)).toMatchObject({ kind: 'receipt' });
      }
      await year.goTo(after);
      for (const one of tardy) {
        expect(await year.answer(one, sayIn(round))).toMatchObject({ kind: 'receipt' });
      }
    }

    const kept = await database.db.checkIn.findMany();
    const activities = await database.db.activity.findMany();
    const replies = await database.db.reply.findMany({ where: { topic: 'plan', isCurrent: true } });
    const said = replies.flatMap(({ answers }) =>
      Object.keys(Object(answers)).filter((key) => parseFieldKey(key).question === 'light'),
    );
    const both = forms.filter((form) => listAskedAbout(form).length === 2);

    // The region's two: one form with a heading for each, in every round in which both run.
    expect(both.map((form) => form.fields.flatMap(({ section }) => section ?? []))).toContainEqual([
      'Hälsoinformation på fler språk',
      'Fler tackar ja till hälsoundersökningen',
    ]);
    expect(kept).toHaveLength(said.length);
    expect(kept.filter(({ isLate }) => isLate).map(({ organisationId, round }) => [organisationId, round])).toEqual([
      ['blekinge/ronneby', 'mars-2024'],
      ['blekinge/ronneby', 'september-2024'],
    ]);
    for (const { id, light, checkedRound } of activities) {
      const last = kept
        .filter((one) => one.activityId === id)
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .at(-1);
      expect([id, light, checkedRound]).toEqual([id, last?.light, last?.round]);
    }
    expect(kept.some(({ insteadOfId }) => insteadOfId === 'blekinge/arbetsformedlingen-kontakt')).toBe(true);
  });

  test('tells each group once a round how far it has come, and once who is silent', async () => {
    const [march] = year.posts('arbetsgrupp-sprak').filter(({ title }) => title === 'Avstämning mars');
    const rounds = year.posts('arbetsgrupp-sprak').filter(({ title }) => title.startsWith('Avstämning'));
    const silence = year.posts(COORDINATOR).filter(({ title }) => title.includes('har inte svarat: Avstämning mars'));

    expect(march?.parts[0]).toMatchObject({ kind: 'progress', asked: 3 });
    expect(rounds.map(({ title }) => title)).toEqual(
      ['mars', 'juni', 'september', 'december'].map((month) => `Avstämning ${month}`),
    );
    expect(silence.map(({ title }) => title)).toEqual([
      '1 av 4 har inte svarat: Avstämning mars: Arbetsgruppen för arbete och utbildning',
    ]);
  });

  test('shows the way of one thing over the year, late answers and unchanged ones marked', async () => {
    const history = await year.write(COORDINATOR, 'plan historik tidiga signaler');
    const unknown = await year.write(COORDINATOR, 'plan historik tidiga signler');

    expect(history.match(/avstämning (mars|juni|september|december)/g)).toHaveLength(4);
    expect(history.match(/sent svar/g)).toHaveLength(2);
    expect(history.match(/ingen förändring/g)).toHaveLength(2);
    expect(unknown).toContain('Det finns ingenting i planerna som heter');
  });

  test('asks the year’s questions of the preparatory group, one answer from each organisation', async () => {
    const asked = await year.listAsked('followup');
    const [first] = asked;
    if (!first) throw new Error('Nobody is asked.');
    const { form } = await year.open(first);
    for (const one of firstOfEach(asked)) expect(await year.answer(one)).toMatchObject({ kind: 'receipt' });

    expect(form.fields.map(({ key, section }) => [key, section])).toEqual([
      ['planstatus', 'Årets plan'],
      ['samverkansprocesser', 'Länet'],
      ['barnratt', 'Perspektiv: barnrätt'],
      ['jamlikhet', 'Perspektiv: jämlikhet'],
      ['jamstalldhet', 'Perspektiv: jämställdhet'],
    ]);
    const replies = await database.db.reply.findMany({ where: { topic: 'followup' } });
    expect(replies.map(({ unit }) => unit).toSorted()).toEqual(
      [...new Set(asked.map(({ organisationId }) => `organisation:${organisationId}`))].toSorted(),
    );
    expect(new Set(replies.map(({ period }) => period))).toEqual(new Set(['2024']));
  });

  test('is copied to the next year with what is not finished, and copying again changes nothing', async () => {
    await year.goTo('2025-01-10T08:00:00Z');
    const { db } = database;
    const finished = await db.activity.count({ where: { status: 'completed' } });
    const all = await db.activity.count();
    const refused = await year.write(MEMBER, 'plan kopiera 2025 ja');
    const outside = await year.write(COORDINATOR, 'plan kopiera 2030 ja');

    const preview = await year.write(COORDINATOR, 'plan kopiera 2025');
    const none = await db.plan.count();
    const done = await year.write(COORDINATOR, 'plan kopiera 2025 ja');
    const next = await db.activity.findMany({ where: { planId: 'blekinge/handlingsplan-2025' } });
    const again = await year.write(COORDINATOR, 'plan kopiera 2025 ja');

    expect(refused).toContain('Inget är ändrat.');
    expect(outside).toContain('Ingen av länets strategier gäller 2030.');
    expect(finished).toBeGreaterThan(0);
    expect(preview).toContain(`${all - finished} delar som inte är klara följer med`);
    expect(none).toBe(1);
    expect(done).toContain(`Planen för 2025 är ett utkast med ${all - finished} nya delar från året före.`);
    expect(next).toHaveLength(all - finished);
    expect(again).toContain(`0 nya delar från året före. ${all - finished} delar är redan kopierade`);
    expect(await db.activity.findMany({ where: { planId: 'blekinge/handlingsplan-2025' } })).toEqual(next);
    const from = await db.activity.findMany({ where: { planId: 'blekinge/handlingsplan-2024' } });
    for (const { carriedFromId, title, status } of next) {
      expect([from.find(({ id }) => id === carriedFromId)?.title, status]).toEqual([title, null]);
    }
    expect(await db.round.count({ where: { planId: 'blekinge/handlingsplan-2025' } })).toBe(4);
  });

  test('locked, takes nothing but addenda, whoever asks', async () => {
    const early = await year.write(COORDINATOR, 'plan lås 2024 ja');
    await year.write(COORDINATOR, 'plan uppföljd 2024 ja');
    await year.write(COORDINATOR, 'plan lås 2024 ja');
    const { db } = database;
    const read = async () => [
      await db.plan.findMany({ orderBy: { id: 'asc' } }),
      await db.activity.findMany({ orderBy: { id: 'asc' } }),
      await db.round.findMany({ orderBy: { id: 'asc' } }),
    ];
    const before = await read();

    const step = await year.write(COORDINATOR, 'plan uppföljd 2024 ja');
    const changed = await year
      .importAgain(['title: Tidiga signaler i skolan', 'title: Signaler'])
      .catch((error) => error);
    await year.importAgain();
    const [asked] = await year.listAsked('plan');
    const member = await year.write(MEMBER, 'plan tillägg 2024 En rättelse.');
    const named = await year.write(COORDINATOR, 'plan tillägg 2024 Gäller 811228-9874.');
    const added = await year.write(COORDINATOR, 'plan tillägg 2024 Målet nåddes i januari.');

    expect(early).toContain('Planen är godkänd, så du kan inte låsa planen.');
    expect(step).toContain('En låst plan ändras inte mer.');
    expect(changed).toBeInstanceOf(InvalidInput);
    expect(changed.findings).toEqual([{ path: 'plans 2024', message: expect.stringContaining('locked') }]);
    expect(asked).toBeUndefined();
    expect(member).toContain('Bara länets samordnare kan göra tillägg');
    expect(named).toContain('ser ut att innehålla ett personnummer');
    expect(added).toContain('Tillägget till planen för 2024 är sparat.');
    expect(await read()).toEqual(before);
    expect(await db.addendum.findMany({ select: { text: true } })).toEqual([{ text: 'Målet nåddes i januari.' }]);
    expect((await steps()).map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'draft → prepared',
      'prepared → approved',
      'approved → followed-up',
      'followed-up → locked',
    ]);
    expect(await year.write(COORDINATOR, 'plan 2024')).toContain('Målet nåddes i januari.');
  });
});

describe('the follow-up of Kalmar', () => {
  let database: Database;
  let year: Year;
  beforeAll(async () => {
    database = await openTestDatabase();
    year = await openYear(database, { county: 'kalmar', start: '2024-11-28T08:00:00Z' });
    await year.goTo('2024-12-02T08:00:00Z');
  }, 120_000);
  afterAll(() => database.close());

  test('asks three questions about each of the five areas, of the council and the preparatory group at once', async () => {
    const asked = await year.listAsked('followup');
    const [one] = asked;
    if (!one) throw new Error('Nobody is asked.');
    const { form, title } = await year.open(one);

    expect(title).toBe('Uppföljning 2024');
    expect(form.fields.map(({ key }) => parseFieldKey(key).question)).toEqual(
      Array.from({ length: 5 }, () => ['kunskap', 'utveckling', 'behov']).flat(),
    );
    expect(form.fields.flatMap(({ section }) => section ?? [])).toHaveLength(5);
    expect(await database.db.prompt.count({ where: { topic: 'followup' } })).toBe(1);
    for (const group of ['integrationsradet', 'beredningsgruppen']) {
      expect(year.posts(group).filter((post) => post.title === 'Uppföljning 2024')).toHaveLength(1);
    }
  });

  test('keeps what is half written for the one who wrote it, and nothing that names a person', async () => {
    const [one, other] = firstOfEach(await year.listAsked('followup'));
    if (!one || !other) throw new Error('Nobody is asked.');
    const { form } = await year.open(one);
    const key = form.fields[0]?.key ?? '';

    const refused = await year.take(one, 'drafted', { [key]: 'Gäller 811228-9874.' });
    const kept = await year.take(one, 'drafted', { [key]: 'En början.' });

    expect(refused).toMatchObject({ kind: 'faults', values: { [key]: 'Gäller 811228-9874.' } });
    expect(kept).toMatchObject({ kind: 'note', text: expect.stringContaining('Utkastet är sparat.') });
    expect(await year.open(one)).toMatchObject({ values: { [key]: 'En början.' } });
    expect(await year.look(one)).toEqual({ [key]: 'En början.' });
    expect([(await year.open(other)).values, await year.look(other)]).toEqual([{}, {}]);
    expect(await database.db.reply.count()).toBe(0);
    expect(JSON.stringify(await database.db.draft.findMany())).not.toContain('9874');

    await year.take(one, 'submitted', { [key]: 'Färdigt.' });
    expect(await database.db.draft.count()).toBe(0);
  });

  test('takes one answer from each organisation, nudges the silent and reports them', async () => {
    const asked = await year.listAsked('followup');
    const each = firstOfEach(asked);
    const silent = each.at(-1);
    for (const one of each.slice(1, -1)) expect(await year.answer(one)).toMatchObject({ kind: 'receipt' });
    const again = asked.find(({ organisationId, personId }) =>
      each.slice(1, -1).some((one) => one.organisationId === organisationId && one.personId !== personId),
    );
    if (!again) throw new Error('No organisation has two who are asked.');
    const second = await year.answer(again);

    await year.goTo('2025-01-13T08:00:00Z');
    await year.goTo('2025-01-17T08:00:00Z');

    const replies = await database.db.reply.findMany({ where: { topic: 'followup', isCurrent: true } });
    const told = year.posts('samordnare').filter(({ title }) => title.includes('har inte svarat: Uppföljning 2024'));
    expect(replies).toHaveLength(each.length - 1);
    expect(new Set(replies.map(({ unit }) => unit)).size).toBe(replies.length);
    expect(second).toMatchObject({ kind: 'receipt' });
    expect(told.map(({ title }) => title)).toEqual([`1 av ${each.length} har inte svarat: Uppföljning 2024`]);
    expect(
      year
        .posts(silent?.personId.slice('kalmar/'.length) ?? '')
        .some(({ title }) => title.includes('Påminnelse: Uppföljning 2024')),
    ).toBe(true);
  });
});

async function ofRound(year: Year, round: string): Promise<readonly AskedOf[]> {
  const prompts = await year.database.db.prompt.findMany({ where: { topic: 'plan', question: round } });
  const ids = new Set(prompts.map(({ id }) => id));
  return (await year.listAsked('plan')).filter(({ promptId }) => ids.has(promptId));
}

function firstOfEach(asked: readonly AskedOf[]): readonly AskedOf[] {
  return asked.filter(
    ({ organisationId }, at) => asked.findIndex((one) => one.organisationId === organisationId) === at,
  );
}
