// A new coordinator's first hour, the same on each platform. Nothing is sent that a preview did not show.
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { importTask } from '../../src/cli/tasks/import-task.ts';
import type { Database } from '../../src/database/open.ts';
import { tick } from '../../src/reminders/tick.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import type { Arrived, Seen, Site, Someone } from './hand.ts';
import { type AllDoors, openAllDoors } from './open-all-doors.ts';
import { createPreviewed } from './previewed.ts';
import { createRoomSite } from './site-in-room.ts';
import { createSlackSite } from './site-in-slack.ts';
import { createTeamsSite } from './site-in-teams.ts';

const GROUP = 'Beredningsgruppen';
const COORDINATOR: Someone = {
  id: 'jamtland/samordnare',
  name: 'Samordnare, Länsstyrelsen',
  email: 'samordnare.jamtland@example.org',
};
const MEMBER: Someone = {
  id: 'jamtland/ostersund-kontakt',
  name: 'Kontakt, Östersund',
  email: 'ostersund@example.org',
};
const OTHERS: readonly Someone[] = [
  { id: 'jamtland/af-chef', name: 'Sektionschef, Arbetsförmedlingen', email: 'af.jamtland@example.org' },
  { id: 'jamtland/krokom-kontakt', name: 'Kontakt, Krokom', email: 'krokom@example.org' },
];
/** Has neither Teams nor Slack, and gets their questions in the room. */
const OUTSIDE: Someone = { id: 'jamtland/are-kontakt', name: 'Kontakt, Åre', email: 'are@example.org' };
const ON_PLATFORM = [COORDINATOR, MEMBER, ...OTHERS];
const EVERYBODY = [...ON_PLATFORM, OUTSIDE];

const aMeeting = {
  ...{ group: 'jamtland/beredningsgruppen', heldOn: '2019-06-13', startsAt: '13', endsAt: '15', repeats: 'once' },
  ...{ place: 'Länsstyrelsen, Östersund', agenda: 'Inledning\nLaget runt' },
};

interface Row {
  readonly name: 'room' | 'teams' | 'slack';
  readonly open: (doors: AllDoors) => Site;
  readonly bound: RegExp;
  /** Where the group reads. */
  readonly channels: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'room',
    open: createRoomSite,
    bound: /I webbrummet har varje grupp redan sitt eget samtal/,
    channels: ['Beredningsgruppen (webbrummet)'],
  },
  {
    name: 'teams',
    open: createTeamsSite,
    bound: /Samtalet hör nu till Beredningsgruppen.*Jag känner igen 4 av 5 medlemmar här/s,
    channels: ['Beredningsgruppen (webbrummet)', 'Integration – Beredningsgruppen (Teams)'],
  },
  {
    name: 'slack',
    open: createSlackSite,
    bound: /Samtalet hör nu till Beredningsgruppen.*Jag känner igen 4 av 5 medlemmar här/s,
    channels: ['Beredningsgruppen (Slack)', 'Beredningsgruppen (webbrummet)'],
  },
];

let database: Database;
let doors: AllDoors;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  doors = await openAllDoors(database, '2019-06-03T06:00:00Z');
});
afterEach(() => doors.close());

/** What is paced goes out a few seconds later each. */
const PACED_ROUNDS = 4;
const ROUND_MS = 2_000;

