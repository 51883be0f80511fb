// A coordinator's first hour on the web, over the real door: made, previewed, saved, sent, nudged about, moved, called off.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { steerTask } from '../../src/cli/tasks/steer-task.ts';
import type { Database } from '../../src/database/open.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { type Page, readForms, readHidden, readText } from '../platforms/room/visitor.ts';
import { type Guest, type OpenDesk, openDesk } from './open-desk.ts';

const COORDINATOR = 'blekinge/integrationssamordnare';
const CONVENER = 'blekinge/karlshamn-kontakt';
const aMeeting = {
  ...{ group: 'blekinge/arbetsgrupp-sprak', heldOn: '2024-06-12', startsAt: '13', endsAt: '15', repeats: 'once' },
  ...{ until: '', title: '', place: 'Karlshamn', link: '', agenda: 'Inledning\nLaget runt', answerBy: '' },
};

let database: Database;
let desk: OpenDesk;
beforeAll(async () => {
  database = await openTestDatabase();
  desk = await openDesk(database, { counties: ['blekinge', 'kalmar'], start: '2024-06-03T06:00:00Z' });
});
afterAll(() => desk.close());

const begin = (guest: Guest, fields: Readonly<Record<string, string>>) => guest.send('/desk/acts', fields);
/** Sends the one form of the page that leads to an address ending so, with what it carries. */
const submit = (guest: Guest, { html }: Page, end: RegExp, typed: Readonly<Record<string, string>> = {}) => {
  const form = readForms(html).find((one) => end.test(/action="([^"]+)"/.exec(one)?.[1] ?? '')) ?? '';
  return guest.post(/action="([^"]+)"/.exec(form)?.[1] ?? '', { ...readHidden(form), ...typed });
};
const FORM = /\/acts\/[0-9a-f-]{36}$/;
const countMeetings = () => database.db.meeting.count({ where: { countyId: 'blekinge', heldOn: '2024-06-12' } });

test('a meeting is filled in, mended, previewed, saved, sent, and leaves its trace', async () => {
  const coordinator = await desk.enter(COORDINATOR);

  const form = await begin(coordinator, { act: 'new', kind: 'meeting' });
  const wrong = await submit(coordinator, form, FORM, { ...aMeeting, startsAt: 'ett' });
  const preview = await submit(coordinator, wrong, FORM, aMeeting);
  const before = await countMeetings();

  expect(form.url).toMatch(FORM);
  expect(wrong.status).toBe(422);
  expect(readText(wrong.html)).toContain('Inget är sparat. Rätta 1 fält');
  expect(wrong.html).toContain('value="ett"');
  expect(readText(preview.html)).toContain('Så här blir det: Nytt möte');
  expect(readText(preview.html)).toMatch(/Arbetsgrupp.* möts onsdag 12 juni kl. 13.00–15.00/);
  expect(before).toBe(0);

  const done = await submit(coordinator, preview, /save$/);
  const again = await submit(coordinator, preview, /save$/);

  expect(readText(done.html)).toMatch(/Mötet är sparat. Kvitto [2-9A-Z]{4}-[2-9A-Z]{2}/);
  expect(readText(again.html)).toContain('Det är redan gjort.');
  expect(await countMeetings()).toBe(1);

  const link = /href="(\/desk\/meetings\/[^"]+)"/.exec(done.html)?.[1] ?? '';
  await desk.goTo('2024-06-05T07:30:00Z');
  const shown = await (await desk.enter(COORDINATOR)).get(link);
  expect(readText(shown.html)).toContain('Det här har ändrats');
  expect(readText(shown.html)).toContain('Skapat , Integrationssamordnare, Länsstyrelsen Blekinge');
  expect(readText(shown.html)).toMatch(/0 av \d har svarat/);
  expect(readText(shown.html)).toContain('Påminn dem som inte svarat');
});

test('what would be otherwise by now than the preview showed is not done, but shown anew', async () => {
  const coordinator = await desk.enter(COORDINATOR);
  const meeting = await database.db.meeting.findFirst({ where: { countyId: 'blekinge', heldOn: '2024-06-12' } });
  const wanted = { kind: 'meeting', subject: meeting?.id ?? '' };

  const form = await begin(coordinator, { ...wanted, act: 'move' });
  const preview = await submit(coordinator, form, FORM, { heldOn: '2024-06-19', startsAt: '13', endsAt: '15' });
  const stale = await submit(coordinator, preview, /save$/, { seal: 'another' });
  const afterStale = await countMeetings();
  const done = await submit(coordinator, stale, /save$/);

  expect(readText(stale.html)).toContain('Inget är sparat än. Något har ändrats');
  expect(afterStale).toBe(1);
  expect(readText(done.html)).toContain('Klart');
  expect(await countMeetings()).toBe(0);
});

