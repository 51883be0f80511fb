import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../fake/test-database.ts';
import { createFakeHandle } from './fake-handle.ts';
import { beredning, director, elsewhere } from './fake-people.ts';
import { type OpenRoom, openRoom } from './open-room.ts';
import { meeting, movedCall } from './sample-messages.ts';
import { createVisitor, type Visitor } from './visitor.ts';

describe('an open page', () => {
  let room: OpenRoom;
  let visitor: Visitor;

  beforeAll(async () => {
    const { db } = await openTestDatabase();
    room = await openRoom({ db, handle: createFakeHandle() });
    visitor = createVisitor(room.url);
    await visitor.post('/room/be', { person: director.id });
  });
  afterAll(() => room.close());

  const readStamp = async (who = visitor) => /data-stamp="([^"]*)"/.exec((await who.get('/room/mine')).html)?.[1] ?? '';
  const open = async (since: string, who = visitor) => {
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${room.url}/room/live?since=${since}`, { headers: { cookie } });
    return { nextEvent: readEvents(response) };
  };

  test('is told of a new message and of a changed one, with the stamp that the page then has', async () => {
    const { nextEvent } = await open(await readStamp());

    const sent = await room.post(beredning, meeting);
    const first = await nextEvent();
    await room.room.update(beredning, sent, movedCall);
    const second = await nextEvent();

    expect(first).toContain('event: changed');
    expect(second).toContain(`id: ${await readStamp()}`);
    expect(second).not.toBe(first);
  });

  test('is told at once of what came while nobody listened', async () => {
    const before = await readStamp();
    await room.post(beredning, movedCall);

    const { nextEvent } = await open(before);

    expect(await nextEvent()).toContain('event: changed');
  });

  test('is told nothing of conversations that are not for this person', async () => {
    const councillor = createVisitor(room.url);
    await councillor.post('/room/be', { person: 'kalmar/landshovding' });
    const theirs = await open(await readStamp(councillor), councillor);
    const { nextEvent } = await open(await readStamp());

    await room.post(elsewhere, movedCall);
    expect(await theirs.nextEvent()).toContain('event: changed');
    await room.post(beredning, { ...movedCall, title: 'Vår' });

    expect(await nextEvent()).toContain(`id: ${await readStamp()}`);
  });

  test('of somebody without a session is told not to come again', async () => {
    const response = await fetch(`${room.url}/room/live`);

    expect(response.status).toBe(204);
  });

  test('is let go when the room closes', async () => {
    const { nextEvent } = await open(await readStamp());

    room.room.close();

    expect(await nextEvent()).toBe('ended');
  });
});

/** The next event, leaving out what only keeps the connection awake. */
function readEvents(response: Response): () => Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  return async () => {
    for (;;) {
      const [event, ...more] = rest.split('\n\n');
      if (more.length > 0) {
        rest = more.join('\n\n');
        if (event?.includes('event:')) return event;
        continue;
      }
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return 'ended';
      rest += value;
    }
  };
}
