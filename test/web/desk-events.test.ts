// What is proposed for the calendar, decided at the desk: once, and never over what somebody else has decided meanwhile.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { LocalDate } from '../../src/calendar/local-date.ts';
import type { Database } from '../../src/database/open.ts';
import { CountyId, OrganisationId, PersonId } from '../../src/ids.ts';
import { planSubject } from '../../src/reminders/plan-ahead.ts';
import { addEvent, withdrawEvent } from '../../src/topics/events/event-store.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { readForms, readHidden, readText } from '../platforms/room/visitor.ts';
import { type Guest, type OpenDesk, openDesk } from './open-desk.ts';

const COORDINATOR = 'blekinge/integrationssamordnare';
const COLLEAGUE = 'blekinge/handlaggare';
const PROPOSER = PersonId.parse('blekinge/olofstrom-kontakt');

let database: Database;
let desk: OpenDesk;
let coordinator: Guest;
let colleague: Guest;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  desk = await openDesk(database, { counties: ['blekinge'], start: '2024-03-12T08:00:00Z' });
  await desk.give(COLLEAGUE, 'coordinator');
  coordinator = await desk.enter(COORDINATOR);
  colleague = await desk.enter(COLLEAGUE);
});
afterEach(async () => {
  await desk.close();
  await emptyTables(database);
});
afterAll(() => database.close());

const propose = (title = 'Språkcafé') =>
  database.transaction(async (tx) => {
    const at = desk.clock.now();
    const day = LocalDate.parse('2024-06-03');
    const event = await addEvent(tx, {
      ...{ countyId: CountyId.parse('blekinge'), title, proposedById: PROPOSER, proposedAt: at },
      ...{ organisationId: OrganisationId.parse('blekinge/olofstrom'), fromOn: day, toOn: day },
    });
    await planSubject(tx, desk.road.topics.event, event, at);
    return event;
  });

/** What the form carries that lies open on somebody's screen. */
const open = async (guest: Guest) =>
  readHidden(readForms((await guest.get('/desk/events')).html).find((form) => form.includes('/decide')) ?? '');

const APPROVE = { decision: 'approved' };
const REFUSE = { decision: 'refused', reason: 'Fel vecka' };
const decide = (guest: Guest, number: number, fields: Readonly<Record<string, string>>) =>
  guest.post(`/desk/events/${number}/decide`, fields);
const stored = (number: number) => database.db.event.findFirstOrThrow({ where: { countyId: 'blekinge', number } });

test.each([
  ['before anybody was asked', false],
  ['once coordinators were asked', true],
])('a page that is old by now overturns no decision of a colleague, %s', async (_when, isAsked) => {
  const { number } = await propose();
  if (isAsked) await desk.goTo('2024-03-12T08:05:00Z');
  const [mine, theirs] = [await open(coordinator), await open(colleague)];
  await decide(colleague, number, { ...theirs, ...REFUSE });

  const page = await decide(coordinator, number, { ...mine, ...APPROVE });

  expect(page.status).toBe(422);
  expect(readText(page.html)).toMatch(
    /Inget är ändrat. Integrationshandläggare.* avslog "Språkcafé" tisdag 12 mars kl. 9.0\d. Skäl: Fel vecka/,
  );
  expect(await stored(number)).toMatchObject({ decision: 'refused', decidedById: COLLEAGUE });
});

test('of two who decide in the same moment one does, and the other is told', async () => {
  const { number } = await propose();
  const [mine, theirs] = [await open(coordinator), await open(colleague)];

  const pages = await Promise.all([
    decide(coordinator, number, { ...mine, ...APPROVE }),
    decide(colleague, number, { ...theirs, ...REFUSE }),
  ]);

  expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const { decidedById } = await stored(number);
  expect(decidedById).toBe(pages[0]?.status === 200 ? COORDINATOR : COLLEAGUE);
});

test.each([
  ['before anybody was asked', false],
  ['once coordinators were asked', true],
])('the same form sent twice is one decision, %s', async (_when, isAsked) => {
  const { number } = await propose();
  if (isAsked) await desk.goTo('2024-03-12T08:05:00Z');
  const mine = await open(coordinator);

  const pages = [
    await decide(coordinator, number, { ...mine, ...APPROVE }),
    await decide(coordinator, number, { ...mine, ...APPROVE }),
  ];

  expect(pages.map(({ url }) => url.includes('done=decided'))).toEqual([true, true]);
});

test('what was taken back waits for nobody, and is not decided', async () => {
  const event = await propose();
  const mine = await open(coordinator);
  await database.transaction(async (tx) => {
    await withdrawEvent(tx, event, desk.clock.now());
    await planSubject(tx, desk.road.topics.event, event, desk.clock.now());
  });

  const page = await decide(coordinator, event.number, { ...mine, ...APPROVE });

  expect(page.status).toBe(422);
  expect(readText(page.html)).toContain('Inget är ändrat. "Språkcafé" är återtagen av den som föreslog den.');
  expect(readText(page.html)).toContain('Inget förslag väntar.');
  expect(readText((await coordinator.get('/desk')).html)).not.toContain('föreslagen aktivitet');
  expect(await stored(event.number)).toMatchObject({ decision: null });
});

test('what was decided before anybody was asked is asked of nobody', async () => {
  const { number } = await propose();
  const mine = await open(coordinator);
  desk.clock.moveTo(new Date('2024-03-12T08:00:30Z'));
  await decide(coordinator, number, { ...mine, ...APPROVE, _nonce: randomUUID() });

  await desk.goTo('2024-03-12T08:05:00Z');

  expect(await database.db.prompt.count({ where: { topic: 'event' } })).toBe(0);
});
