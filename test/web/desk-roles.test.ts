// W1 over the real door: every role at every page and act of the desk, in one's own county and another's.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LocalDate } from '../../src/calendar/local-date.ts';
import type { Database } from '../../src/database/open.ts';
import { CountyId, GroupId, OrganisationId, PersonId } from '../../src/ids.ts';
import { addEvent } from '../../src/topics/events/event-store.ts';
import { addNeed } from '../../src/topics/needs/need-store.ts';
import { deskFiles } from '../../src/web/desk/desk-files.ts';
import { deskPages } from '../../src/web/desk/desk-pages.ts';
import { deskPosts } from '../../src/web/desk/desk-posts.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { readText } from '../platforms/room/visitor.ts';
import { type Guest, type OpenDesk, openDesk } from './open-desk.ts';

const START = '2024-03-12T08:00:00Z';

/** karlshamn-kontakt convenes the working group on language and sits in the preparatory group. */
const PEOPLE = {
  operator: 'blekinge/handlaggare',
  coordinator: 'blekinge/integrationssamordnare',
  reader: 'blekinge/lansrad',
  convener: 'blekinge/karlshamn-kontakt',
  member: 'blekinge/olofstrom-kontakt',
  stranger: 'kalmar/samordnare',
} as const;
type Role = keyof typeof PEOPLE;
const ROLES = [
  'operator',
  'coordinator',
  'reader',
  'convener',
  'member',
  'stranger',
] as const satisfies readonly Role[];

/**
 * What each role meets: y 200, n 403 (not for them), - 404 (not there for them). The stranger is another county's
 * coordinator: lists are their own, and things of Blekinge are not there.
 */
const PAGES: readonly (readonly [path: string, expected: string])[] = [
  ['/', 'yyyyyy'],
  ['/year', 'yyyyyy'],
  ['/year?year=2025', 'yyyyyy'],
  ['/deliveries', 'yyynny'],
  ['/plan', 'nynyny'],
  ['/acts/8c1f2e1c-6a0f-4a55-9a59-0a4f8f1a2b3c', 'n-n-n-'],
  ['/surveys/nothing', '----n-'],
  ['/memos/nothing', '----n-'],
  ['/groups', 'yyyyny'],
  ['/groups/arbetsgrupp-sprak', 'yyyyn-'],
  ['/groups/arbetsgrupp-halsa', 'yyy-n-'],
  ['/meetings', 'yyyyyy'],
  ['/meetings/beredningsgruppen-2024-04-18', 'yyyyy-'],
  ['/meetings/integrationsradet-2024-11-21', 'yyy---'],
  ['/calls', 'yyyyyy'],
  ['/calls/tia-2024', 'yyyyy-'],
  ['/rounds', 'yyyyny'],
  // Kalmar has a round of the same name: the stranger sees their own.
  ['/rounds/mars-2024', 'yyyyny'],
  ['/contacts', 'yyyyyy'],
  ['/plans', 'yyyyyy'],
  ['/plans/2024', 'yyyyyy'],
  ['/plans/2031', '------'],
  ['/plans/2024/add', 'nynyny'],
  ['/activities/sprakstod-arbetsplats', 'yyyyy-'],
  ['/activities/nothing', '------'],
  ['/reports', 'yyynny'],
  ['/reports/2024', 'yyynny'],
  ['/reports/2031', '---nn-'],
  ['/reports/2024/report.html', 'yyynny'],
  ['/reports/2024/report.docx', 'yyynny'],
  ['/reports/2024/report.xlsx', 'yyynny'],
  ['/reports/2024/report.csv', 'yyynny'],
  ['/reports/2024/report.json', 'yyynny'],
  // Nothing is frozen.
  ['/reports/2024/report.json?number=1', '---nn-'],
  ['/needs', 'yyyyny'],
  ['/events', 'yyynny'],
];

let database: Database;
let desk: OpenDesk;
const guests = new Map<Role, Guest>();
const guest = (role: Role): Guest => {
  const found = guests.get(role);
  if (!found) throw new Error(`Nobody came in as ${role}.`);
  return found;
};

