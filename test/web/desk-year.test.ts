// The plan's year and its follow-up at the desk: changed, taken step by step, locked, reported, frozen and approved.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { planTask } from '../../src/cli/tasks/plan-task.ts';
import type { Database } from '../../src/database/open.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { createTopics } from '../../src/main.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { readCountyText } from '../journey/import-county.ts';
import { readForms, readHidden, readText } from '../platforms/room/visitor.ts';
import { type Guest, type OpenDesk, openDesk } from './open-desk.ts';

/** Convenes the preparatory group, and in this test is no coordinator. */
const PREPARER = 'blekinge/integrationssamordnare';
const COORDINATOR = 'blekinge/handlaggare';
const PERSONAL = '811218-9876';

let database: Database;
let desk: OpenDesk;
let preparer: Guest;
let coordinator: Guest;

const plan = (year = 2024) => database.db.plan.findFirstOrThrow({ where: { countyId: 'blekinge', year } });
const activity = (slug: string) => database.db.activity.findUniqueOrThrow({ where: { id: `blekinge/${slug}` } });
const read = async (guest: Guest, path: string) => readText((await guest.get(path)).html);

const FIELDS = {
  ...{ title: 'Hälsoinformation på fler språk', goal: 'blekinge/minskade-skillnader-i-halsa' },
  ...{ owner: 'blekinge/region-blekinge', responsible: 'blekinge/region-kontakt' },
  ...{ group: 'blekinge/arbetsgrupp-halsa', fromOn: '2024-02-19', toOn: '2024-10-31' },
  ...{ indicator: 'Antal språk och antal träffar', targetGroup: 'Asylsökande, nyanlända och övriga utrikesfödda' },
};

/** As somebody who has opened the page and changes some fields. */
async function change(guest: Guest, slug: string, fields: Readonly<Record<string, string>>) {
  const { html } = await guest.get(`/desk/activities/${slug}`);
  const form = readForms(html).find((one) => one.includes(`/activities/${slug}/change`)) ?? '';
  return guest.post(`/desk/activities/${slug}/change`, { ...readHidden(form), ...FIELDS, ...fields });
}

/** A form of a page, sent by somebody who clicks twice. */
async function sendTwice(guest: Guest, path: string, end: string, fields: Readonly<Record<string, string>>) {
  const { html } = await guest.get(path);
  const form = readForms(html).find((one) => one.includes(`${end}"`)) ?? '';
  const send = () => guest.post(`${path}${end}`, { ...readHidden(form), ...fields });
  return [await send(), await send()] as const;
}

const step = (guest: Guest, fields: Readonly<Record<string, string>>) => guest.send('/desk/plans/2024/step', fields);

beforeAll(async () => {
  database = await openTestDatabase();
  desk = await openDesk(database, { counties: ['blekinge'], start: '2024-03-12T08:00:00Z' });
  await desk.give(PREPARER);
  await desk.give(COORDINATOR, 'coordinator');
  const draft = { state: 'draft', approvedOn: null, isExample: false };
  await database.db.plan.update({ where: { id: 'blekinge/handlingsplan-2024' }, data: draft });
  preparer = await desk.enter(PREPARER);
  coordinator = await desk.enter(COORDINATOR);
});
afterAll(async () => {
  await desk.close();
  await database.close();
});

test('the desk leads to the room, to the plan and to the follow-up', async () => {
  const { html } = await coordinator.get('/desk');

  for (const url of ['/room', '/desk/plans', '/desk/reports']) expect(html).toContain(`href="${url}"`);
});

