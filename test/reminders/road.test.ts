// From a date to a post, a nudge and an escalation: does the road keep its promises?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { cancelIn, pauseIn, resumeIn, steer } from '../../src/reminders/steer.ts';
import { testCounty } from '../fake/county.ts';
import { aDate, subject } from '../fake/fake-topic.ts';
import { openTestRoad } from '../fake/road.ts';
import { describeEachDatabase, emptyTables } from '../fake/test-database.ts';

const [alby, beby, ceby] = testCounty.members;
const members = testCounty.members.map(({ name }) => name);
const everybody = ['Beredningsgruppen', ...members].toSorted();
const call = { ...subject, topic: 'call' as const };

describeEachDatabase((open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => emptyTables(database));

  test('a date comes due once, at its time, in every conversation of its audience', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();

    await road.goTo('2026-03-05T07:59:00Z');
    const early = road.told();
    await road.goTo('2026-03-05T08:00:00Z');
    await road.goTo('2026-03-05T08:00:05Z');

    expect(early).toEqual([]);
    expect(road.told().toSorted()).toEqual(everybody);
  });

  test('planning again, and planning ahead, change nothing', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-12')];
    await road.plan();
    const before = await database.db.occurrence.findMany({ orderBy: { key: 'asc' } });

    await road.plan();
    await road.goTo('2026-03-01T08:20:00Z');

    expect(await database.db.occurrence.findMany({ orderBy: { key: 'asc' } })).toEqual(before);
  });

  test('a deadline that moves takes its untold dates along and leaves the told ones', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05', { step: '-14' }), aDate('2026-03-12', { step: '-7' })];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');

    road.topic.plan = [aDate('2026-03-12', { step: '-14' }), aDate('2026-03-19', { step: '-7' })];
    await road.plan();
    await road.goTo('2026-03-30T08:00:00Z');

    const states = await database.db.occurrence.findMany({
      orderBy: { key: 'asc' },
      select: { key: true, state: true },
    });
    expect(states.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'call:testlan/sak:-14:2026-03-05 told',
      'call:testlan/sak:-14:2026-03-12 dropped',
      'call:testlan/sak:-7:2026-03-12 moved',
      'call:testlan/sak:-7:2026-03-19 told',
    ]);
  });

  test('a deadline that moves takes its question along, and opens it again', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    await road.goTo('2026-04-14T22:00:00Z');

    road.topic.closesAt = new Date('2026-04-30T21:59:00Z');
    await road.plan();
    const answer = await road.press(alby.personId, { coming: 'yes' });

    expect(answer).toMatchObject({ kind: 'receipt' });
  });

  test('only those who have not answered are nudged, then convener and coordinator are told who', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [
      aDate('2026-03-05'),
      aDate('2026-03-10', { kind: 'nudge' }),
      aDate('2026-03-16', { kind: 'escalation' }),
    ];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    await road.press(alby.personId, { coming: 'yes' });
    road.platform.posts.length = 0;

    await road.goTo('2026-03-10T08:00:00Z');
    const nudged = road.told().toSorted();
    await road.press(beby.personId, { coming: 'no' });
    road.platform.posts.length = 0;
    await road.goTo('2026-03-16T08:00:00Z');

    expect(nudged).toEqual([beby.name, ceby.name]);
    expect(road.told()).toEqual(['Samordnare, Länsstyrelsen']);
    expect(road.platform.posts[0]?.message.title).toBe('1 av 3 har inte svarat: Kommer du på torsdag?');
    expect(road.platform.posts[0]?.message.parts).toContainEqual({
      kind: 'list',
      title: 'Har inte svarat',
      items: [ceby.name],
    });
  });

  test('when all have answered, nobody is nudged and nobody is told', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [
      aDate('2026-03-05'),
      aDate('2026-03-10', { kind: 'nudge' }),
      aDate('2026-03-16', { kind: 'escalation' }),
    ];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    for (const { personId } of testCounty.members) await road.press(personId, { coming: 'yes' });
    road.platform.posts.length = 0;

    await road.goTo('2026-03-10T08:00:00Z');
    await road.goTo('2026-03-16T08:00:00Z');

    expect(road.told()).toEqual([]);
  });

  test('where the organisation answers once, a colleague of one who answered is not nudged', async () => {
    const road = await openTestRoad(database);
    road.topic.answerPer = 'organisation';
    road.topic.recipients.push({
      kind: 'person',
      personId: alby.colleagueId,
      organisationId: alby.organisationId,
      isAsked: true,
    });
    road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-10', { kind: 'nudge' })];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    await road.press(alby.personId, { coming: 'yes' });
    road.platform.posts.length = 0;

    await road.goTo('2026-03-10T08:00:00Z');

    expect(road.told().toSorted()).toEqual([beby.name, ceby.name]);
  });

  test("the group's card and the answerer's own show the new state, nobody else's is touched", async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');

    await road.press(alby.personId, { coming: 'yes' });
    await road.goTo('2026-03-05T08:01:00Z');

    const changed = road.platform.updates.map(({ sent }) => `${sent.ref}`.split('>')[1]).toSorted();
    expect(changed).toEqual([`room/${alby.personId}`, `room/${testCounty.group}`]);
    expect(road.platform.updates[0]?.message.parts).toEqual([{ kind: 'progress', text: '', answered: 1, asked: 3 }]);
  });

  test('at the close every card loses its question, and later answers are refused', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');

    await road.goTo('2026-04-14T22:00:00Z');
    const answer = await road.press(alby.personId, { coming: 'yes' });

    expect(road.platform.updates).toHaveLength(4);
    expect(road.platform.updates.every(({ message }) => message.question === undefined)).toBe(true);
    expect(answer).toMatchObject({ kind: 'note' });
    expect(await database.db.reply.count()).toBe(0);
  });

  test('at the close older cards lose their question too, once the newest ones have', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-12')];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    await road.goTo('2026-03-12T08:00:00Z');

    await road.goTo('2026-04-14T22:00:00Z');
    const atOnce = road.platform.updates.length;
    await road.goTo('2026-04-14T22:00:05Z');

    const changed = road.platform.updates.map(({ sent }) => /(2026-03-\d\d)>/.exec(`${sent.ref}`)?.[1]);
    expect(atOnce).toBe(4);
    expect(changed.toSorted()).toEqual([...Array(4).fill('2026-03-05'), ...Array(4).fill('2026-03-12')]);
    expect(new Set(changed.slice(0, 4))).toEqual(new Set(['2026-03-12']));
    expect(road.platform.updates.every(({ message }) => message.question === undefined)).toBe(true);
  });

  test('while a question is open, only the newest card in each conversation is kept up to date', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-12')];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    await road.goTo('2026-03-12T08:00:00Z');

    await road.press(alby.personId, { coming: 'yes' });
    await road.goTo('2026-03-12T08:01:00Z');

    expect(road.platform.updates).toHaveLength(2);
    expect(road.platform.updates.every(({ sent }) => `${sent.ref}`.includes(':2026-03-12>'))).toBe(true);
  });

  test('what is not asked any more closes, also for whoever was asked', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');

    road.topic.asks = async () => undefined;
    await road.plan();
    const answer = await road.press(alby.personId, { coming: 'yes' });
    await road.goTo('2026-03-05T08:01:00Z');

    expect(answer).toMatchObject({ kind: 'note' });
    expect(road.platform.updates).toHaveLength(4);
    expect(await database.db.reply.count()).toBe(0);
  });

  describe('after a standstill', () => {
    const ladder = [aDate('2026-03-05'), aDate('2026-03-12'), aDate('2026-03-19')];

    test('of an hour, what was missed is simply sent', async () => {
      const road = await openTestRoad(database);
      road.topic.plan = ladder;
      await road.plan();

      await road.goTo('2026-03-05T09:00:00Z');

      expect(road.told()).toHaveLength(4);
    });

    test('of two weeks, only the newest of the missed is sent', async () => {
      const road = await openTestRoad(database);
      road.topic.plan = ladder;
      await road.plan();

      await road.goTo('2026-03-19T12:00:00Z');

      expect(road.told()).toHaveLength(4);
      const told = await database.db.occurrence.findMany({ where: { state: 'told' }, select: { localDate: true } });
      expect(told).toEqual([{ localDate: '2026-03-19' }]);
    });

    test('of sixty days, what has lost its point is not sent at all', async () => {
      const road = await openTestRoad(database);
      road.topic.plan = ladder.map((planned) => ({ ...planned, usefulTo: new Date('2026-04-01T00:00:00Z') }));
      await road.plan();

      await road.goTo('2026-05-05T08:00:00Z');

      expect(road.told()).toEqual([]);
    });

    test('a kind that is to be sent is sent late, one that is to be dropped is dropped', async () => {
      const road = await openTestRoad(database);
      road.topic.plan = [
        aDate('2026-03-05', { step: 'send', whenLate: 'send' }),
        aDate('2026-03-06', { step: 'drop', whenLate: 'drop' }),
      ];
      await road.plan();

      await road.goTo('2026-03-20T08:00:00Z');

      const told = await database.db.occurrence.findMany({ where: { state: 'told' }, select: { step: true } });
      expect(told).toEqual([{ step: 'send' }]);
    });
  });

  describe('a coordinator', () => {
    test('pauses a subject, and what was missed meanwhile is told as after a standstill', async () => {
      const road = await openTestRoad(database);
      road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-12')];
      await road.plan();

      await steer(database, call, (tx) => pauseIn(tx, call, road.clock.now()));
      await road.goTo('2026-03-12T12:00:00Z');
      const paused = road.told();
      await database.transaction((tx) => resumeIn(tx, call, road.clock.now()));
      await road.goTo('2026-03-12T12:00:10Z');

      expect(paused).toEqual([]);
      expect(road.told()).toHaveLength(4);
    });

    test('cancels a series in the middle of a send: nothing is sent after the cancel returns', async () => {
      const road = await openTestRoad(database);
      road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-12')];
      await road.plan();
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      road.platform.whileSending = () => held;
      const sending = road.goTo('2026-03-05T08:00:00Z');
      await waitUntil(async () => (await database.db.delivery.count({ where: { state: 'sending' } })) === 4);

      const cancelling = steer(database, call, (tx) => cancelIn(tx, call));
      letGo();
      await cancelling;
      const sentByThen = road.told().length;
      await sending;
      await road.goTo('2026-03-12T08:00:00Z');

      expect(sentByThen).toBe(4);
      expect(road.told()).toHaveLength(4);
      expect(await database.db.occurrence.count({ where: { state: 'cancelled' } })).toBe(1);
    });

    test('cancels one occurrence, and planning again does not bring it back', async () => {
      const road = await openTestRoad(database);
      road.topic.plan = [aDate('2026-03-05', { step: '-14' }), aDate('2026-03-12', { step: '-7' })];
      await road.plan();

      const cancelled = await steer(database, call, (tx) => cancelIn(tx, call, '-14'));
      await road.plan();
      await road.goTo('2026-03-06T08:00:00Z');
      const afterCancelled = road.told().length;
      await road.goTo('2026-03-12T08:00:00Z');

      expect(cancelled).toBe(1);
      expect(afterCancelled).toBe(0);
      expect(road.told()).toHaveLength(4);
    });
  });

  test('nothing of another county is reached, even by a wrong id', async () => {
    const road = await openTestRoad(database);
    await database.db.conversation.update({
      where: { id: `room/${alby.personId}` },
      data: { countyId: 'annatlan' },
    });
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();

    await road.goTo('2026-03-05T08:00:00Z');

    expect(road.told()).not.toContain(alby.name);
  });
});

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
