import { request as send } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../fake/test-database.ts';
import { createFakeHandle } from './fake-handle.ts';
import { director } from './fake-people.ts';
import { type OpenRoom, openRoom } from './open-room.ts';
import { createVisitor, readText } from './visitor.ts';

describe('the entrance in local mode', () => {
  let room: OpenRoom;

  beforeAll(async () => {
    const { db } = await openTestDatabase();
    room = await openRoom({ db, handle: createFakeHandle() });
  });
  afterAll(() => room.close());

  test('says that the counties are examples, and how far their dates were moved', async () => {
    const text = readText((await createVisitor(room.url).get('/room')).html);

    expect(text).toContain('Länen här är exempel');
    expect(text).toContain('Blekinge län Datumen är flyttade 2 år framåt');
    expect(text).toContain('Kalmar län Datumen är flyttade 8 år framåt');
  });

  test('lists everyone in a county by group, with role and organisation', async () => {
    const text = readText((await createVisitor(room.url).get('/room?county=blekinge')).html);

    expect(text).toMatch(/Arbetsgrupp språkutveckling 1 person Kommundirektör Karlshamns kommun/);
    expect(text).toMatch(
      /Beredningsgruppen 2 personer Kommundirektör Karlshamns kommun .* Integrationsstrateg Karlskrona kommun/,
    );
    expect(text).toMatch(/Övriga 1 person Integrationshandläggare/);
    expect(text).not.toContain('Landshövding');
  });

  test('finds people by role, organisation and group', async () => {
    const search = async (words: string) =>
      readText((await createVisitor(room.url).get(`/room?county=blekinge&search=${encodeURIComponent(words)}`)).html);

    expect(await search('karlskrona')).toContain('Integrationsstrateg');
    expect(await search('språkutveckling direktör')).toContain('Karlshamns kommun');
    expect(await search('<b>')).toContain('Ingen stämmer med ”<b>”');
  });

  test('lets one be anyone, and says on every page who one is', async () => {
    const visitor = createVisitor(room.url);

    const page = await visitor.post('/room/be', { person: director.id });

    expect(page.url).toBe(`${room.url}/room/mine`);
    for (const path of ['/room/mine', '/room/ask', '/room/c/room/blekinge/beredningsgruppen']) {
      expect(readText((await visitor.get(path)).html)).toContain('Du är: Kommundirektör, Karlshamns kommun Byt');
    }
  });

  test('leads on every page to the other place that it was given, by its name in the language', async () => {
    const visitor = createVisitor(room.url);
    await visitor.post('/room/be', { person: director.id });

    for (const path of ['/room/mine', '/room/ask', '/room/c/room/blekinge/beredningsgruppen']) {
      expect((await visitor.get(path)).html).toMatch(/<a class="place" href="\/elsewhere">Annat håll</);
    }
    expect((await visitor.get('/room/mine?language=en')).html).toMatch(/href="\/elsewhere">Elsewhere</);
  });

  test('shows no conversation of another county', async () => {
    const visitor = createVisitor(room.url);
    await visitor.post('/room/be', { person: director.id });

    expect((await visitor.get('/room/c/room/kalmar/integrationsradet')).status).toBe(404);
  });

  test('speaks English to those who choose it, and remembers', async () => {
    const visitor = createVisitor(room.url);
    await visitor.post('/room/be', { person: director.id });

    const page = await visitor.get('/room/mine?language=en');

    expect(page.url).toBe(`${room.url}/room/mine`);
    expect(page.html).toContain('<html lang="en"');
    expect(readText((await visitor.get('/room/ask')).html)).toContain('Ask Samverk');
  });

  const statusFor = (headers: Readonly<Record<string, string>>) =>
    new Promise<number | undefined>((resolve, reject) => {
      send(`${room.url}/room`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  test.each(['localhost', 'localhost:3978', '127.0.0.1:80', '127.1.2.3', '[::1]:3978', 'samverk.localhost'])(
    'opens at %s, which is this computer',
    async (host) => {
      expect(await statusFor({ host })).toBe(200);
    },
  );

  test.each(['samverk.example.org', 'localhost.example.org', '127.0.0.1.example.org', '10.0.0.7', 'evil@localhost.x'])(
    'stays shut at %s, a name that may be pointed here from elsewhere',
    async (host) => {
      expect(await statusFor({ host })).toBe(403);
    },
  );

  test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'])(
    'stays shut behind a proxy that says %s',
    async (header) => {
      expect(await statusFor({ host: 'localhost', [header]: '192.0.2.1' })).toBe(403);
    },
  );

  test('takes no choice from another site', async () => {
    const visitor = createVisitor(room.url);

    for (const origin of ['https://evil.example.org', 'null', 'http://localhost:1']) {
      const page = await visitor.post('/room/be', { person: director.id }, { origin });

      expect(page.status).toBe(403);
    }
    expect(visitor.cookies.size).toBe(0);
  });
});