beforeAll(async () => {
  database = await openTestDatabase();
  desk = await openDesk(database, { counties: ['blekinge', 'kalmar'], start: START });
  await desk.give(PEOPLE.operator, 'operator');
  await desk.give(PEOPLE.reader, 'reader');
  await desk.goTo(START);
  for (const role of ROLES) guests.set(role, await desk.enter(PEOPLE[role]));
});
afterAll(async () => {
  await desk.close();
  await database.close();
});

describe('every page', () => {
  test('is in the matrix', () => {
    const paths = PAGES.map(([path]) => path.split('?')[0] ?? '');
    const isCovered = ({ path }: { readonly path: string }) =>
      paths.some((one) => new RegExp(`^${path.replace(':slug', '[^/]+')}$`).test(one));

    expect([...deskPages, ...deskFiles].filter((page) => !isCovered(page)).map(({ path }) => path)).toEqual([]);
  });

  test.each(PAGES.flatMap(([path, expected]) => ROLES.map((role, at) => [path, role, expected[at]] as const)))(
    '%s for the %s: %s',
    async (path, role, expected) => {
      const page = await guest(role).get(`/desk${path}`);

      expect(page.status).toBe(expected === 'y' ? 200 : expected === 'n' ? 403 : 404);
    },
  );

  test.each(PAGES)('%s leads whoever is not signed in to the sign-in', async (path) => {
    expect((await desk.visit().get(`/desk${path}`)).url).toBe(`${desk.url}/desk/in`);
  });
});

describe('of another county', () => {
  test('nothing is seen: no name, no group, no address, on any list', async () => {
    for (const path of [
      '/',
      '/year?year=2024',
      '/deliveries',
      '/groups',
      '/meetings',
      '/calls',
      '/rounds',
      '/contacts',
      '/plans',
      '/plans/2024',
      '/plans/2024/add',
      '/reports/2024',
      '/reports/2024/report.html',
      '/reports/2024/report.json',
    ]) {
      const { html } = await guest('stranger').get(`/desk${path}`);
      expect(readText(html).match(/Blekinge|Karlshamn|Ronneby/g)).toBeNull();
    }
  });
});

describe('answers by name', () => {
  test.each([
    ['/rounds/mars-2024', 'coordinator', true],
    ['/rounds/mars-2024', 'reader', true],
    ['/meetings/beredningsgruppen-2024-04-18', 'coordinator', true],
    ['/meetings/beredningsgruppen-2024-04-18', 'member', false],
    ['/calls/tia-2024', 'coordinator', true],
    ['/calls/tia-2024', 'convener', false],
    ['/calls/tia-2024', 'member', false],
  ] as const)('%s shows them to the %s: %s', async (path, role, isShown) => {
    await desk.goTo('2024-04-11T08:00:00Z');
    const fresh = await desk.enter(PEOPLE[role]);

    const text = readText((await fresh.get(`/desk${path}`)).html);

    expect(/har svarat|Har inte svarat|Inte besvarade|Ingen har fått frågan än/.test(text)).toBe(isShown);
  });
});

