// The ways to the desk: each link once and soon, no session longer than it should be, and nothing told to whoever guesses.
import { once } from 'node:events';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { createHandle } from '../../src/chat/handle.ts';
import type { Database } from '../../src/database/open.ts';
import { ConversationId, CountyId } from '../../src/ids.ts';
import type { PlatformUser } from '../../src/platform.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { readText } from '../platforms/room/visitor.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

const START = '2024-03-04T08:00:00Z';
const COORDINATOR = 'blekinge/integrationssamordnare';
const ADDRESS = 'samordnare.blekinge@example.org';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(() => emptyTables(database));
afterAll(() => database.close());

describe('by a link', () => {
  let desk: OpenDesk;
  beforeEach(async () => {
    desk = await openDesk(database, { counties: ['blekinge'], start: START });
  });
  afterEach(() => desk.close());

  const laterBy = (minutes: number) => new Date(new Date(START).getTime() + minutes * 60_000);

  test('one is signed in, and the bar says as whom', async () => {
    const token = await desk.makeLink(COORDINATOR);
    const visitor = desk.visit();

    const page = await visitor.post(`/desk/in/${token}`, {});

    expect(page).toMatchObject({ status: 200, url: `${desk.url}/desk` });
    expect(readText(page.html)).toContain('Inloggad: Integrationssamordnare , Blekinge län');
  });

  test('opening it, as mail scanners do, does not use it up', async () => {
    const token = await desk.makeLink(COORDINATOR);
    const scanner = desk.visit();

    const looks = [await scanner.get(`/desk/in/${token}`), await scanner.get(`/desk/in/${token}`)];
    const page = await desk.visit().post(`/desk/in/${token}`, {});

    expect(looks.map(({ status }) => status)).toEqual([200, 200]);
    expect(scanner.cookies.size).toBe(0);
    expect(page.url).toBe(`${desk.url}/desk`);
  });

  test('used once, or shared with somebody else, it lets nobody in again', async () => {
    const token = await desk.makeLink(COORDINATOR);
    const pages = await Promise.all([1, 2].map(() => desk.visit().post(`/desk/in/${token}`, {})));
    const other = desk.visit();

    const again = await other.post(`/desk/in/${token}`, {});

    expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    expect(again.status).toBe(403);
    expect(readText(again.html)).toContain('Länken är redan använd');
    expect((await other.get('/desk')).url).toBe(`${desk.url}/desk/in`);
  });

  test.each([
    ['one that was made up', 0, (_token: string) => 'a'.repeat(43), 'Länken är inte hel'],
    ['one that was changed', 0, (token: string) => `${token.slice(0, -1)}_`, 'Länken är inte hel'],
    ['one of a quarter of an hour ago', 15, (token: string) => token, 'Länken gäller inte längre'],
  ])('%s is refused, opened and used', async (_title, minutes, spoil, words) => {
    const token = spoil(await desk.makeLink(COORDINATOR));
    desk.clock.moveTo(laterBy(minutes));
    const visitor = desk.visit();

    const pages = [await visitor.get(`/desk/in/${token}`), await visitor.post(`/desk/in/${token}`, {})];

    expect(pages.map(({ status }) => status)).toEqual([403, 403]);
    expect(pages.map(({ html }) => readText(html).includes(words))).toEqual([true, true]);
    expect(visitor.cookies.size).toBe(0);
  });

  test('what the database keeps lets nobody in: neither of the link nor of the session', async () => {
    await desk.enter(COORDINATOR);
    await desk.makeLink(COORDINATOR);
    const [session] = await database.db.deskSession.findMany();
    const links = await database.db.signInLink.findMany();
    const thief = desk.visit();
    thief.cookies.set('samverk_desk', `${session?.id}.${session?.id}`);

    const page = await thief.get('/desk');
    const tries = await Promise.all(links.map(({ id }) => thief.post(`/desk/in/${id}`, {})));

    expect(page.url).toBe(`${desk.url}/desk/in`);
    expect(tries.map(({ status }) => status)).toEqual([403, 403]);
  });

  test('a session ends after two idle hours, and after twelve in all', async () => {
    const idle = await desk.enter(COORDINATOR);
    const busy = await desk.enter(COORDINATOR);
    const isIn = async (who: typeof idle) => (await who.get('/desk')).url === `${desk.url}/desk`;

    const seen: boolean[] = [];
    for (let minutes = 90; minutes <= 12 * 60; minutes += 90) {
      desk.clock.moveTo(laterBy(minutes));
      seen.push(await isIn(busy));
    }

    expect(seen).toEqual([true, true, true, true, true, true, true, false]);
    expect(await isIn(idle)).toBe(false);
  });

  test('signing out ends one session, signing out everywhere all, and unused links with them', async () => {
    const [here, there, elsewhere] = [
      await desk.enter(COORDINATOR),
      await desk.enter(COORDINATOR),
      await desk.enter(COORDINATOR),
    ];
    const kept = new Map(here.cookies);
    const token = await desk.makeLink(COORDINATOR);

    await here.send('/desk/leave');
    for (const [name, value] of kept) here.cookies.set(name, value);
    const replayed = await here.get('/desk');
    const still = await elsewhere.get('/desk');
    await there.send('/desk/leave', { everywhere: 'yes' });

    expect(replayed.url).toBe(`${desk.url}/desk/in`);
    expect(still.url).toBe(`${desk.url}/desk`);
    expect((await elsewhere.get('/desk')).url).toBe(`${desk.url}/desk/in`);
    expect((await desk.visit().post(`/desk/in/${token}`, {})).status).toBe(403);
  });

  test('whoever leaves the county is out with the next request', async () => {
    const guest = await desk.enter(COORDINATOR);
    await database.db.person.update({ where: { id: COORDINATOR }, data: { email: `left:${COORDINATOR}` } });

    expect((await guest.get('/desk')).status).toBe(403);
    expect((await guest.get('/desk')).url).toBe(`${desk.url}/desk/in`);
  });

  test('a form from another site, or without its proof, or with that of another session, changes nothing', async () => {
    const guest = await desk.enter(COORDINATOR);
    const other = await desk.enter('blekinge/karlshamn-kontakt');
    const proof = /name="_csrf" value="([^"]+)"/.exec((await other.get('/desk')).html)?.[1] ?? '';
    const own = /name="_csrf" value="([^"]+)"/.exec((await guest.get('/desk')).html)?.[1] ?? '';

    const refused = [
      await guest.post('/desk/leave', {}),
      await guest.post('/desk/leave', { _csrf: proof }),
      await guest.post('/desk/leave', { _csrf: own }, { origin: 'https://evil.example.org' }),
      await guest.post('/desk/deliveries/again', { key: 'x' }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await guest.get('/desk')).url).toBe(`${desk.url}/desk`);
  });

  test('the page may not be framed, kept, or tell other sites where it was', async () => {
    const { headers } = await fetch(`${desk.url}/desk/in`);

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('too many tries at links from one place are put off, and nobody who has a right one', async () => {
    const visitor = desk.visit();
    const statuses: number[] = [];
    for (let n = 0; n < 121; n++) statuses.push((await visitor.post('/desk/in/nothing', {})).status);
    const neighbour = await desk.visit().post(`/desk/in/${await desk.makeLink(COORDINATOR)}`, {});

    desk.clock.moveTo(laterBy(10));
    const later = await visitor.post('/desk/in/nothing', {});

    expect(statuses.at(119)).toBe(403);
    expect(statuses.at(120)).toBe(429);
    expect(neighbour.url).toBe(`${desk.url}/desk`);
    expect(later.status).toBe(403);
  });

  test('without a mail server no address is asked for, and a chosen person is nobody outside local mode', async () => {
    const visitor = desk.visit();

    const page = await visitor.get('/desk/in');
    const letter = await visitor.post('/desk/in', { address: ADDRESS });
    const chosen = await visitor.post('/desk/be', { county: 'blekinge', person: COORDINATOR });

    expect(page.html).not.toContain('name="address"');
    expect([letter.status, chosen.status]).toEqual([404, 404]);
    expect(visitor.cookies.size).toBe(0);
  });
});

