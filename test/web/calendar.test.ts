// Calendars by their address: whose they are, what stands in them, and that nobody else finds them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Database } from '../../src/database/open.ts';
import { toLeftAddress } from '../../src/directory/person.ts';
import type { Sign } from '../../src/feeds/feed.ts';
import { PersonId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import { MeetingDetails } from '../../src/topics/meetings/meeting.ts';
import { saveMeetings } from '../../src/topics/meetings/meeting-store.ts';
import { createApp } from '../../src/web/app.ts';
import { createCalendarDoor } from '../../src/web/calendar.ts';
import { createHealth } from '../../src/web/health.ts';
import { createSite } from '../../src/web/site.ts';
import { type Chat, mail, openChat, ownChat, wordsOf } from '../chat/open-chat.ts';
import { testCounty } from '../fake/county.ts';
import { listenLater } from '../fake/listen-later.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';

const { id: countyId, group: groupId } = testCounty;
const BEBY = 'beby@example.org';
const CONVENER = 'grannlan.sammankallande@example.org';

let database: Database;
let chat: Chat;
let sign: Sign;
let server: Awaited<ReturnType<typeof listenLater>>;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await server?.close();
  await emptyTables(database);
  chat = await openChat(database);
  const { clock, house } = chat;
  sign = house.road.site?.sign ?? String;
  const doors = [
    { path: '/calendar', handler: createCalendarDoor({ db: database.db, clock, sign: (text) => sign(text) }) },
  ];
  const health = createHealth(database.db, clock);
  server = await listenLater(() => createApp({ health, doors, home: '/room', isHttps: false, log: silentLog }));
  server.open();
  await save(aMeeting());
});
afterAll(() => server.close());

function aMeeting(change: object = {}): MeetingDetails {
  return MeetingDetails.parse({
    ...{ id: 'testlan/mote', countyId, groupId, heldOn: '2026-03-26', startsAt: '13:00', endsAt: '15:00' },
    ...{ place: 'Rådhuset', agenda: ['Inledning'], isExample: false },
    ...change,
  });
}

const save = (...meetings: readonly MeetingDetails[]) =>
  saveMeetings(database.db, { countyId, now: chat.clock.now() }, meetings);

/** What the command answers with: the path of the address. */
async function findPath(email: string, text = 'kalender'): Promise<string> {
  const [url] = wordsOf(await chat.write(email, text, ownChat)).match(/https:[^"]*\.ics/) ?? [];
  if (!url) throw new Error(`"${text}" gave ${email} no address.`);
  return new URL(url).pathname;
}

const fetchFeed = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, server.url), { headers });
const readFeed = async (path: string) => (await fetchFeed(path)).text();
const listTitles = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((part) => part.getFirstPropertyValue('summary')?.toString())
    .toSorted();

/** The one event, as two programs that know nothing of each other read it. */
function readTwice(text: string) {
  const part = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')[0] ?? new ICAL.Component('vevent');
  const one = new ICAL.Event(part);
  const [other] = Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');
  return {
    uids: [one.uid, other?.uid],
    starts: [one.startDate.toJSDate().toISOString(), other?.start.toISOString()],
    sequences: [one.sequence, Number(other?.sequence)],
    statuses: [part.getFirstPropertyValue('status')?.toString(), other?.status],
    titles: [one.summary, String(other?.summary)],
  };
}

test('a meeting that moves and is cancelled is the same one, later and then cancelled, in both programs', async () => {
  const path = await findPath(mail.alby);

  const before = readTwice(await readFeed(path));
  chat.clock.moveTo(new Date('2026-03-03T08:00:00Z'));
  await save(aMeeting({ heldOn: '2026-04-02' }));
  const moved = readTwice(await readFeed(path));
  await save(aMeeting({ heldOn: '2026-04-02', cancelledOn: '2026-03-03' }));
  const cancelled = readTwice(await readFeed(path));

  expect(before).toMatchObject({
    starts: Array(2).fill('2026-03-26T12:00:00.000Z'),
    sequences: [0, 0],
    statuses: ['CONFIRMED', 'CONFIRMED'],
    titles: Array(2).fill('Möte: Beredningsgruppen'),
  });
  // By then the clocks have changed: the same hour on the wall is another instant.
  expect(moved).toMatchObject({ starts: Array(2).fill('2026-04-02T11:00:00.000Z'), sequences: [1, 1] });
  expect(cancelled).toMatchObject({
    sequences: [2, 2],
    statuses: ['CANCELLED', 'CANCELLED'],
    titles: Array(2).fill('Inställt: Möte: Beredningsgruppen'),
  });
  expect(new Set([...before.uids, ...moved.uids, ...cancelled.uids]).size).toBe(1);
});

