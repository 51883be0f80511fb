// What is told while a conversation is paused waits for it: once open again, it gets what is still of use.
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { KnownConversation } from '../../src/directory/conversation.ts';
import { dropNulls } from '../../src/directory/rows.ts';
import { reviveConversation } from '../../src/reminders/revive.ts';
import { testCounty } from '../fake/county.ts';
import { aDate } from '../fake/fake-topic.ts';
import { openTestRoad, type TestRoad } from '../fake/road.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';

const [alby] = testCounty.members;

describeOnDatabase((open) => {
  let database: Database;
  let road: TestRoad;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyTables(database);
    road = await openTestRoad(database);
  });

  type Whose = { readonly groupId: string } | { readonly personId: string };
  const group: Whose = { groupId: testCounty.group };
  const member: Whose = { personId: alby.personId };

  const findPlace = (whose: Whose) => database.db.conversation.findFirstOrThrow({ where: whose });
  const pause = (whose: Whose) =>
    database.db.conversation.updateMany({ where: whose, data: { state: 'paused', reason: 'archived' } });
  async function reopen(whose: Whose): Promise<void> {
    const row = await findPlace(whose);
    const known = KnownConversation.parse(dropNulls({ ...row, state: null, reason: null, changedAt: null }));
    await database.transaction((tx) => reviveConversation(road.house.road, tx, known));
  }
  async function toldTo(whose: Whose): Promise<readonly string[]> {
    const { id } = await findPlace(whose);
    return road.platform.posts
      .filter(({ to }) => to.id === id)
      .map(({ key }) => key.split(':').at(-1)?.slice(0, 10) ?? '');
  }

  test.each([
    ['a group', group],
    ['a member who is reached nowhere else', member],
  ])('%s gets it once their conversation is open again, and not before', async (_who, whose) => {
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    await pause(whose);

    await road.goTo('2026-03-05T08:00:00Z');
    const before = await toldTo(whose);
    await reopen(whose);
    await road.goTo('2026-03-06T08:00:00Z');

    expect(before).toEqual([]);
    expect(await toldTo(whose)).toEqual(['2026-03-05']);
  });

  test('of all that was told meanwhile, only the newest comes', async () => {
    road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-12'), aDate('2026-03-19')];
    await road.plan();
    await pause(group);

    for (const day of ['05', '12', '19']) await road.goTo(`2026-03-${day}T08:00:00Z`);
    await reopen(group);
    await road.goTo('2026-03-20T08:00:00Z');

    expect(await toldTo(group)).toEqual(['2026-03-19']);
  });

  test('what is of no use any more never comes, and waits for nothing', async () => {
    road.topic.plan = [aDate('2026-03-05', { usefulTo: new Date('2026-03-06T08:00:00Z') })];
    await road.plan();
    await pause(group);

    await road.goTo('2026-03-05T08:00:00Z');
    const { id: conversationId } = await findPlace(group);
    const listStates = async () =>
      (await database.db.delivery.findMany({ where: { conversationId } })).map(({ state }) => state);
    const atFirst = await listStates();
    await road.goTo('2026-03-07T08:00:00Z');
    const later = await listStates();
    await reopen(group);
    await road.goTo('2026-03-08T08:00:00Z');

    expect([atFirst, later]).toEqual([['waiting'], ['cancelled']]);
    expect(await toldTo(group)).toEqual([]);
  });

  test('whoever is reached elsewhere too is reached there, and once', async () => {
    const own = await findPlace(member);
    await database.db.conversation.create({
      data: { ...own, id: 'teams/a:alby', platform: 'teams', address: {}, state: 'paused', reason: 'blocked' },
    });
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();

    await road.goTo('2026-03-05T08:00:00Z');

    expect(road.told().filter((name) => name === own.name)).toHaveLength(1);
    expect(await database.db.delivery.count({ where: { conversationId: 'teams/a:alby' } })).toBe(0);
  });
});