describe('a draft', () => {
  test('is changed by whoever prepares it, and what was changed is in its trace', async () => {
    const done = await change(preparer, 'halsoinformation', {
      title: 'Hälsoinformation på tolv språk',
      toOn: '2024-11-29',
    });

    expect(readText(done.html)).toContain('Ändringen är sparad.');
    expect(await activity('halsoinformation')).toMatchObject({
      ...{ title: 'Hälsoinformation på tolv språk', toOn: '2024-11-29' },
      ...{ fromOn: '2024-02-19', ownerId: 'blekinge/region-blekinge' },
    });
    const text = await read(preparer, '/desk/activities/halsoinformation');
    expect(text).toContain('Hälsoinformation på tolv språk (tidigare Hälsoinformation på fler språk)');
  });

  test.each([
    ['without a title', { title: '' }, 'Skriv vad som ska göras'],
    ['that ends before it begins', { toOn: '2024-01-31' }, 'Den slutar innan den börjar'],
    ['that does not run in the year', { fromOn: '2025-01-01', toOn: '2025-02-01' }, 'inte någon dag under 2024'],
    ["with another county's owner", { owner: 'kalmar/region-kalmar' }, 'Ansvarig organisation'],
    ['with a personal number', { indicator: `Stöd till ${PERSONAL}` }, 'personnummer'],
  ])('refuses an activity %s, changes nothing and keeps what was written', async (_how, fields, said) => {
    const before = await activity('tidiga-signaler');

    const page = await change(preparer, 'tidiga-signaler', { targetGroup: 'Elever i årskurs 9', ...fields });

    expect(page.status).toBe(422);
    expect(readText(page.html)).toContain(said);
    expect(page.html).toContain('Elever i årskurs 9');
    expect(await activity('tidiga-signaler')).toEqual(before);
  });

  test('tells the second of two who change the same at once what the first has saved, and takes it once that is seen', async () => {
    const { html } = await coordinator.get('/desk/activities/halsoundersokning');
    const form = readForms(html).find((one) => one.includes('/halsoundersokning/change')) ?? '';
    await change(preparer, 'halsoundersokning', { title: 'Alla erbjuds undersökning' });

    const late = { ...readHidden(form), ...FIELDS, title: 'Fler tackar ja' };
    const page = await coordinator.post('/desk/activities/halsoundersokning/change', late);
    const { title: between } = await activity('halsoundersokning');
    const seen = readForms(page.html).find((one) => one.includes('/halsoundersokning/change')) ?? '';
    await coordinator.post('/desk/activities/halsoundersokning/change', { ...late, ...readHidden(seen) });

    expect(page.status).toBe(422);
    expect(readText(page.html)).toContain('Någon annan har sparat: Alla erbjuds undersökning');
    expect(between).toBe('Alla erbjuds undersökning');
    expect((await activity('halsoundersokning')).title).toBe('Fler tackar ja');
  });

  test('gets a new activity once, however often it is sent, and an import leaves it there', async () => {
    const added = { ...FIELDS, title: 'Språkvänner i föreningslivet', _nonce: randomUUID() };
    await preparer.send('/desk/plans/2024/activities', added);
    const again = await preparer.send('/desk/plans/2024/activities', added);

    const files = [{ name: 'blekinge.yaml', text: await readCountyText('blekinge') }];
    const importing = { database, topics: createTopics(), now: desk.clock.now() };
    await importFiles(importing, { files, isDryRun: false });

    expect(again.url).toContain('done=added');
    const where = { countyId: 'blekinge', title: added.title };
    expect(await database.db.activity.count({ where })).toBe(1);
    expect(await read(coordinator, '/desk/plans/2024')).toContain(added.title);
    await database.db.plan.update({
      where: { id: 'blekinge/handlingsplan-2024' },
      data: { state: 'draft', approvedOn: null },
    });
    await desk.give(PREPARER);
    await desk.give(COORDINATOR, 'coordinator');
  });

  test('gets no activity that another plan has, by whatever name it is sent', async () => {
    const { id, year: _, provenance: __, ...rest } = await plan();
    const other = 'blekinge/handlingsplan-2030';
    await database.db.plan.create({ data: { ...rest, id: other, year: 2030 } });
    const added = { ...FIELDS, title: 'Mentorer i föreningslivet', _nonce: randomUUID() };
    await coordinator.send('/desk/plans/2024/activities', added);

    const days = { fromOn: '2030-02-01', toOn: '2030-10-31' };
    const page = await coordinator.send('/desk/plans/2030/activities', { ...added, ...days });

    const where = { countyId: 'blekinge', title: added.title };
    expect(page.status).toBe(404);
    expect(await database.db.activity.findMany({ where })).toMatchObject([{ planId: id, fromOn: FIELDS.fromOn }]);
    await database.db.plan.delete({ where: { id: other } });
  });
});

