// Who gets in at the door that Microsoft knocks on? Nobody who cannot show that they are Teams, of a tenant we serve.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import { notice } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { createKeptLog } from '../../fake/kept-log.ts';
import { type Activity, changedActivity, wroteActivity } from '../../fake/teams-activities.ts';
import type { Mail } from '../../fake/teams-postman.ts';
import { makeAccount, makeTenant } from '../../fake/teams-world.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenTeams, openTeams, toKnown } from './open-teams.ts';

const SECRET_WORDS = 'mycket hemligt';

describe('the door to Teams', () => {
  const road = createRecordingRoad();
  const log = createKeptLog();
  let database: Database;
  let opened: OpenTeams;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openTeams({ db: database.db, handle: road, log });
  });
  beforeEach(() => {
    road.forget();
    opened.connector.world.sweep();
    opened.connector.forgetArrivals();
    opened.identity.isDown = false;
  });
  afterAll(() => opened.close());

  const write = () => wroteActivity(opened.enter(opened.personal).scene, SECRET_WORDS, false);
  const deliver = (mail: Partial<Mail>) => opened.postman.deliver({ activity: write(), ...mail });
  const countRefusals = () => log.events().filter((event) => event === 'teams.refused').length;
  const countStored = async () =>
    (await database.db.incoming.count()) + (await database.db.outerPost.count()) + (await database.db.reply.count());

  test('lets in what Teams has signed', async () => {
    const { status } = await deliver({});

    expect(status).toBe(200);
    expect(road.taken).toHaveLength(1);
  });

  const badTokens: readonly (readonly [string, NonNullable<Mail['token']>])[] = [
    ['no token', 'none'],
    ['a token that is none', 'Bearer nonsense'],
    ['a token that is broken', 'Bearer a.b.c'],
    ['a password instead of a token', 'Basic c2VjcmV0OnNlY3JldA=='],
    ['a token that nobody signed', { by: 'nobody' }],
    ['a token that has run out', { validForSeconds: -3_600 }],
    ['a token of tomorrow', { validInSeconds: 86_400, validForSeconds: 90_000 }],
    ['a token for another bot', { audience: '00000000-0000-4000-8000-000000000000' }],
    ['a token from another house', { issuer: 'https://sts.windows.net/somewhere/' }],
    ['a token signed with a key of their own', { by: 'foreign' }],
    ['a token signed with a key that may not sign for Teams', { by: 'unendorsed' }],
    ['a token for another service URL', { serviceUrl: 'https://smba.example.org/emea/' }],
  ];

  const badActivities: readonly (readonly [string, (activity: Activity) => Activity | string])[] = [
    ['from a tenant that no county serves', fromElsewhere],
    ['that names no tenant', withoutTenant],
    ['from another channel than Teams', (activity) => ({ ...activity, channelId: 'webchat' })],
    ['that is not JSON', () => '{"type":'],
    ['that is no activity', () => '[]'],
    ['that names nobody', ({ from: _, ...activity }) => activity],
  ];

  test.each(badTokens)('refuses %s, stores nothing, tells nothing, and counts it', async (_title, token) => {
    const before = [await countStored(), countRefusals()] as const;

    const answer = await deliver({ token });

    expect(answer.status).toBe(401);
    expect(answer.text).not.toMatch(/at .*\.(ts|js)|key|issuer|audience|expired|jwt/i);
    expect(road.taken).toEqual([]);
    expect([await countStored(), countRefusals()]).toEqual([before[0], before[1] + 1]);
    expect(log.text()).not.toContain(SECRET_WORDS);
  });

  test.each(badActivities)('refuses what Teams has signed %s, stores nothing, and counts it', async (_title, spoil) => {
    const before = [await countStored(), countRefusals()] as const;

    const answer = await deliver({ activity: spoil(write()) });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/at .*\.(ts|js)|zod|Blekinge/i);
    expect([...road.taken, ...road.noticed]).toEqual([]);
    expect([await countStored(), countRefusals()]).toEqual([before[0], before[1] + 1]);
  });

  test('refuses a body that is too large, before it is looked at', async () => {
    const answer = await deliver({ activity: { ...write(), text: 'å'.repeat(600_000) } });

    expect(answer.status).toBe(413);
    expect(road.taken).toEqual([]);
  });

  test('gives the same thing the same key, however often it is sent, and another one another', async () => {
    const activity = write();

    await deliver({ activity });
    await deliver({ activity });
    await deliver({});

    expect(new Set(road.taken.map(({ key }) => key)).size).toBe(2);
  });

  test('does not take one place for another: the key of an act holds in its own conversation', async () => {
    const activity = write();
    const { scene } = opened.enter(opened.chat);

    await deliver({ activity });
    await deliver({ activity: { ...wroteActivity(scene, SECRET_WORDS, true), id: activity.id } });

    expect(new Set(road.taken.map(({ key }) => key)).size).toBe(2);
  });

  test('does not ask for the keys again and again because strangers name unknown ones', async () => {
    await deliver({});
    const before = opened.identity.fetches.keys;

    await Promise.all(Array.from({ length: 40 }, () => deliver({ token: { by: 'foreign' } })));

    expect(opened.identity.fetches.keys - before).toBeLessThanOrEqual(2);
  });

  test('takes a new key when Microsoft signs with one', async () => {
    await deliver({});
    opened.identity.rotate();
    opened.clock.moveTo(new Date(opened.clock.now().getTime() + 5 * 60_000));

    const { status } = await deliver({});

    expect(status).toBe(200);
    expect(road.taken).toHaveLength(2);
  });

  test('lets nobody in while Microsoft cannot be asked for a key, and everybody when it can again', async () => {
    opened.identity.rotate();
    opened.identity.isDown = true;
    opened.clock.moveTo(new Date(opened.clock.now().getTime() + 5 * 60_000));
    const meanwhile = await deliver({});
    opened.identity.isDown = false;
    opened.clock.moveTo(new Date(opened.clock.now().getTime() + 5 * 60_000));
    const afterwards = await deliver({});

    expect(meanwhile.status).toBe(401);
    expect(afterwards.status).toBe(200);
    expect(road.taken).toHaveLength(1);
  });

  test('answers nothing but what is sent to it', async () => {
    const looked = await fetch(opened.door);
    const headers = looked.headers.get('x-powered-by');

    expect([looked.status, headers]).toEqual([404, null]);
  });

  test('takes no word of a stranger for where to send things', async () => {
    const to = toKnown(opened.connector, opened.channel);
    const { scene } = opened.enter(opened.channel);
    const elsewhere = 'http://127.0.0.1:9/';

    await opened.postman.deliver({
      activity: changedActivity({ ...scene, serviceUrl: elsewhere }, 'added'),
      token: { serviceUrl: scene.serviceUrl },
    });
    await opened.teams.send(to, notice, DeliveryKey.parse('to where it was'));

    expect(road.noticed).toEqual([]);
    expect(opened.connector.world.posts).toHaveLength(1);
  });
});

function fromElsewhere(activity: Activity): Activity {
  const id = makeTenant('Elsewhere');
  const { objectId, id: userId, name } = makeAccount('Mallory', id);
  return {
    ...activity,
    from: { id: userId, name, aadObjectId: objectId },
    conversation: { ...toRecord(activity.conversation), tenantId: id },
    channelData: { tenant: { id } },
  };
}

function withoutTenant({ channelData: _, ...activity }: Activity): Activity {
  const { tenantId: _tenant, ...conversation } = toRecord(activity.conversation);
  return { ...activity, conversation };
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
