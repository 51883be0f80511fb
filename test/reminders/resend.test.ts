// Do the states of a delivery log add up to its recipients, and does only what failed go out again?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../src/database/open.ts';
import { listDeliveryLog, retryFailed } from '../../src/delivery/resend-store.ts';
import { PlatformError, type Verdict } from '../../src/errors.ts';
import { pauseIn, resumeIn, steer } from '../../src/reminders/steer.ts';
import { testCounty } from '../fake/county.ts';
import { aDate, subject } from '../fake/fake-topic.ts';
import { openTestRoad } from '../fake/road.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';

const which = { countyId: testCounty.id, occurrenceKey: 'call:testlan/sak:2026-03-05:2026-03-05' };

describeOnDatabase((open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => emptyTables(database));
  const resend = (those: typeof which, now: Date) => database.transaction((tx) => retryFailed(tx, those, now));

  test('what failed is sent again, and what was sent is not', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    road.platform.refuse = ({ to }) =>
      to.name.includes('beby') ? new PlatformError('no', { verdict: 'permanent', code: 'blocked' }) : undefined;
    await road.goTo('2026-03-05T08:00:00Z');
    const first = road.told().filter((name) => name !== 'Samordnare, Länsstyrelsen');
    road.platform.refuse = undefined;
    road.platform.posts.length = 0;

    const retried = await resend(which, road.clock.now());
    await road.goTo('2026-03-05T08:01:00Z');

    expect(first).toHaveLength(3);
    expect(retried).toEqual({ again: 1, outdated: 0, paused: 0 });
    expect(road.told()).toEqual(['Integrationssamordnare, beby kommun']);
  });

  test('what is too late to be of use is left, and counted; word of what did not arrive is never too late', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05', { usefulTo: new Date('2026-03-06T00:00:00Z') })];
    await road.plan();
    road.platform.refuse = () => new PlatformError('no', { verdict: 'permanent', code: 'blocked' });
    await road.goTo('2026-03-05T08:00:00Z');
    road.platform.refuse = undefined;
    const failed = await database.db.delivery.count({ where: { state: 'failed' } });
    const word = await database.db.occurrence.findFirstOrThrow({ where: { topic: 'trouble' } });
    await road.goTo('2026-03-07T08:00:00Z');

    const late = await resend(which, road.clock.now());
    const told = await resend({ ...which, occurrenceKey: word.key }, road.clock.now());
    await road.goTo('2026-03-07T08:01:00Z');

    expect(late).toEqual({ again: 0, outdated: 4, paused: 0 });
    expect(told).toEqual({ again: failed - 4, outdated: 0, paused: 0 });
    expect(road.told()).toEqual(['Samordnare, Länsstyrelsen']);
  });

  test('what is paused is left, and sent again once it goes on', async () => {
    const road = await openTestRoad(database);
    road.topic.plan = [aDate('2026-03-05')];
    await road.plan();
    road.platform.refuse = () => new PlatformError('no', { verdict: 'permanent', code: 'blocked' });
    await road.goTo('2026-03-05T08:00:00Z');
    road.platform.refuse = undefined;
    const paused = { ...subject, topic: 'call' } as const;
    await steer(database, paused, (tx) => pauseIn(tx, paused, road.clock.now()));
    const held = await resend(which, road.clock.now());
    await database.transaction((tx) => resumeIn(tx, paused, road.clock.now()));
    const resumed = await resend(which, road.clock.now());

    expect(held).toEqual({ again: 0, outdated: 0, paused: 4 });
    expect(resumed).toEqual({ again: 4, outdated: 0, paused: 0 });
  });

  test('whatever a platform does, the states add up to the recipients', async () => {
    const verdicts: readonly Verdict[] = ['permanent', 'later', 'unknown'];
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
        fc.integer({ min: 1, max: 6 }),
        async (draws, rounds) => {
          await emptyTables(database);
          const road = await openTestRoad(database);
          road.topic.plan = [aDate('2026-03-05')];
          await road.plan();
          const draw = () => verdicts[draws.next().value];
          const fail = () => {
            const verdict = draw();
            return verdict && new PlatformError('no', { verdict, code: verdict });
          };
          road.platform.refuse = fail;
          road.platform.loseAnswer = fail;
          for (let round = 0; round < rounds; round++) {
            await road.goTo(new Date(Date.UTC(2026, 2, 5, 8, 10 * round)).toISOString());
            if (round % 2) await resend(which, road.clock.now());
          }

          const log = await listDeliveryLog(database.db, which);
          expect(log).toHaveLength(4);
          for (const { conversation, state } of log.filter(({ state }) => state === 'sent')) {
            expect([conversation, state, road.told().includes(conversation)]).toEqual([conversation, 'sent', true]);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