test('over https the cookie is for this host alone, for no script, and never sent in clear', async () => {
  const publicUrl = 'https://samverk.example.org';
  const desk = await openDesk(database, { counties: ['blekinge'], start: START, publicUrl });
  const token = await desk.makeLink(COORDINATOR);

  const response = await fetch(`${desk.url}/desk/in/${token}`, {
    method: 'POST',
    headers: { origin: publicUrl },
    redirect: 'manual',
  });
  await desk.close();

  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-samverk_desk=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('in local mode one chooses whom to be, on this computer alone', async () => {
  const desk = await openDesk(database, { counties: ['blekinge'], start: START, isLocal: true });
  const visitor = desk.visit();

  const choice = await visitor.get('/desk');
  const page = await visitor.post('/desk/be', { county: 'blekinge', person: COORDINATOR });
  const relayed = await fetch(`${desk.url}/desk/in`, { headers: { 'x-forwarded-for': '10.0.0.1' } });
  await desk.close();

  expect(readText(choice.html)).toContain('Vem vill du vara vid skrivbordet för Blekinge län?');
  expect(page.url).toBe(`${desk.url}/desk`);
  expect(relayed.status).toBe(403);
});

describe('by e-mail', () => {
  let desk: OpenDesk;
  let server: SMTPServer;
  const letters: { readonly to: readonly string[]; readonly text: string }[] = [];
  let isDown = false;

  beforeEach(async () => {
    letters.length = 0;
    isDown = false;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(isDown ? Object.assign(new Error('Try later'), { responseCode: 451 }) : null),
      async onData(stream, session, done) {
        const text = (await readAll(stream)).replaceAll('=\r\n', '').replaceAll('=3D', '=');
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    desk = await openDesk(database, {
      counties: ['blekinge', 'kalmar'],
      start: START,
      smtp: `smtp://127.0.0.1:${port}`,
    });
  });
  afterEach(async () => {
    await desk.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const ask = async (address: string) => {
    const page = await desk.visit().post('/desk/in', { address });
    await desk.drain();
    return page;
  };

  test('a known address gets a letter whose link signs in; however it is capitalised', async () => {
    await ask(ADDRESS.toUpperCase());

    const [letter] = letters;
    const path = /\/desk\/in\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? '';
    const page = await desk.visit().post(path, {});

    expect(letters.map(({ to }) => to)).toEqual([[ADDRESS]]);
    expect(letter?.text).toContain('Auto-Submitted: auto-generated');
    expect(page.url).toBe(`${desk.url}/desk`);
  });

  test('an unknown address gets the very same page and no letter', async () => {
    const [known, unknown] = [await ask(ADDRESS), await ask('nobody@example.org')];

    expect(unknown.html).toBe(known.html);
    expect(unknown.status).toBe(known.status);
    expect(letters).toHaveLength(1);
  });

  test('what is no address is said so, and stays in the field', async () => {
    const page = await ask('samordnare.blekinge');

    expect(page.status).toBe(422);
    expect(page.html).toContain('value="samordnare.blekinge"');
    expect(readText(page.html)).toContain('Skriv hela adressen');
  });

  test("nobody's post is filled: three letters in a quarter of an hour, in silence", async () => {
    const pages = [];
    for (let n = 0; n < 5; n++) pages.push(await ask(ADDRESS));

    desk.clock.moveTo(new Date(new Date(START).getTime() + 15 * 60_000));
    await ask(ADDRESS);

    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    expect(letters).toHaveLength(4);
  });

  test('a mail server that is down is tried again, until the quarter of an hour is over', async () => {
    isDown = true;
    await desk.visit().post('/desk/in', { address: ADDRESS });
    await expect(desk.drain()).rejects.toThrow();
    isDown = false;
    await desk.drain();
    const afterAWhile = letters.length;

    isDown = true;
    await desk.visit().post('/desk/in', { address: ADDRESS });
    await expect(desk.drain()).rejects.toThrow();
    desk.clock.moveTo(new Date(new Date(START).getTime() + 16 * 60_000));
    isDown = false;
    await desk.drain();

    expect([afterAWhile, letters.length]).toEqual([1, 1]);
  });

  test('no address that was asked for, and no link, lies in the queue or in the log of acts', async () => {
    await ask('nobody.at.all@example.org');
    const { db } = database;

    const kept = JSON.stringify([await db.attempt.findMany(), await db.incoming.findMany()]);

    expect(kept).not.toContain('nobody.at.all');
  });
});

describe('by chat', () => {
  let desk: OpenDesk;
  beforeEach(async () => {
    desk = await openDesk(database, { counties: ['blekinge'], start: START });
    await database.db.county.update({ where: { id: 'blekinge' }, data: { tenants: { teams: ['tenant'], slack: [] } } });
  });
  afterEach(() => desk.close());

  const from: PlatformUser = { platform: 'teams', tenant: 'tenant', user: 'u-1', email: ADDRESS };
  const write = (kind: 'personal' | 'channel', key: string) => {
    const handle = createHandle({ road: desk.road, platforms: [] });
    const at = { id: ConversationId.parse(`teams/${kind}`), platform: 'teams', kind, name: '', address: {} } as const;
    return handle.take({ kind: 'wrote', key, from, text: 'Skrivbordet', at });
  };

  test('"skrivbordet" gives a link in one\'s own chat that signs in, and is kept nowhere', async () => {
    const answer = await write('personal', 'one');
    const url = /\/desk\/in\/[\w-]+/.exec(JSON.stringify(answer))?.[0] ?? '';
    const kept = JSON.stringify(await database.db.incoming.findMany());

    const page = await desk.visit().post(url, {});

    expect(answer).toMatchObject({ kind: 'card', message: { title: 'Din länk till skrivbordet' } });
    expect(answer).not.toHaveProperty('isForAll');
    expect(page.url).toBe(`${desk.url}/desk`);
    expect(kept).not.toContain('/desk/in/');
  });

  test('the same act again makes no second link', async () => {
    await write('personal', 'one');
    const again = await write('personal', 'one');

    expect(again).toMatchObject({ kind: 'note', text: expect.stringContaining('redan skickad') });
    expect(await database.db.signInLink.count({ where: { countyId: CountyId.parse('blekinge') } })).toBe(1);
  });

  test('where others read along there is no link', async () => {
    const answer = await write('channel', 'two');

    expect(answer).toMatchObject({ kind: 'note', text: expect.stringContaining('egen chatt') });
    expect(await database.db.signInLink.count()).toBe(0);
  });
});