test.each(rows)('in $name, from the import of the county to a meeting that is called off', async (row) => {
  const site = row.open(doors);
  const { clock, queue, road } = doors;
  const previewed = createPreviewed();
  const all = row.channels.length + EVERYBODY.length;
  let before = new Map<string, number>();
  let arrived = 0;

  /** Everything that came to anybody's conversation by itself. */
  async function goTo(instant: string): Promise<readonly Arrived[]> {
    const known = await site.read(EVERYBODY);
    before = new Map([...known].map(([place, messages]) => [place, messages.length]));
    clock.moveTo(new Date(instant));
    await tick(road);
    for (let round = 0; round < PACED_ROUNDS; round += 1) {
      await queue.drain(clock.now());
      clock.moveTo(new Date(clock.now().getTime() + ROUND_MS));
    }
    const now = await site.read(EVERYBODY);
    const came = [...now].flatMap(([place, messages]) => messages.slice(before.get(place) ?? 0));
    arrived += came.length;
    expect(previewed.compare(new Date(instant), came)).toEqual([]);
    return came;
  }
  async function confirm(preview: Seen, words: string): Promise<Seen> {
    previewed.confirm(preview);
    return preview.press(words);
  }

  const text = await readCounty(site);
  const tried = await importCounty(text, true);
  const imported = await importCounty(text, false);
  expect(tried).toEqual(imported);
  expect(imported[0]?.kinds.find(({ kind }) => kind === 'membership')?.added).toHaveLength(5);

  const bound = await site.bind(GROUP, COORDINATOR, ON_PLATFORM);
  expect(bound.text).toMatch(row.bound);
  await queue.drain(clock.now());
  const coordinator = site.enter(COORDINATOR);

  const form = await coordinator.open('nytt möte');
  const wrong = await form.fill({ ...aMeeting, startsAt: 'ett' });
  const lastYear = await wrong.fill({ ...aMeeting, heldOn: '2018-06-13' });
  const preview = await lastYear.fill(aMeeting);
  expect(form.text).toContain('Förhandsgranska');
  expect(form.text).not.toMatch(/Skicka svaret|Spara utkast/);
  expect(wrong.text).toContain('Skriv tiden som 13.15.');
  expect(lastYear.text).toContain('har redan varit');
  expect(preview.text).toContain('Så här blir det: Nytt möte');
  expect(previewed.confirm(preview)[0]).toEqual({
    // The national day gives way.
    when: 'onsdag 5 juni kl. 9.00',
    title: 'Beredningsgruppen möts torsdag 13 juni kl. 13.00–15.00',
    ...{ channels: row.channels, people: 5, isAtMost: false },
  });
  expect(await database.db.meeting.count()).toBe(0);
  const saved = await confirm(preview, 'Spara');
  expect(saved.text).toMatch(/Mötet är sparat.*Kvitto [2-9A-Z]{4}-[2-9A-Z]{2}/);
  expect(await goTo('2019-06-03T06:10:00Z')).toEqual([]);

  expect(await goTo('2019-06-05T07:00:00Z')).toHaveLength(all);
  const answered = await site.enter(MEMBER).press('Jag kommer');
  expect(answered.text).toContain('Tack! Svaret är sparat');

  const answers = await coordinator.write('svar beredningsgruppen 13 juni');
  expect(answers.text).toContain('1 av 5 har svarat');
  expect(answers.text).toContain('Kontakt, Östersund: Jag kommer');
  const nudge = await answers.press('Påminn dem som inte svarat');
  const nudged = await confirm(nudge, 'Skicka nu');
  expect(nudged.text).toContain('4 som inte har svarat får en påminnelse nu.');
  const nudges = await goTo('2019-06-05T07:10:00Z');
  expect(nudges).toHaveLength(4);
  const again = await coordinator.write('svar beredningsgruppen 13 juni');
  expect(again.text).toContain('De fick en påminnelse onsdag 5 juni kl. 9');

  const idle = await coordinator.write('återuppta enkäten');
  expect(idle.text).toContain('Det finns inget att återuppta just nu.');
  const misspelt = await coordinator.write('flytta beredningsgruppen 31 juni');
  expect(misspelt.text).toContain('Jag hittar inget som heter "beredningsgruppen 31 juni"');
  const moving = await misspelt.press('Beredningsgruppens möte 13 juni');
  const moved = await moving.fill({ heldOn: '2019-06-18', startsAt: '13.00', endsAt: '15.00' });
  expect(moved.text).toContain('När du bekräftar skickas det direkt till');
  const movedTo = await confirm(moved, 'Spara');
  expect(movedTo.text).toContain('Kvitto');
  const told = await goTo('2019-06-05T07:20:00Z');
  expect(told).toHaveLength(all);
  expect(told.every(({ text: words }) => words.includes('Ny dag för Beredningsgruppens möte'))).toBe(true);

  const cancelling = await coordinator.open('ställ in mötet 18 juni');
  const off = await cancelling.fill({ reason: 'För få kan komma.' });
  expect(off.text).toContain('Nu: Inställt: Beredningsgruppens möte 18 juni');
  expect(off.text).not.toContain('frågas ersättaren');
  await confirm(off, 'Spara');
  const ended = await goTo('2019-06-05T07:30:00Z');
  expect(ended).toHaveLength(all);
  for (const instant of ['2019-06-11T07:00:00Z', '2019-06-17T07:00:00Z', '2019-06-18T12:00:00Z'])
    expect(await goTo(instant)).toEqual([]);

  // What the outbox says that it sent is what people got.
  expect(await database.db.delivery.count({ where: { sentAt: { not: null } } })).toBe(arrived);
  expect(await database.db.delivery.count({ where: { sentAt: null, state: { not: 'cancelled' } } })).toBe(0);
  expect(doors.teams.connector.breaches).toEqual([]);
  expect(doors.slack.server.breaches).toEqual([]);
});

async function readCounty({ tenants }: Site): Promise<string> {
  const text = await readFile(new URL('first-county.yaml', import.meta.url), 'utf8');
  return text.replace('tenants: { teams: [], slack: [] }', `tenants: ${JSON.stringify(tenants)}`);
}

function importCounty(text: string, isDryRun: boolean) {
  const { road, clock, url: publicUrl } = doors;
  const desk = { database, clock, topics: road.topics, publicUrl, isService: true, findSecret: async () => '' };
  return importTask.answer(desk, { files: [{ name: 'jamtland.yaml', text }], isDryRun });
}