describe('its steps', () => {
  test('are first shown, then taken, by those who may; whoever may not is told who does', async () => {
    const shown = await step(preparer, { _act: 'prepare' });
    const { state: before } = await plan();
    const form = readForms(shown.html).find((one) => one.includes('/plans/2024/step')) ?? '';
    const [done, twice] = await Promise.all([
      preparer.post('/desk/plans/2024/step', readHidden(form)),
      preparer.post('/desk/plans/2024/step', readHidden(form)),
    ]);
    const later = await preparer.post('/desk/plans/2024/step', readHidden(form));
    const refused = await step(preparer, { _act: 'approve', decidedOn: '2024-02-15', _confirmed: 'yes' });

    expect(readText(shown.html)).toContain('Planen för 2024 är ett utkast och blir beredd.');
    expect(before).toBe('draft');
    for (const page of [done, twice, later]) expect(page.url).toContain('done=stepped');
    expect(await database.db.planStep.count({ where: { to: 'prepared', byId: { not: null } } })).toBe(1);
    expect((await plan()).state).toBe('prepared');
    expect(refused.status).toBe(422);
    expect(readText(refused.html)).toContain('Inget är ändrat. Bara länets samordnare kan godkänna planen.');
    expect(await read(preparer, '/desk/plans/2024')).toContain('Nästa steg tar länets samordnare.');
  });

  test.each([
    [{ _act: 'lock', _confirmed: 'yes' }, 'Planen är beredd, så du kan inte låsa planen.'],
    [{ _act: 'approve' }, 'Välj dagen för rådets beslut.'],
    [{ _act: 'approve', decidedOn: '2024-02-16' }, 'Rådet hade inget möte 16 februari'],
    [{ _act: 'approve', decidedOn: '2024-11-21' }, 'har inte varit än'],
    [{ _act: 'approve', decidedOn: '2024-02-15', dnr: PERSONAL }, 'personnummer'],
  ])('%j is refused with the reason, and nothing is changed', async (fields, said) => {
    const page = await step(coordinator, fields);

    expect(page.status).toBe(422);
    expect(readText(page.html)).toContain(said);
    expect(await plan()).toMatchObject({ state: 'prepared', dnr: null });
  });

  test("the council's approval is kept with its meeting and number, and then only the coordinator changes the plan", async () => {
    const approval = { _act: 'approve', decidedOn: '2024-02-15', dnr: '1539-2023-1' };
    const shown = await step(coordinator, approval);
    await step(coordinator, { ...approval, _confirmed: 'yes' });

    const page = await read(preparer, '/desk/plans/2024');
    const refused = await preparer.send('/desk/activities/halsoinformation/change', { ...FIELDS, _mark: '' });
    const allowed = await change(coordinator, 'halsoinformation', { title: 'Hälsoinformation' });

    expect(readText(shown.html)).toContain('dnr 1539-2023-1');
    expect(page).toContain('Rådets möte 15 februari dnr 1539-2023-1');
    expect(refused.status).toBe(422);
    expect(readText(refused.html)).toContain('Rådet har godkänt planen. Nu kan bara länets samordnare ändra den.');
    expect(allowed.url).toContain('done=changed');
    expect((await activity('halsoinformation')).title).toBe('Hälsoinformation');
  });

  test('a check-in stands on the page of its activity, by round', async () => {
    const person = { personId: 'blekinge/region-kontakt', organisationId: 'blekinge/region-blekinge' };
    await database.db.checkIn.create({
      data: {
        ...{ id: randomUUID(), countyId: 'blekinge', planId: 'blekinge/handlingsplan-2024', ...person },
        ...{ activityId: 'blekinge/halsoinformation', round: 'mars-2024', period: '2024-mars', receipt: '7F3A-21' },
        ...{ light: 'yellow', comment: 'Två tolkar saknas.', isCurrent: true, isLate: true, isCopy: false },
        at: desk.clock.now(),
      },
    });

    const text = await read(coordinator, '/desk/activities/halsoinformation');

    expect(text).toMatch(/Gul Två tolkar saknas\. tisdag 12 mars kl\. 9\.00 · avstämning mars · sent svar/);
  });

  test('locked, it takes addenda alone, and goes on in the next year', async () => {
    await step(coordinator, { _act: 'follow-up', _confirmed: 'yes' });
    await step(coordinator, { _act: 'lock', _confirmed: 'yes' });
    const before = await activity('halsoinformation');

    const changed = await coordinator.send('/desk/activities/halsoinformation/change', { ...FIELDS, _mark: '' });
    const [wrong] = await sendTwice(coordinator, '/desk/plans/2024', '/addenda', { text: `Om ${PERSONAL}` });
    const [added, twice] = await sendTwice(coordinator, '/desk/plans/2024', '/addenda', {
      text: 'Målet nåddes i februari.',
    });
    const copying = await coordinator.send('/desk/plans/2024/copy', {});
    const copied = await coordinator.send('/desk/plans/2024/copy', { _confirmed: 'yes' });

    expect(readText(changed.html)).toContain('Planen är låst.');
    expect(await activity('halsoinformation')).toEqual(before);
    expect(wrong.status).toBe(422);
    expect(readText(added.html)).toContain('Målet nåddes i februari.');
    expect(twice.url).toContain('done=addendum');
    expect(await database.db.addendum.count()).toBe(1);
    expect(readText(copying.html)).toContain('delar som inte är klara följer med');
    expect(copied.url).toContain('/desk/plans/2025?done=copied');
    expect(readText(copied.html)).toContain('Hälsoinformation från året före');
  });

  test('that are taken from the command line stand under the name of the user there', async () => {
    const line = { database, clock: desk.clock, topics: createTopics(), publicUrl: desk.url, isService: true };
    const asked = { county: 'blekinge', year: 2025, step: 'prepare', by: 'kim' };
    await planTask.answer({ ...line, findSecret: async () => '' }, asked);

    expect(await read(coordinator, '/desk/plans/2025')).toMatch(/kommandoraden \(kim\)/);
  });
});

