// Who gets in at the door that Slack knocks on? Nobody who cannot show that they are Slack, of a workspace we serve.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { createKeptLog } from '../../fake/kept-log.ts';
import { toEvent, wroteEvent } from '../../fake/slack-payloads.ts';
import type { Mail, Payload, Signing } from '../../fake/slack-postman.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenSlack, openSlack } from './open-slack.ts';

const SECRET_WORDS = 'mycket hemligt';

describe('the door to Slack', () => {
  const road = createRecordingRoad();
  const log = createKeptLog();
  let database: Database;
  let opened: OpenSlack;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openSlack({ db: database.db, handle: road, log });
  });
  beforeEach(() => {
    road.forget();
    opened.slack.world.sweep();
    opened.slack.forgetCalls();
    opened.skipHour();
  });
  afterAll(() => opened.close());

  const write = () => wroteEvent(opened.enter(opened.places.direct).scene, SECRET_WORDS, false);
  const deliver = (mail: Partial<Mail>) => opened.postman.deliver({ as: 'event', payload: write(), ...mail });
  const countRefusals = () => log.events().filter((event) => event === 'slack.refused').length;
  const countStored = async () =>
    (await database.db.incoming.count()) + (await database.db.outerPost.count()) + (await database.db.reply.count());

  test('lets in what Slack has signed', async () => {
    const { status } = await deliver({});

    expect(status).toBe(200);
    expect(road.taken).toHaveLength(1);
  });

  const badSignatures: readonly (readonly [string, Signing])[] = [
    ['no signature', { signature: 'none' }],
    ['a signature that is none', { signature: 'nonsense' }],
    ['a signature of another kind', { signature: 'v1=00' }],
    ['a signature with a secret of their own', { secret: 'guessed' }],
    ['a signature of ten minutes ago', { sentIn: -600 }],
    ['a signature of tomorrow', { sentIn: 86_400 }],
    ['a signature of in two minutes', { sentIn: 120 }],
  ];

  test.each(badSignatures)('refuses %s, stores nothing, tells nothing, and counts it', async (_title, signing) => {
    const before = [await countStored(), countRefusals()] as const;

    const answer = await deliver({ signing });

    expect(answer.status).toBe(401);
    expect(answer.text).toBe('');
    expect(road.taken).toEqual([]);
    expect([await countStored(), countRefusals()]).toEqual([before[0], before[1] + 1]);
    expect(log.text()).not.toContain(SECRET_WORDS);
  });

  const elsewhere = (): Payload => {
    const { scene } = opened.enter(opened.places.direct);
    const workspace = [...opened.slack.world.workspaces.values()].find(({ name }) => name === 'Elsewhere');
    return wroteEvent({ ...scene, workspace: workspace ?? scene.workspace }, SECRET_WORDS, false);
  };

  test('refuses what Slack has signed from a workspace that no county lists, and asks not to be sent it again', async () => {
    const before = [await countStored(), countRefusals()] as const;

    const answer = await deliver({ payload: elsewhere() });

    expect(answer.status).toBe(403);
    expect(answer.text).toBe('');
    expect([...road.taken, ...road.noticed]).toEqual([]);
    expect([await countStored(), countRefusals()]).toEqual([before[0], before[1] + 1]);
  });

  test('takes a body that is changed on its way for what it is', async () => {
    const { status } = await deliver({ payload: `${JSON.stringify(write())} `, signing: { signature: 'v0=00' } });

    expect(status).toBe(401);
    expect(road.taken).toEqual([]);
  });

  test('refuses a body that is too large, before it is looked at', async () => {
    const answer = await deliver({ payload: { ...write(), padding: 'å'.repeat(600_000) } });

    expect(answer.status).toBe(413);
    expect(road.taken).toEqual([]);
  });

  test.each([
    ['that is not JSON', '{"type":'],
    ['that is nothing we know', '[]'],
    ['that names nobody', '{"type":"block_actions","actions":[]}'],
  ])('makes nothing of what is signed %s', async (_title, payload) => {
    const answer = await deliver({ as: 'text', payload });

    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/at .*\.(ts|js)|zod/i);
    expect([...road.taken, ...road.noticed]).toEqual([]);
  });

  test('answers when Slack asks whether it is there', async () => {
    const answer = await deliver({ payload: { type: 'url_verification', challenge: 'abc' } });

    expect(answer.body).toEqual({ challenge: 'abc' });
  });

  test('gives the same thing the same key, however often it is sent, and answers it once', async () => {
    road.answerWith({ kind: 'note', text: 'Svar' });
    const payload = write();

    await deliver({ payload });
    await deliver({ payload });
    const posts = opened.slack.world.posts.length;
    await deliver({});

    expect(new Set(road.taken.map(({ key }) => key)).size).toBe(2);
    expect(posts).toBe(1);
  });

  test('hears nobody but people: not itself, not other bots, and not what is only changed', async () => {
    const { workspace, asa, places } = opened;
    const message = { type: 'message', channel_type: 'im', channel: places.direct.id, user: asa.id, text: 'hej' };
    const heard = [
      { ...message, user: workspace.botUserId },
      { ...message, bot_id: 'B1' },
      { ...message, subtype: 'message_changed' },
      { ...message, channel_type: 'channel' },
    ];

    for (const event of heard) await deliver({ payload: toEvent(workspace, event) });

    expect(road.taken).toEqual([]);
  });

  test('answers nothing but what is sent to it', async () => {
    const looked = await fetch(opened.door);

    expect([looked.status, looked.headers.get('x-powered-by')]).toEqual([404, null]);
  });

  test('tells nobody a token, and writes none into its log', async () => {
    await deliver({});

    expect(log.text()).not.toContain(opened.workspace.botToken);
    expect(opened.slack.breaches).toEqual([]);
  });
});
