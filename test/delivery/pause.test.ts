// A conversation that takes nothing any more is left alone, and goes on where it should when it is open again.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import { KnownConversation } from '../../src/directory/conversation.ts';
import { PlatformError } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { reviveConversation } from '../../src/reminders/revive.ts';
import { settleCounty, testCounty } from '../fake/county.ts';
import { createFakePlatform } from '../fake/fake-platform.ts';
import { COUNTY, createOutbox, type Outbox, START } from '../fake/outbox.ts';
import { describeEachDatabase, emptyTables } from '../fake/test-database.ts';

const HOUR = 3_600_000;
const archived = () => new PlatformError('archived', { verdict: 'permanent', code: 'archived', isForAll: true });

describeEachDatabase((open) => {
  let database: Database;
  let outbox: Outbox;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyTables(database);
    outbox = createOutbox(database);
  });

  const place = (id = 'channel-0000') =>
    database.db.conversation.findUniqueOrThrow({ where: { id }, select: { state: true, reason: true } });

  async function reopen(id = 'channel-0000'): Promise<void> {
    const { countyId, platform, kind, name, address } = await database.db.conversation.findUniqueOrThrow({
      where: { id },
    });
    const known = KnownConversation.parse({ id, countyId, platform, kind, name, address });
    const road = { ...outbox.room, topics: createTopics() };
    await database.transaction((tx) => reviveConversation(road, tx, known));
  }

  test('a refusal for all pauses the conversation, and nothing more is tried there', async () => {
    const platform = createFakePlatform();
    const tried: string[] = [];
    await outbox.fill({ conversations: 2 });
    platform.refuse = ({ to }) => {
      tried.push(to.id);
      return to.id === 'channel-0000' ? archived() : undefined;
    };
    await outbox.run(platform);

    await outbox.fill({ conversations: 2, occurrences: 2 });
    await outbox.run(platform);

    expect(await place()).toEqual({ state: 'paused', reason: 'archived' });
    expect(await place('channel-0001')).toEqual({ state: 'active', reason: null });
    expect(tried.filter((id) => id === 'channel-0000')).toHaveLength(1);
    expect(await outbox.states()).toEqual({ failed: 1, sent: 3, waiting: 2 });
    expect(outbox.failed).toHaveLength(1);
    expect(outbox.paused).toEqual(['channel-0000']);
  });

  test('a refusal of one message alone pauses nothing', async () => {
    const platform = createFakePlatform();
    await outbox.fill({ occurrences: 2 });
    platform.refuse = () => new PlatformError('too large', { verdict: 'permanent', code: 'too-large' });

    await outbox.run(platform);

    expect(await place()).toEqual({ state: 'active', reason: null });
    expect(outbox.paused).toEqual([]);
  });

  test('several messages that are refused at once pause it once', async () => {
    const platform = createFakePlatform();
    await outbox.fill({ occurrences: 3 });
    platform.refuse = archived;

    await outbox.run(platform);

    expect(await outbox.states()).toEqual({ failed: 3 });
    expect(outbox.paused).toEqual(['channel-0000']);
  });

  test('an update that is refused for all pauses it too, and the post stays as it stands', async () => {
    const platform = createFakePlatform();
    await outbox.fill();
    await outbox.run(platform);
    await outbox.change('1 av 3');
    platform.refuseUpdate = () =>
      new PlatformError('no such channel', { verdict: 'permanent', code: 'gone', isForAll: true });

    await outbox.run(platform);

    expect(await place()).toEqual({ state: 'paused', reason: 'gone' });
    expect(await outbox.states()).toEqual({ sent: 1 });
    expect(platform.posts).toHaveLength(1);
  });

  test('a refusal from before it was opened again pauses nothing', async () => {
    const platform = createFakePlatform();
    await outbox.fill();
    platform.whileSending = async () => {
      outbox.clock.moveTo(new Date(START.getTime() + 1000));
      await reopen();
      throw archived();
    };

    await deliver(outbox.room, platform);

    expect(await place()).toEqual({ state: 'active', reason: null });
  });

  describe('opened again', () => {
    async function pause(occurrences: number): Promise<void> {
      const platform = createFakePlatform();
      await outbox.fill({ occurrences });
      platform.refuse = archived;
      await outbox.run(platform);
    }

    test('it gets what it was paused with, and what waited', async () => {
      const platform = createFakePlatform();
      await pause(1);
      await outbox.fill({ title: 'Väntade' });

      await reopen();
      await outbox.run(platform);

      expect(platform.posts.map(({ message }) => message.title).toSorted()).toEqual(['Möte på torsdag', 'Väntade']);
      expect(await outbox.states()).toEqual({ sent: 2 });
    });

    test('it gets nothing that is of no use any more', async () => {
      const platform = createFakePlatform();
      await pause(1);
      await outbox.fill();
      await database.db.occurrence.updateMany({ data: { usefulTo: new Date(START.getTime() + HOUR) } });

      outbox.clock.moveTo(new Date(START.getTime() + 2 * HOUR));
      await reopen();
      await outbox.run(platform);

      expect(platform.posts).toEqual([]);
      expect(await outbox.states()).toEqual({ cancelled: 1, failed: 1 });
    });

    test('of a flood it gets the newest of each subject, and none whose moment has passed', async () => {
      const platform = createFakePlatform();
      await outbox.fill();
      await database.db.conversation.updateMany({ data: { state: 'paused', reason: 'removed' } });
      await outbox.fill({ occurrences: 3 });
      const rows = await database.db.occurrence.findMany({ orderBy: { id: 'asc' } });
      for (const [at, { id }] of rows.entries()) {
        const late = at === 0 ? 'drop' : 'summarise';
        const dueAt = new Date(START.getTime() + at * 60_000);
        await database.db.occurrence.update({ where: { id }, data: { late, dueAt } });
      }

      outbox.clock.moveTo(new Date(START.getTime() + 48 * HOUR));
      await reopen();
      await outbox.run(platform);

      expect(platform.posts).toHaveLength(1);
      expect(platform.posts[0]?.key).toContain(rows.at(-1)?.key);
    });
  });

  test('the coordinator is told within minutes, of the message and of the conversation, once', async () => {
    await settleCounty(database, 'room');
    const [teams, room] = [createFakePlatform(), createFakePlatform({ name: 'room' })];
    const road = { ...outbox.room, log: silentLog, topics: createTopics() };
    await openHouse(road, [teams, room], () => 0);
    await outbox.fill({ occurrences: 2 });
    teams.refuse = archived;

    await outbox.queue.drain(START);
    const waiting = await database.db.delivery.count({ where: { state: 'waiting' } });
    await database.transaction((tx) => outbox.queue.enqueue(tx, [{ queue: 'deliver-teams', data: {} }]));
    await outbox.queue.drain(START);
    await outbox.queue.drain(new Date(START.getTime() + 5 * 60_000));

    expect(waiting).toBe(2);
    expect(COUNTY).toBe(testCounty.id);
    expect(room.posts.map(({ to, message }) => `${to.name}: ${message.title}`)).toEqual([
      'Samordnare, Länsstyrelsen: 2 meddelanden kom inte fram',
    ]);
    expect(JSON.stringify(room.posts[0]?.message)).toContain('Kanal channel-0000 — arkiverat');
  });
});
