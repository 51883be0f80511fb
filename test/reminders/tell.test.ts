// Many occurrences are told together: does each come out as if it had been told alone?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { PlatformError } from '../../src/errors.ts';
import { tellBatch } from '../../src/reminders/tell.ts';
import { tellTrouble } from '../../src/reminders/tell-trouble.ts';
import { testCounty } from '../fake/county.ts';
import { aDate } from '../fake/fake-topic.ts';
import { openTestRoad, type TestRoad } from '../fake/road.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';

const [alby] = testCounty.members;
const COORDINATOR = 'Samordnare, Länsstyrelsen';

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

  const listStates = async () =>
    (await database.db.occurrence.findMany({ orderBy: { dueAt: 'asc' }, select: { state: true } })).map(
      ({ state }) => state,
    );

  /** As two workers may happen to take them: the newest first. */
  async function tellOneByOne(): Promise<void> {
    const queued = await database.db.occurrence.findMany({ where: { state: 'queued' }, orderBy: { dueAt: 'desc' } });
    for (const { id } of queued) await tellBatch(road.house.road, [{ occurrence: id }]);
  }

  test('of what was missed for weeks only the newest is told, in whatever order the workers take them', async () => {
    road.topic.plan = [aDate('2026-03-05'), aDate('2026-03-12'), aDate('2026-03-19')];
    await road.plan();
    await database.db.occurrence.updateMany({ data: { state: 'queued' } });
    road.clock.moveTo(new Date('2026-03-19T12:00:00Z'));

    await tellOneByOne();

    expect(await listStates()).toEqual(['dropped', 'dropped', 'told']);
  });

  test('one that cannot be told keeps no other from being told, and is told once it can be', async () => {
    road.topic.plan = [aDate('2026-03-05', { step: 'a' }), aDate('2026-03-05', { step: 'b' })];
    await road.plan();
    const compose = road.topic.message;
    road.topic.message = async (db, due, language) => {
      if (due.step === 'a') throw new Error('no such call');
      return compose(db, due, language);
    };
    await road.goTo('2026-03-05T08:00:00Z').catch(() => {});
    const first = await listStates();

    road.topic.message = compose;
    await road.goTo('2026-03-05T08:00:05Z');

    expect(first.toSorted()).toEqual(['queued', 'told']);
    expect(await listStates()).toEqual(['told', 'told']);
    expect(road.told()).toHaveLength(8);
  });

  test('an escalation counts the nudge that was told together with it', async () => {
    road.topic.plan = [
      aDate('2026-03-05'),
      aDate('2026-03-10', { step: 'nudge', kind: 'nudge' }),
      aDate('2026-03-10', { step: 'escalate', kind: 'escalation' }),
    ];
    await road.plan();
    await road.goTo('2026-03-05T08:00:00Z');

    await road.goTo('2026-03-10T08:00:00Z');

    const escalation = road.platform.posts.find(({ message }) => message.title.includes('har inte svarat'));
    expect(escalation?.message.parts[0]).toMatchObject({ text: expect.stringContaining('1') });
  });

  test('the coordinator is told of a failure once, also when the promise to tell is kept twice', async () => {
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    road.platform.refuse = ({ to }) =>
      to.name === alby.name ? new PlatformError('no', { verdict: 'permanent', code: 'archived' }) : undefined;
    const jobs: unknown[] = [];
    await road.house.road.queue.work('trouble', { workers: 1, batchSize: 10, pollSeconds: 1 }, async (batch) => {
      jobs.push(...batch);
      await tellTrouble(road.house.road, batch);
    });
    await road.goTo('2026-03-05T08:00:00Z');

    await tellTrouble(road.house.road, jobs);
    await road.goTo('2026-03-05T08:00:10Z');

    expect(jobs).toHaveLength(1);
    expect(road.told().filter((name) => name === COORDINATOR)).toEqual([COORDINATOR]);
  });

  test('a notice of failure that fails itself is not told of in turn', async () => {
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    await database.db.person.updateMany({ where: { id: alby.colleagueId }, data: { roles: ['coordinator'] } });
    // One coordinator after the other turns out to be out of reach, so that each could be told of the other.
    const tried = new Set<string>();
    road.platform.refuse = ({ to, key }) => {
      const verdict = to.name === COORDINATOR || tried.has(key) ? 'permanent' : 'later';
      tried.add(key);
      return new PlatformError('no', { verdict, code: 'archived' });
    };

    for (let minute = 10; minute < 30; minute++) await road.goTo(`2026-03-05T08:${minute}:00Z`);

    const states = await database.db.delivery.groupBy({ by: ['state'], _count: true });
    expect(states).toEqual([{ state: 'failed', _count: 6 }]);
  });
});