describe('the follow-up', () => {
  test('is one page that loads nothing, and four files', async () => {
    const open = async (format: string) => {
      const cookie = [...coordinator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return fetch(`${desk.url}/desk/reports/2024/report.${format}`, { headers: { cookie } });
    };

    const page = await open('html');
    const files = await Promise.all(['docx', 'xlsx', 'csv', 'json'].map(open));
    const [word, book, , json] = await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())));

    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('Uppföljning 2024');
    expect(files.map(({ headers }) => headers.get('content-disposition'))).toEqual(
      ['docx', 'xlsx', 'csv', 'json'].map((format) => `attachment; filename="samverk-blekinge-2024.${format}"`),
    );
    expect([word, book].map((bytes) => bytes?.subarray(0, 2).toString())).toEqual(['PK', 'PK']);
    const Whole = z.object({
      report: z.object({ year: z.number() }),
      raw: z.object({ prompts: z.array(z.unknown()) }),
    });
    expect(Whole.parse(JSON.parse(json?.toString() ?? '')).report.year).toBe(2024);
  });

  test('shows a light that was set by hand beside the rule, and refuses one without a reason', async () => {
    const goal = { _scope: 'goal', _of: 'blekinge/sprakutveckling', light: 'green', _nonce: randomUUID() };
    const without = await coordinator.send('/desk/reports/2024/light', goal);
    const personal = await coordinator.send('/desk/reports/2024/light', { ...goal, reason: PERSONAL });
    const before = await database.db.lightOverride.count();

    const named = { ...goal, reason: 'Kursen har startat.', _nonce: randomUUID() };
    const set = await coordinator.send('/desk/reports/2024/light', named);
    const twice = await coordinator.send('/desk/reports/2024/light', named);

    expect([without.status, personal.status, before]).toEqual([422, 422, 0]);
    expect(readText(set.html)).toContain('Kursen har startat.');
    expect(twice.url).toContain('done=light');
    expect(await database.db.lightOverride.count()).toBe(1);
    expect(readHidden(readForms(set.html).find((one) => one.includes('/light')) ?? '')._nonce).toBeDefined();
    expect(readText(set.html)).toContain('enligt regeln: ○ Ej bedömd');
  });

  test('is frozen under a number, downloaded as it was frozen, approved once, and then not changed', async () => {
    const [unnamed] = await sendTwice(coordinator, '/desk/reports/2024', '/freeze', { dnr: ' ' });
    const early = await coordinator.send('/desk/reports/2024/approve', {
      ...{ group: 'blekinge/integrationsradet', approvedOn: '2024-03-12' },
    });
    const [frozen, twice] = await sendTwice(coordinator, '/desk/reports/2024', '/freeze', { dnr: '801-1-2025' });
    const { checksum } = await database.db.reportSnapshot.findFirstOrThrow();
    const ahead = await coordinator.send('/desk/reports/2024/approve', {
      ...{ group: 'blekinge/integrationsradet', approvedOn: '2024-03-13' },
    });
    const approval = { group: 'blekinge/integrationsradet', approvedOn: '2024-03-12' };
    const approved = await coordinator.send('/desk/reports/2024/approve', approval);
    const approvedTwice = await coordinator.send('/desk/reports/2024/approve', approval);
    const otherwise = await coordinator.send('/desk/reports/2024/approve', {
      ...approval,
      group: 'blekinge/beredningsgruppen',
    });
    const again = await coordinator.send('/desk/reports/2024/freeze', { dnr: '801-2-2025', _nonce: randomUUID() });

    expect(readText(unnamed.html)).toContain('Skriv ett diarienummer');
    expect(readText(early.html)).toContain('Ingen uppföljning av året är fryst.');
    expect(readText(frozen.html)).toContain(checksum);
    expect(twice.url).toContain('done=frozen');
    expect(readText(ahead.html)).toContain('Dagen har inte varit än.');
    expect(approved.url).toContain('done=approved');
    expect(approvedTwice.url).toContain('done=approved');
    expect(otherwise.status).toBe(422);
    expect(readText(again.html)).toContain('Årets uppföljning är godkänd och ändras inte mer.');
    expect(await database.db.reportSnapshot.count()).toBe(1);
    const { html } = await coordinator.get('/desk/reports/2024/report.html?number=1');
    expect(html).toContain('Kursen har startat.');
  });

  test('is not given away once what was frozen is another', async () => {
    await database.db.reportSnapshot.updateMany({ data: { body: '{}' } });

    expect((await coordinator.get('/desk/reports/2024/report.json?number=1')).status).toBe(404);
  });
});