describe('every act', () => {
  const blekinge = CountyId.parse('blekinge');
  const LANGUAGE = GroupId.parse('blekinge/arbetsgrupp-sprak');

  const raise = async (toGroupId?: GroupId) => {
    const { number } = await database.transaction((tx) =>
      addNeed(tx, {
        ...{ countyId: blekinge, text: 'Fler platser', raisedById: PersonId.parse(PEOPLE.member) },
        ...{ organisationId: OrganisationId.parse('blekinge/olofstrom'), raisedAt: desk.clock.now() },
        ...(toGroupId && { toGroupId }),
      }),
    );
    return `/needs/${number}/settle`;
  };
  const propose = async () => {
    const { number } = await database.transaction((tx) =>
      addEvent(tx, {
        ...{ countyId: blekinge, title: 'Språkcafé', proposedById: PersonId.parse(PEOPLE.member) },
        ...{ organisationId: OrganisationId.parse('blekinge/olofstrom'), proposedAt: desk.clock.now() },
        ...{ fromOn: LocalDate.parse('2024-06-03'), toOn: LocalDate.parse('2024-06-03') },
      }),
    );
    return `/events/${number}/decide`;
  };
  /** Of the last thing that was told, one delivery that failed. */
  const fail = async () => {
    const { db } = database;
    const ofUse = await db.occurrence.findMany({ where: { usefulTo: { gt: desk.clock.now() } }, select: { id: true } });
    const delivery = await db.delivery.findFirstOrThrow({
      where: { countyId: blekinge, state: 'sent', occurrenceId: { in: ofUse.map(({ id }) => id) } },
    });
    await db.delivery.update({ where: { id: delivery.id }, data: { state: 'failed', error: 'archived' } });
    return (await db.occurrence.findUniqueOrThrow({ where: { id: delivery.occurrenceId } })).key;
  };

  const cancelling = { act: 'cancel', kind: 'meeting', subject: 'blekinge/beredningsgruppen-2024-10-24' } as const;
  const go = async (step: string) => [`/acts/${randomUUID()}${step}`, {}] as const;

  const activity = {
    ...{ title: 'Hälsoinformation på fler språk', goal: 'blekinge/minskade-skillnader-i-halsa' },
    ...{ owner: 'blekinge/region-blekinge', responsible: 'blekinge/region-kontakt' },
    ...{ group: 'blekinge/arbetsgrupp-halsa', fromOn: '2024-02-19', toOn: '2024-10-31' },
    ...{ indicator: 'Antal språk och antal träffar', targetGroup: 'Asylsökande, nyanlända och övriga utrikesfödda' },
  };
  const light = { _scope: 'goal', _of: 'blekinge/sprakutveckling', light: 'green', reason: 'Kursen har startat.' };
  const today = () => desk.clock.now().toISOString().slice(0, 10);

  /** What comes of it for each role: y done, Y led to the act, n 403, - 404, x refused in words. */
  const ACTS = [
    ['/needs/:slug/settle', 'a need of the county', 'nyn-n-', async () => [await raise(), { outcome: 'Tas upp' }]],
    [
      '/needs/:slug/settle',
      'a need of the convened group',
      'nynyn-',
      async () => [await raise(LANGUAGE), { outcome: 'Tas upp' }],
    ],
    [
      '/events/:slug/decide',
      'an event',
      'nynnn-',
      async () => [await propose(), { decision: 'approved', _nonce: randomUUID() }],
    ],
    ['/acts', 'a new meeting', 'nYnYnY', async () => ['/acts', { act: 'new', kind: 'meeting' }]],
    ['/acts', "another group's meeting", 'nYnxnx', async () => ['/acts', { ...cancelling }]],
    ['/acts/:slug', "another's draft", 'n-n-n-', () => go('')],
    ['/acts/:slug/save', "another's draft", 'n-n-n-', () => go('/save')],
    ['/acts/:slug/drop', "another's draft", 'n-n-n-', () => go('/drop')],
    ['/plans/:slug/copy', 'shown first', 'nYnxnY', async () => ['/plans/2024/copy', {}]],
    [
      '/plans/:slug/addenda',
      'of a plan that is not locked',
      'nxnxnx',
      async () => ['/plans/2024/addenda', { text: 'Mer', _nonce: randomUUID() }],
    ],
    [
      '/plans/:slug/activities',
      'a new one',
      'nynxnx',
      async () => ['/plans/2024/activities', { ...activity, _nonce: randomUUID() }],
    ],
    [
      '/activities/:slug/change',
      "its owner's",
      'nynxn-',
      async () => ['/activities/halsoinformation/change', { ...activity, _mark: '' }],
    ],
    [
      '/plans/:slug/step',
      'not the next',
      'nxnxnx',
      async () => ['/plans/2024/step', { _act: 'lock', _confirmed: 'yes' }],
    ],
    [
      '/plans/:slug/step',
      'the next',
      'nynxny',
      async () => ['/plans/2024/step', { _act: 'follow-up', _confirmed: 'yes' }],
    ],
    [
      '/reports/:slug/light',
      "a goal's",
      'nynnnx',
      async () => ['/reports/2024/light', { ...light, _nonce: randomUUID() }],
    ],
    [
      '/reports/:slug/freeze',
      'as it stands',
      'nynnny',
      async () => ['/reports/2024/freeze', { dnr: '801-1-2024', _nonce: randomUUID() }],
    ],
    [
      '/reports/:slug/approve',
      'the last frozen',
      'nynnnx',
      async () => ['/reports/2024/approve', { group: 'blekinge/integrationsradet', approvedOn: today() }],
    ],
    ['/deliveries/again', 'what failed', 'yynnnx', async () => ['/deliveries/again', { key: await fail() }]],
  ] as const satisfies readonly (readonly [
    string,
    string,
    string,
    () => Promise<readonly [string, Record<string, string>]>,
  ])[];

  test('is in the matrix', () => {
    const covered: readonly string[] = ACTS.map(([path]) => path);

    expect(deskPosts.map(({ path }) => path).filter((path) => !covered.includes(path))).toEqual([]);
  });

  test.each(
    ACTS.flatMap(([path, what, expected, make]) =>
      ROLES.map((role, at) => [path, what, role, expected[at], make] as const),
    ),
  )('%s, %s, by the %s: %s', async (_path, _what, role, expected, make) => {
    const [path, fields] = await make();
    const fresh = await desk.enter(PEOPLE[role]);

    const page = await fresh.send(`/desk${path}`, fields);

    const status = { y: 200, Y: 200, n: 403, '-': 404, x: 422 }[expected ?? '-'];
    expect(page.status).toBe(status);
    expect(page.url.includes('?done=')).toBe(expected === 'y');
  });

  test('what another county sends again stays as it was, and what is sent again is only what failed', async () => {
    const key = await fail();
    const { id: occurrenceId } = await database.db.occurrence.findUniqueOrThrow({ where: { key } });
    const countFailed = () => database.db.delivery.count({ where: { countyId: blekinge, state: 'failed' } });
    const own = await database.db.delivery.count({ where: { occurrenceId, state: 'failed' } });
    const stranger = await desk.enter(PEOPLE.stranger);
    await stranger.send('/desk/deliveries/again', { key });
    const untouched = await countFailed();

    const coordinator = await desk.enter(PEOPLE.coordinator);
    await coordinator.send('/desk/deliveries/again', { key });

    expect(own).toBeGreaterThan(0);
    expect(untouched).toBeGreaterThanOrEqual(own);
    expect(await countFailed()).toBe(untouched - own);
  });

  test('an outcome with a personal number is refused, kept nowhere, and stays in the field', async () => {
    const path = await raise();
    const coordinator = await desk.enter(PEOPLE.coordinator);

    const page = await coordinator.send(`/desk${path}`, { outcome: 'Anna, 640823-3234, får plats' });

    expect(page.status).toBe(422);
    expect(page.html).toContain('640823-3234');
    const number = Number(path.split('/')[2]);
    expect(await database.db.need.findFirst({ where: { countyId: blekinge, number } })).toMatchObject({
      outcome: null,
    });
  });

  test('an outcome is asked for where it is missing, and sent twice it is one; another is not taken', async () => {
    const path = await raise();
    const coordinator = await desk.enter(PEOPLE.coordinator);

    const empty = await coordinator.send(`/desk${path}`, { outcome: ' ' });
    const settled = await coordinator.send(`/desk${path}`, { outcome: 'Tas upp i maj' });
    const twice = await coordinator.send(`/desk${path}`, { outcome: 'Tas upp i maj' });
    const other = await coordinator.send(`/desk${path}`, { outcome: 'Tas inte upp' });

    expect(empty.status).toBe(422);
    expect(readText(empty.html)).toContain('Skriv vad det blev.');
    for (const page of [settled, twice]) expect(page.url).toContain('done=settled');
    expect(other.status).toBe(422);
    expect(readText(other.html)).toContain('Tas upp i maj');
  });

  test('an event that coordinators were asked about is answered as any question: with a reply that is kept', async () => {
    const path = await propose();
    const number = Number(path.split('/')[2]);
    await desk.goTo('2024-04-12T08:00:00Z');
    await desk.goTo('2024-04-12T09:30:00Z');
    const coordinator = await desk.enter(PEOPLE.coordinator);

    const without = await coordinator.send(`/desk${path}`, { decision: 'refused', _nonce: randomUUID() });
    const nonce = randomUUID();
    const done = await coordinator.send(`/desk${path}`, { decision: 'refused', reason: 'Fel vecka', _nonce: nonce });

    expect(without.status).toBe(422);
    expect(readText(without.html)).toContain('Skäl');
    expect(done.url).toContain('?done=decided');
    expect(await database.db.reply.count({ where: { subjectId: `blekinge/${number}`, topic: 'event' } })).toBe(1);
    expect(await database.db.event.findFirst({ where: { countyId: blekinge, number } })).toMatchObject({
      decision: 'refused',
    });
  });
});
