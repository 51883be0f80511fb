import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PersonId } from '../../../src/ids.ts';
import type { LinkPurpose } from '../../../src/platforms/room/room-link.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { createFakeHandle } from './fake-handle.ts';
import { director, personal, strategist } from './fake-people.ts';
import { type OpenRoom, openRoom } from './open-room.ts';
import { checkIn, checkInForm, prompts } from './sample-messages.ts';
import { createVisitor, readForms, readHidden, readText } from './visitor.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const answerPage = `/room/a/${prompts.checkIn}`;

describe('a link into the room', () => {
  let room: OpenRoom;
  const handle = createFakeHandle();

  beforeAll(async () => {
    const { db } = await openTestDatabase();
    room = await openRoom({ db, handle, isLocal: false });
    await room.post(personal, checkIn);
  });
  afterAll(() => room.close());

  const linkFor = (purpose: LinkPurpose, person = director.id) => new URL(room.room.linkFor(person, purpose)).pathname;
  const inbox = () => linkFor({ kind: 'inbox' });
  const answer = () => linkFor({ kind: 'answer', promptId: prompts.checkIn });
  const visit = () => createVisitor(room.url);
  const passTime = (ms: number) => room.clock.moveTo(new Date(room.clock.now().getTime() + ms));

  test('leads a person to their own room', async () => {
    const page = await visit().get(inbox());

    expect(page.status).toBe(200);
    expect(page.url).toBe(`${room.url}/room/mine`);
    expect(readText(page.html)).toContain('Kommundirektör, Karlshamns kommun');
  });

  test('leaves nothing of itself in the address', async () => {
    const page = await visit().get(answer());

    expect(page.url).toBe(`${room.url}${answerPage}`);
  });

  test('for an answer shows that form and nothing else of the room', async () => {
    const visitor = visit();
    const page = await visitor.get(answer());

    expect(page.status).toBe(200);
    expect(readText(page.html)).toContain(checkInForm.fields[0]?.label);
    expect(page.html).not.toContain('<nav');
    for (const path of ['/room', '/room/mine', '/room/ask', '/room/c/room/blekinge/karlshamn-direktor']) {
      expect((await visitor.get(path)).status).toBe(403);
    }
    expect((await visitor.get(`/room/a/${prompts.meeting}`)).status).toBe(403);
  });

  test('for an answer takes that answer, and gives the receipt', async () => {
    const visitor = visit();
    const page = await visitor.get(answer());
    const [form = ''] = readForms(page.html);

    const sent = await visitor.post(answerPage, { ...readHidden(form), light: 'green' });

    expect(readText(sent.html)).toContain('kvitto 7F3A-21');
    expect(handle.taken.at(-1)).toMatchObject({
      kind: 'submitted',
      promptId: prompts.checkIn,
      from: { platform: 'room', tenant: 'blekinge', user: director.id },
      entries: { light: 'green' },
    });
  });

  test('for an answer takes no other answer', async () => {
    const visitor = visit();
    const page = await visitor.get(answer());
    const [form = ''] = readForms(page.html);
    const carried = readHidden(form);
    const before = handle.taken.length;

    const other = await visitor.post(answerPage, { ...carried, _prompt: prompts.meeting, attendance: 'yes' });
    const pressed = JSON.stringify({ kind: 'answer', promptId: prompts.meeting, answers: { attendance: 'yes' } });
    const press = await visitor.post(answerPage, { ...carried, _press: pressed });
    const act = await visitor.post('/room/act', { ...carried, light: 'green' });

    expect([other.status, press.status, act.status]).toEqual([403, 403, 403]);
    expect(handle.taken).toHaveLength(before);
  });

  test('never lets one person act as another who has a link of their own on the same computer', async () => {
    const visitor = visit();
    const theirs = await visitor.get(answer());
    const [form = ''] = readForms(theirs.html);
    await visitor.get(linkFor({ kind: 'answer', promptId: prompts.checkIn }, strategist.id));
    const before = handle.taken.length;

    const page = await visitor.post(answerPage, { ...readHidden(form), light: 'red' });

    expect(page.status).toBe(403);
    expect(handle.taken).toHaveLength(before);
  });

  test('that was changed in any letter opens nothing, and says what to do', async () => {
    const path = inbox();
    const cuts = [9, 20, Math.floor(path.length / 2), path.indexOf('.'), path.length - 1];
    for (const at of cuts) {
      const letter = path[at] === 'A' ? 'B' : 'A';
      const page = await visit().get(`${path.slice(0, at)}${letter}${path.slice(at + 1)}`);

      expect(page.status).toBe(403);
      expect(readText(page.html)).toContain('Länken är inte hel');
    }
    expect((await visit().get(path.slice(0, -3))).status).toBe(403);
    expect((await visit().get(`${path}.more`)).status).toBe(403);
  });

  test('signed by somebody else opens nothing', async () => {
    const { db } = await openTestDatabase();
    const foreign = await openRoom({ db, handle, isLocal: false, secret: 'another secret of thirty-two characters' });
    const path = new URL(foreign.room.linkFor(director.id, { kind: 'inbox' })).pathname;
    await foreign.close();

    expect((await visit().get(path)).status).toBe(403);
  });

  test('is no session, and a session is no link', async () => {
    const visitor = visit();
    await visitor.get(inbox());
    const session = visitor.cookies.get('samverk_room') ?? '';
    const token = inbox().slice('/room/in/'.length);
    const thief = visit();
    thief.cookies.set('samverk_room', token);

    expect((await thief.get('/room/mine')).status).toBe(403);
    expect((await visit().get(`/room/in/${session}`)).status).toBe(403);
  });

  test('of an answer is no way into the whole room', async () => {
    const visitor = visit();
    await visitor.get(answer());
    visitor.cookies.set('samverk_room', visitor.cookies.get('samverk_answer') ?? '');

    expect((await visitor.get('/room/mine')).status).toBe(403);
  });

  test('of somebody who has left opens nothing', async () => {
    const path = linkFor({ kind: 'inbox' }, PersonId.parse('blekinge/someone-else'));

    const page = await visit().get(path);

    expect(page.status).toBe(403);
    expect(readText(page.html)).toContain('Vi hittar dig inte längre');
  });

  test('ends for somebody who leaves while they are in', async () => {
    const visitor = visit();
    await visitor.get(inbox());

    room.people.gone.add(director.id);
    const page = await visitor.get('/room/mine');
    room.people.gone.delete(director.id);

    expect(page.status).toBe(403);
    expect(page.html).not.toContain('Beredningsgruppen');
  });

  test('has an end, and so has the session that it began', async () => {
    const path = inbox();
    const visitor = visit();
    await visitor.get(path);

    passTime(DAY_MS);
    expect((await visitor.get('/room/mine')).status).toBe(403);
    expect((await visitor.get(path)).status).toBe(200);

    passTime(14 * DAY_MS);
    const page = await visit().get(path);
    expect(page.status).toBe(403);
    expect(readText(page.html)).toContain('Länken gäller inte längre');
  });

  test('sets cookies that scripts cannot read and other sites do not send', async () => {
    const response = await fetch(room.url + inbox(), { redirect: 'manual' });
    const answering = await fetch(room.url + answer(), { redirect: 'manual' });

    expect(response.headers.get('set-cookie')).toMatch(/^samverk_room=.*; Path=\/room; HttpOnly; SameSite=Lax$/);
    expect(answering.headers.get('set-cookie')).toContain(`; Path=${answerPage}; HttpOnly; SameSite=Lax`);
  });

  test('is needed: without one there is nothing to see', async () => {
    for (const path of ['/room', '/room/mine', answerPage, '/room?county=blekinge']) {
      const page = await visit().get(path);

      expect(page.status).toBe(403);
      expect(readText(page.html)).not.toMatch(/Blekinge|Beredningsgruppen|Avstämning/);
    }
    const chosen = await visit().post('/room/be', { person: director.id });
    expect(chosen.status).toBe(403);
  });
});
