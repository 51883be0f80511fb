// A coordinator pauses, cancels or moves a reminder at the very moment it is being handed out, told or sent.
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { PlatformError } from '../../src/errors.ts';
import { cancelIn, pauseIn, resumeIn, steer } from '../../src/reminders/steer.ts';
import { aDate, subject } from '../fake/fake-topic.ts';
import { createGate } from '../fake/gate.ts';
import { openTestRoad, type TestRoad } from '../fake/road.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { until } from '../fake/until.ts';

const call = { ...subject, topic: 'call' as const };

describeOnDatabase((open) => {
  let database: Database;
  let road: TestRoad;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyTables(database);
    road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
  });

  /** Four messages are with a platform that is about to refuse them all for now. */
  async function beginToPutOff() {
    const gate = createGate();
    road.platform.whileSending = async () => {
      await gate.opened;
      throw new PlatformError('busy', { verdict: 'later', code: '429' });
    };
    const sending = road.goTo('2026-03-05T08:00:00Z');
    await until(async () => (await database.db.delivery.count({ where: { state: 'sending' } })) === 4);
    return async () => {
      gate.open();
      await sending;
      road.platform.whileSending = undefined;
    };
  }

  test('what is cancelled while the platform puts it off does not come back', async () => {
    const putOff = await beginToPutOff();

    const cancelling = steer(database, call, (tx) => cancelIn(tx, call));
    await wait(50);
    await putOff();
    await cancelling;
    await road.goTo('2026-03-05T09:00:00Z');

    expect(road.told()).toEqual([]);
  });

  test('what is paused while the platform puts it off comes back when the pause ends, not before', async () => {
    const putOff = await beginToPutOff();

    const pausing = steer(database, call, (tx) => pauseIn(tx, call, road.clock.now()));
    await wait(50);
    await putOff();
    await pausing;
    await road.goTo('2026-03-05T09:00:00Z');
    const paused = road.told();
    await database.transaction((tx) => resumeIn(tx, call, road.clock.now()));
    await road.goTo('2026-03-05T09:00:10Z');

    expect(paused).toEqual([]);
    expect(road.told()).toHaveLength(4);
  });

  test('a pause that ends while a message is being sent does not send it a second time', async () => {
    const gate = createGate();
    road.platform.whileSending = () => gate.opened;
    const sending = road.goTo('2026-03-05T08:00:00Z');
    await until(async () => (await database.db.delivery.count({ where: { state: 'sending' } })) === 4);

    const pausing = steer(database, call, (tx) => pauseIn(tx, call, road.clock.now()));
    await until(async () => (await database.db.delivery.count({ where: { state: 'held' } })) === 4);
    await database.transaction((tx) => resumeIn(tx, call, road.clock.now()));
    road.clock.moveTo(new Date('2026-03-05T08:00:10Z'));
    const states = await database.db.delivery.groupBy({ by: ['state'] });
    gate.open();
    await Promise.all([pausing, sending]);
    await road.goTo('2026-03-05T08:01:00Z');

    expect(states).toEqual([{ state: 'sending' }]);
    expect(road.told()).toHaveLength(4);
  });

  test('nothing is sent after a pause returns that began while a reminder was being told', async () => {
    const [reached, gate] = [createGate(), createGate()];
    const compose = road.topic.message;
    road.topic.message = async (...asked) => {
      reached.open();
      await gate.opened;
      return compose(...asked);
    };
    const telling = road.goTo('2026-03-05T08:00:00Z');
    await reached.opened;

    const pausing = steer(database, call, (tx) => pauseIn(tx, call, road.clock.now()));
    await wait(100);
    gate.open();
    await pausing;
    const sentByThen = road.told().length;
    await telling;
    await road.goTo('2026-03-05T09:00:00Z');

    expect(road.told()).toHaveLength(sentByThen);
  });

  test('a reminder paused in its last seconds is told as soon as the pause ends', async () => {
    await road.goTo('2026-03-05T07:59:55Z');

    await steer(database, call, (tx) => pauseIn(tx, call, road.clock.now()));
    await road.goTo('2026-03-05T08:00:00Z');
    const paused = road.told();
    await database.transaction((tx) => resumeIn(tx, call, road.clock.now()));
    await road.goTo('2026-03-05T08:00:10Z');

    expect(paused).toEqual([]);
    expect(road.told()).toHaveLength(4);
  });

  test('a reminder put off in its last seconds is told at its new time only', async () => {
    await road.goTo('2026-03-05T07:59:55Z');

    road.topic.plan = [aDate('2026-03-05', { at: new Date('2026-03-05T14:00:00Z') })];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');
    const early = road.told();
    await road.goTo('2026-03-05T14:00:00Z');

    expect(early).toEqual([]);
    expect(road.told()).toHaveLength(4);
  });
});
