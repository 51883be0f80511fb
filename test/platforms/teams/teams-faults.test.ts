// Teams refuses, breaks off or falls silent: what does the road hear of it, and does the message get there once?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import { notice, question } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import type { Fault } from '../../fake/teams-faults.ts';
import type { PlaceState } from '../../fake/teams-world.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenTeams, openTeams, toKnown } from './open-teams.ts';

describe('when Teams refuses', () => {
  let database: Database;
  let opened: OpenTeams;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openTeams({ db: database.db, handle: createRecordingRoad() });
  });
  beforeEach(async () => {
    opened.connector.world.sweep();
    opened.connector.forgetArrivals();
    opened.connector.nextFaults.length = 0;
    for (const place of opened.connector.world.places.values()) place.state = 'open';
    opened.identity.refusesSecret = false;
    await database.db.outerPost.deleteMany();
  });
  afterAll(() => opened.close());

  const known = () => toKnown(opened.connector, opened.channel);
  const send = () => opened.teams.send(known(), question, DeliveryKey.parse('first'));
  const find = () => opened.teams.find(known(), DeliveryKey.parse('first'));
  const countPosts = () => opened.connector.world.posts.filter(({ isDeleted }) => !isDeleted).length;

  const refusals: readonly (readonly [Fault, object])[] = [
    ['unauthorized', { verdict: 'later' }],
    ['precondition', { verdict: 'later' }],
    ['busy', { verdict: 'later', retryAfterMs: 2_000 }],
    ['bad-gateway', { verdict: 'unknown' }],
    ['gateway-timeout', { verdict: 'unknown' }],
    ['accepted-504', { verdict: 'unknown' }],
    ['cut-before', { verdict: 'unknown' }],
    ['cut-after', { verdict: 'unknown' }],
    ['too-big', { verdict: 'permanent', code: 'too-large', isForAll: false }],
    ['not-in-roster', { verdict: 'permanent', isForAll: true }],
    ['writes-blocked', { verdict: 'permanent', isForAll: true }],
    ['disabled-by-admin', { verdict: 'permanent', isForAll: true }],
    ['not-found', { verdict: 'permanent', isForAll: true }],
  ];

  test.each(refusals)('a post that meets "%s" is told as %j', async (fault, refusal) => {
    opened.connector.nextFaults.push(fault);

    await expect(send()).rejects.toMatchObject({ name: 'PlatformError', ...refusal });
  });

  const passing = refusals.filter(([, { verdict }]: readonly [Fault, { verdict?: string }]) => verdict !== 'permanent');

  test.each(passing)('a post that meets "%s" is there once when it is looked for and tried again', async (fault) => {
    opened.connector.nextFaults.push(fault);
    await send().catch(() => {});

    const found = await find();
    const sent = found ?? (await send());

    expect(countPosts()).toBe(1);
    expect(await find()).toEqual(sent);
  });

  test.each(passing)('a post that meets "%s" is there once when it is only tried again', async (fault) => {
    opened.connector.nextFaults.push(fault);
    await send().catch(() => {});

    await send();

    expect(countPosts()).toBe(1);
  });

  test('a slow answer is waited for', async () => {
    opened.connector.nextFaults.push('slow');

    await send();

    expect(countPosts()).toBe(1);
  });

  const states: readonly (readonly [PlaceState, object])[] = [
    ['removed', { verdict: 'permanent', isForAll: true }],
    ['blocked', { verdict: 'permanent', isForAll: true, code: 'blocked' }],
    ['archived', { verdict: 'permanent', isForAll: true }],
    ['deleted', { verdict: 'permanent', isForAll: true }],
  ];

  test.each(states)('a conversation that is %s is refused for all that is sent there', async (state, refusal) => {
    opened.channel.state = state;

    await expect(send()).rejects.toMatchObject(refusal);
  });

  test('an update in a conversation that is gone is not taken for a deleted post', async () => {
    const sent = await send();
    opened.channel.state = 'deleted';

    const updating = opened.teams.update(known(), sent, notice);

    await expect(updating).rejects.toMatchObject({ verdict: 'permanent', isForAll: true });
  });

  test('a token that was revoked is replaced, and the next try arrives', async () => {
    await send();
    await new Promise((resolve) => setTimeout(resolve, 5));
    opened.identity.revoke();

    const to = toKnown(opened.connector, opened.chat);
    const sendThere = () => opened.teams.send(to, notice, DeliveryKey.parse('there'));
    await expect(sendThere()).rejects.toMatchObject({ verdict: 'later' });
    await sendThere();

    expect(countPosts()).toBe(2);
  });

  test('a secret that has run out is told as later, with what to look at', async () => {
    opened.identity.revoke();
    opened.identity.refusesSecret = true;
    await send().catch(() => {});

    await expect(send()).rejects.toMatchObject({
      verdict: 'later',
      message: expect.stringContaining('TEAMS_CLIENT_ID'),
    });
  });

  test('each conversation is reached at its own service URL, and nowhere else', async () => {
    const { connector, teams, chat } = opened;
    const elsewhere = toKnown(connector, { ...chat, region: 'emea' });

    await teams.send(toKnown(connector, chat), notice, DeliveryKey.parse('at home'));

    await expect(teams.send(elsewhere, notice, DeliveryKey.parse('elsewhere'))).rejects.toMatchObject({
      isForAll: true,
    });
    expect(countPosts()).toBe(1);
  });
});