describe('what stands in a calendar', () => {
  beforeEach(async () => {
    const shared = { countyId, startsAt: '09:00', endsAt: '10:00', agenda: [] };
    await database.db.group.create({ data: { id: 'testlan/annan', countyId, name: 'Annan', kind: 'working' } });
    await database.db.meeting.createMany({
      data: [
        { ...shared, id: 'testlan/annat', groupId: 'testlan/annan', heldOn: '2026-04-20' },
        { ...shared, id: 'grannlan/mote', countyId: 'grannlan', groupId: 'grannlan/sprak', heldOn: '2026-04-21' },
      ],
    });
    const call = { countyId, instrumentId: 'testlan/i', purpose: 'Bostäder', municipalityCodes: [] };
    await database.db.call.createMany({
      data: [
        {
          ...call,
          id: 'testlan/k',
          title: 'Kommunens',
          closesOn: '2026-04-10',
          eligibleKinds: ['municipality'],
          groupIds: [groupId],
        },
        {
          ...call,
          id: 'testlan/r',
          title: 'Regionens',
          closesOn: '2026-05-01',
          eligibleKinds: ['region'],
          groupIds: [],
        },
        {
          ...call,
          id: 'grannlan/k',
          countyId: 'grannlan',
          title: 'Grannens',
          closesOn: '2026-05-01',
          eligibleKinds: ['municipality'],
          groupIds: [],
        },
      ],
    });
    await chat.write(mail.coordinator, 'aktivitet 10–11 april Mässa');
    await chat.write(mail.alby, 'aktivitet 12 april Väntar');
  });

  test('is what is theirs: the meetings of their groups, the calls they may apply for, and approved events', async () => {
    const own = ['Mässa', 'Möte: Beredningsgruppen', 'Sista ansökningsdag: Kommunens'];

    expect(listTitles(await readFeed(await findPath(mail.alby)))).toEqual(own);
    expect(listTitles(await readFeed(await findPath(mail.alby, 'kalender beredningsgruppen')))).toEqual(own);
  });

  test('is everything for the county, and of one county alone', async () => {
    const all = await readFeed(await findPath(mail.coordinator, 'kalender länet'));
    const neighbours = await readFeed(await findPath(CONVENER));

    expect(listTitles(all)).toEqual([
      ...['Mässa', 'Möte: Annan', 'Möte: Beredningsgruppen'],
      ...['Sista ansökningsdag: Kommunens', 'Sista ansökningsdag: Regionens'],
    ]);
    expect(listTitles(neighbours)).toEqual(['Möte: Språkgruppen', 'Sista ansökningsdag: Grannens']);
  });

  test('is not told of a group to whoever is not in it, nor of the county to a member', async () => {
    for (const text of ['kalender annan', 'kalender länet', 'kalender språkgruppen', 'kalender ny beredningsgruppen'])
      expect(wordsOf(await chat.write(mail.alby, text, ownChat))).not.toContain('.ics');
  });

  test('of the county, and of any group, is for a reader too, who may not give it another address', async () => {
    await database.db.person.update({ where: { id: 'testlan/alby' }, data: { roles: ['reader'] } });
    const write = async (text: string) => wordsOf(await chat.write(mail.alby, text, ownChat));

    expect(await write('kalender länet')).toContain('.ics');
    expect(await write('kalender annan')).toContain('.ics');
    expect(await write('kalender ny länet')).toContain('Bara länets samordnare kan byta adress');
    expect(await write('kalender ny annan')).toContain('länets samordnare kan byta adress');
  });

  test('ends with the seat: what is after the last day is not theirs', async () => {
    const path = await findPath(mail.alby);
    await database.db.membership.updateMany({ where: { personId: 'testlan/alby' }, data: { toOn: '2026-03-20' } });

    expect(listTitles(await readFeed(path))).not.toContain('Möte: Beredningsgruppen');
  });

  test('a withdrawn event is cancelled, not forgotten', async () => {
    const path = await findPath(BEBY);
    const { number } = await database.db.event.findFirstOrThrow({ where: { title: 'Mässa' } });

    await chat.write(mail.coordinator, `aktivitet dra tillbaka ${number}`);

    expect(listTitles(await readFeed(path))).toContain('Inställt: Mässa');
    expect(wordsOf(await chat.write(BEBY, 'aktiviteter'))).not.toContain('Mässa (');
  });
});