test('an act that is dropped has done nothing, and cannot be gone on with', async () => {
  const coordinator = await desk.enter(COORDINATOR);
  const form = await begin(coordinator, { act: 'new', kind: 'memo' });

  const dropped = await submit(coordinator, form, /drop$/);
  const again = await coordinator.get(new URL(form.url).pathname);

  expect(dropped.url).toBe(`${desk.url}/desk/plan`);
  expect(readText(again.html)).toContain('Inget är sparat. Det du hade påbörjat är borttaget.');
});

test('a personal number is refused before anything is kept, and what was typed is still there', async () => {
  const coordinator = await desk.enter(COORDINATOR);
  const form = await begin(coordinator, { act: 'new', kind: 'meeting' });

  const wrong = await submit(coordinator, form, FORM, { ...aMeeting, agenda: 'Ärende 640823-3234' });
  const drafts = await database.db.deskDraft.findMany();

  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Ärende 640823-3234');
  expect(JSON.stringify(drafts)).not.toContain('640823');
});

test("a convener plans for their own groups; others' are not theirs to choose or to steer", async () => {
  const convener = await desk.enter(CONVENER);
  const plan = await convener.get('/desk/plan');
  const form = await begin(convener, { act: 'new', kind: 'meeting' });
  const others = await submit(convener, form, FORM, { ...aMeeting, group: 'blekinge/beredningsgruppen' });
  const call = await begin(convener, { act: 'new', kind: 'call' });
  const meeting = await begin(convener, {
    ...{ act: 'cancel', kind: 'meeting', subject: 'blekinge/beredningsgruppen-2024-10-24' },
  });

  expect(plan.status).toBe(200);
  expect(plan.html).not.toContain('value="call"');
  expect(others.status).toBe(422);
  expect([call.status, meeting.status]).toEqual([422, 422]);
  expect(readText(meeting.html)).toContain('Bara länets samordnare');
});

test("another county's things, and another's drafts, are not there", async () => {
  const stranger = await desk.enter('kalmar/samordnare');
  const coordinator = await desk.enter(COORDINATOR);
  const form = await begin(coordinator, { act: 'new', kind: 'memo' });
  const path = new URL(form.url).pathname;

  const steered = await begin(stranger, {
    ...{ act: 'cancel', kind: 'meeting', subject: 'blekinge/beredningsgruppen-2024-10-24' },
  });
  const drafts = [
    await stranger.get(path),
    await stranger.send(path, aMeeting),
    await stranger.send(`${path}/save`, { seal: 'x' }),
    await stranger.send(`${path}/drop`),
    await stranger.get(`/desk/acts/${randomUUID()}`),
  ];

  expect(readText(steered.html)).toContain('Det finns inte längre.');
  expect(drafts.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(await database.db.meeting.findFirst({ where: { id: 'blekinge/beredningsgruppen-2024-10-24' } })).toMatchObject(
    {
      cancelledOn: null,
    },
  );
});

test('what was done from the command line stands among the rest on the page of the meeting, and of the plan', async () => {
  const { clock, road, url: publicUrl } = desk;
  const line = { database, clock, topics: road.topics, publicUrl, isService: true, findSecret: async () => '' };
  const meeting = 'meeting:blekinge/beredningsgruppen-2024-10-24';
  const share = await database.db.occurrence.findFirstOrThrow({ where: { countyId: 'blekinge', topic: 'plan' } });
  for (const subject of [meeting, `plan:${share.subjectId}`]) {
    await steerTask.run(line, { act: 'pause', subject, by: 'kim' });
    await steerTask.run(line, { act: 'resume', subject, by: 'kim' });
  }
  const coordinator = await desk.enter(COORDINATOR);

  const page = readText((await coordinator.get('/desk/meetings/beredningsgruppen-2024-10-24')).html);
  const plan = readText((await coordinator.get('/desk/plans/2024')).html);

  expect(page).toContain('Pausat , kommandoraden (kim)');
  expect(page).toContain('Återupptaget , kommandoraden (kim)');
  expect(plan).toContain('Pausat , kommandoraden (kim)');
});

test('a meeting is called off, with who did it and why on its page', async () => {
  const coordinator = await desk.enter(COORDINATOR);
  const form = await begin(coordinator, {
    ...{ act: 'cancel', kind: 'meeting', subject: 'blekinge/beredningsgruppen-2024-10-24' },
  });
  const preview = await submit(coordinator, form, FORM, { reason: 'Sjukdom' });
  await submit(coordinator, preview, /save$/);

  const page = await coordinator.get('/desk/meetings/beredningsgruppen-2024-10-24');

  expect(readText(page.html)).toContain('Mötet är inställt.');
  expect(readText(page.html)).toContain('Inställt , Integrationssamordnare');
});
