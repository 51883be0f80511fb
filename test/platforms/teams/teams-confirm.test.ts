// What becomes of a message when nobody heard whether it arrived?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import type { Conversation } from '../../../src/platform.ts';
import { notice } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenTeams, openTeams, toKnown } from './open-teams.ts';

const key = DeliveryKey.parse('delivery');

describe('a message whose end nobody heard', () => {
  let database: Database;
  let opened: OpenTeams;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openTeams({ db: database.db, handle: createRecordingRoad() });
  });
  beforeEach(async () => {
    opened.connector.world.sweep();
    opened.connector.forgetArrivals();
    await database.db.outerPost.deleteMany();
  });
  afterAll(() => opened.close());

  const countPosts = () => opened.connector.world.posts.length;
  const send = (to: Conversation) => opened.teams.send(to, notice, key);
  const readable = () => toKnown(opened.connector, opened.channel);
  /** Graph knows no team of this id, as it shows none whose members did not let the app read. */
  const unreadable = (): Conversation => {
    const { address, ...to } = readable();
    const { groupId: _, ...rest } = Object(address);
    return { ...to, address: rest };
  };

  test.each(['cut-after', 'accepted-504'] as const)(
    'and that arrived (%s) is found, and not sent again',
    async (fault) => {
      opened.connector.nextFaults.push(fault);
      await expect(send(readable())).rejects.toThrow();

      const found = await opened.teams.find(readable(), key);
      const again = await send(readable());

      expect(found).toEqual(again);
      expect(countPosts()).toBe(1);
    },
  );

  test.each(['cut-before', 'gateway-timeout'] as const)('and that did not (%s) is sent', async (fault) => {
    opened.connector.nextFaults.push(fault);
    await expect(send(readable())).rejects.toThrow();

    const found = await opened.teams.find(readable(), key);
    await send(readable());

    expect(found).toBeUndefined();
    expect(countPosts()).toBe(1);
  });

  test('where nobody may look, is not sent again, until somebody who was told of it asks for it', async () => {
    opened.connector.nextFaults.push('cut-after');
    await expect(send(unreadable())).rejects.toMatchObject({ verdict: 'unknown' });

    const unconfirmed = { verdict: 'permanent', code: 'unconfirmed' };
    await expect(opened.teams.find(unreadable(), key)).rejects.toMatchObject(unconfirmed);
    await expect(send(unreadable())).rejects.toMatchObject(unconfirmed);
    expect(countPosts()).toBe(1);
    opened.clock.moveTo(new Date(opened.clock.now().getTime() + 6 * 60_000));

    expect(await opened.teams.find(unreadable(), key)).toBeUndefined();
    await send(unreadable());
    expect(countPosts()).toBe(2);
  });

  test("where nobody may look, a gateway's word is taken, as Microsoft says", async () => {
    opened.connector.nextFaults.push('bad-gateway');
    await expect(send(unreadable())).rejects.toMatchObject({ verdict: 'unknown' });

    await send(unreadable());

    expect(countPosts()).toBe(1);
  });

  test.each(['unauthorized', 'precondition', 'busy'] as const)('is none where Teams said no (%s)', async (fault) => {
    opened.connector.nextFaults.push(fault);

    await expect(send(unreadable())).rejects.toMatchObject({ verdict: 'later' });

    expect(await database.db.outerPost.count()).toBe(0);
    await send(unreadable());
    expect(countPosts()).toBe(1);
  });

  test('is none where Microsoft gives no token: it never left the house', async () => {
    opened.identity.refusesSecret = true;
    opened.clock.moveTo(new Date(opened.clock.now().getTime() + 2 * 60 * 60_000));

    await expect(send(unreadable())).rejects.toMatchObject({ verdict: 'later', code: 'no-token' });

    opened.identity.refusesSecret = false;
    await send(unreadable());
    expect(countPosts()).toBe(1);
  });
});