describe('an address', () => {
  test('is the same each time it is asked for, until it is renewed; then the old one is nothing', async () => {
    const first = await findPath(mail.alby);
    const again = await findPath(mail.alby);
    const renewed = await findPath(mail.alby, 'kalender ny');

    expect(again).toBe(first);
    expect(renewed).not.toBe(first);
    expect((await fetchFeed(first)).status).toBe(404);
    expect((await fetchFeed(renewed)).status).toBe(200);
  });

  test('ends with the secret that it was made with', async () => {
    const path = await findPath(mail.alby);
    sign = createSite({ publicUrl: server.url, secret: 'another secret' }).sign;

    expect((await fetchFeed(path)).status).toBe(404);
  });

  test('is kept nowhere: not with the calendar, and not with what was answered', async () => {
    const token = (await findPath(mail.alby)).replace(/^.*\/|\.ics$/g, '');
    const stored = JSON.stringify([await database.db.feed.findMany(), await database.db.incoming.findMany()]);

    expect(token).toHaveLength(43);
    expect(stored).not.toContain(token);
  });

  test('that is wrong in any way, or of somebody who has left, is answered alike', async () => {
    const path = await findPath(mail.alby);
    const left = await findPath(BEBY);
    const id = PersonId.parse('testlan/beby');
    await database.db.person.update({ where: { id }, data: { email: toLeftAddress(id) } });
    const token = path.replace(/^.*\/|\.ics$/g, '');
    const wrong = [
      `${token}x.ics`,
      `${token.slice(1)}a.ics`,
      token,
      `${'a'.repeat(43)}.ics`,
      '..%2f.ics',
      '%00.ics',
      '',
    ];

    const answers = await Promise.all([left, ...wrong.map((file) => `/calendar/${file}`)].map((one) => fetchFeed(one)));
    const pages = await Promise.all(answers.map((answer) => answer.text()));

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(pages).size).toBe(1);
  });

  test('tells programs what they may keep, and is not sent again where nothing has changed', async () => {
    const path = await findPath(mail.alby);
    const first = await fetchFeed(path);
    const etag = first.headers.get('etag') ?? '';

    const unchanged = await fetchFeed(path, { 'if-none-match': etag });
    await save(aMeeting({ place: 'Biblioteket' }));
    const changed = await fetchFeed(path, { 'if-none-match': etag });

    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, max-age=900');
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('that is asked for too often waits, and so does whoever guesses', async () => {
    const path = await findPath(mail.alby);
    const ask = async (one: string, times: number) => {
      const statuses: number[] = [];
      for (let count = 0; count < times; count += 1) statuses.push((await fetchFeed(one)).status);
      return statuses;
    };

    const asked = await ask(path, 61);
    const guessed = await ask(`/calendar/${'b'.repeat(43)}.ics`, 121);
    const { headers } = await fetchFeed(path);
    chat.clock.moveTo(new Date(chat.clock.now().getTime() + 61_000));

    expect([asked[59], asked[60]]).toEqual([200, 429]);
    expect([guessed[119], guessed[120]]).toEqual([404, 429]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetchFeed(path)).status).toBe(200);
  });
});
