// Sent once, whatever happens in between?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import { claimSends } from '../../src/delivery/delivery-store.ts';
import { takeLease } from '../../src/delivery/lease.ts';
import { retryFailed } from '../../src/delivery/resend-store.ts';
import { takeTurns } from '../../src/delivery/turns.ts';
import { PlatformError } from '../../src/errors.ts';
import { createFakePlatform } from '../fake/fake-platform.ts';
import { createGate } from '../fake/gate.ts';
import { COUNTY, createOutbox, START } from '../fake/outbox.ts';
import { describeEachDatabase, emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { until } from '../fake/until.ts';

function later(seconds: number): Date {
  return new Date(START.getTime() + seconds * 1000);
}

describeEachDatabase((open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => emptyTables(database));

  test('every message that is due is sent once', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill({ conversations: 250 });

    await outbox.run(platform);
    await outbox.run(platform);

    expect(platform.posts).toHaveLength(250);
    expect(new Set(platform.posts.map(({ key }) => key)).size).toBe(250);
    expect(await outbox.states()).toEqual({ sent: 250 });
  });

  test('two workers at once send 1,000 messages once each', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill({ conversations: 1000 });

    await Promise.all([deliver(outbox.room, platform), deliver(outbox.room, platform)]);

    expect(platform.posts).toHaveLength(1000);
    expect(new Set(platform.posts.map(({ key }) => key)).size).toBe(1000);
  });

  test('a refusal for now is tried again after the wait that the platform asked for', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    platform.refuse = () => new PlatformError('busy', { verdict: 'later', code: '429', retryAfterMs: 60_000 });
    await outbox.run(platform);
    platform.refuse = undefined;

    outbox.clock.moveTo(later(59));
    await outbox.run(platform);
    const early = platform.posts.length;
    outbox.clock.moveTo(later(80));
    await outbox.run(platform);

    expect(early).toBe(0);
    expect(platform.posts).toHaveLength(1);
    expect(platform.finds).toBe(0);
  });

  test('a send whose answer was lost is looked for before it is sent again', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    platform.loseAnswer = () => new PlatformError('timeout', { verdict: 'unknown', code: 'timeout' });
    await outbox.run(platform);
    platform.loseAnswer = undefined;

    outbox.clock.moveTo(later(10));
    await outbox.run(platform);

    expect(platform.posts).toHaveLength(1);
    expect(platform.finds).toBe(1);
    expect(await outbox.states()).toEqual({ sent: 1 });
  });

  test('a failing row leaves the others alone', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill({ conversations: 5 });
    platform.refuse = ({ to }) =>
      to.id === 'channel-0002' ? new PlatformError('gone', { verdict: 'permanent', code: 'archived' }) : undefined;

    await outbox.run(platform);

    expect(platform.posts).toHaveLength(4);
    expect(await outbox.states()).toEqual({ sent: 4, failed: 1 });
    expect(outbox.failed).toHaveLength(1);
  });

  test('an address that cannot be read is refused by itself, and its batch goes on', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform({ pace: [{ scope: 'tenant', count: 100, perMs: 1_000 }] });
    await outbox.fill({ conversations: 5 });
    platform.tenantOf = ({ id }) => {
      if (id !== 'channel-0002') return 'tenant';
      throw new PlatformError('Nobody can read it.', { verdict: 'permanent', code: 'bad-address', isForAll: true });
    };

    await outbox.run(platform);

    expect(platform.posts).toHaveLength(4);
    expect(await outbox.states()).toEqual({ sent: 4, failed: 1 });
    expect(outbox.failed).toHaveLength(1);
  });

  test('a worker that died in mid-send leaves its message to the next, who looks first', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill({ conversations: 3 });
    // What a worker leaves behind that was killed after the platform took the first of three.
    await claimSends(database.db, { platform: 'teams', now: START, leaseUntil: later(30), limit: 3 });
    const [first] = await database.db.delivery.findMany({ orderBy: { conversationId: 'asc' } });
    const key = `${(await database.db.occurrence.findFirstOrThrow()).key}>${first?.conversationId}`;
    platform.find = async (_to, wanted) => (wanted === key ? { ref: 'arrived' } : undefined);

    outbox.clock.moveTo(later(31));
    await outbox.run(platform);

    expect(platform.posts.map(({ to }) => to.id).toSorted()).toEqual(['channel-0001', 'channel-0002']);
    expect(await outbox.states()).toEqual({ sent: 3 });
  });

  test('a look that is refused leaves the message to be looked for again, not to be sent again', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    platform.loseAnswer = () => new PlatformError('timeout', { verdict: 'unknown', code: 'timeout' });
    await outbox.run(platform);
    platform.loseAnswer = undefined;
    const look = platform.find;
    platform.find = async () => {
      throw new PlatformError('busy', { verdict: 'later', code: '429' });
    };
    outbox.clock.moveTo(later(10));
    await outbox.run(platform);
    platform.find = look;

    outbox.clock.moveTo(later(60));
    await outbox.run(platform);

    expect(platform.posts).toHaveLength(1);
    expect(await outbox.states()).toEqual({ sent: 1 });
  });

  test('a worker that comes to after its lease has no say any more', async () => {
    const outbox = createOutbox(database);
    const [slow, next, third] = [createFakePlatform(), createFakePlatform(), createFakePlatform()];
    const [slowGate, nextGate] = [createGate(), createGate()];
    await outbox.fill();
    let isSending = false;
    slow.whileSending = async () => {
      isSending = true;
      await slowGate.opened;
      throw new PlatformError('busy', { verdict: 'later', code: '429' });
    };
    next.whileSending = () => nextGate.opened;
    const slowly = deliver(outbox.room, slow);
    // Claimed is not enough: the clock may only move once it is on its way.
    await until(async () => isSending);
    outbox.clock.moveTo(later(31));
    const meanwhile = deliver(outbox.room, next);
    await until(() => next.finds === 1);

    slowGate.open();
    await slowly;
    outbox.clock.moveTo(later(50));
    await deliver(outbox.room, third);
    nextGate.open();
    await meanwhile;

    expect([...slow.posts, ...next.posts, ...third.posts]).toHaveLength(1);
    expect(await outbox.states()).toEqual({ sent: 1 });
  });

  test('a send that has waited so long that its lease is half gone is begun under a new one', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    let looks = 0;
    const clock = { now: () => (looks++ < 2 ? START : later(16)) };
    const leases: (Date | null)[] = [];
    platform.whileSending = async () => {
      leases.push((await database.db.delivery.findFirstOrThrow()).leaseUntil);
    };

    await deliver({ ...outbox.room, clock }, platform);
    outbox.clock.moveTo(later(16));
    await outbox.run(platform);

    expect(leases).toEqual([later(46)]);
    expect(platform.posts).toHaveLength(1);
    expect(platform.finds).toBe(0);
  });

  test('a platform that never answers does not hold its worker, and is asked before it is sent to again', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    platform.whileSending = () => new Promise(() => {});

    await deliver({ ...outbox.room, leaseMs: 100 }, platform);
    platform.whileSending = undefined;
    outbox.clock.moveTo(later(10));
    await outbox.run(platform);

    expect(platform.finds).toBe(1);
    expect(platform.posts).toHaveLength(1);
  });

  test('what becomes due while a platform is slow to answer another message does not wait for that', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    const gate = createGate();
    let isFirst = true;
    platform.whileSending = async () => {
      if (isFirst) {
        isFirst = false;
        await gate.opened;
      }
    };

    const delivering = deliver(outbox.room, platform);
    await until(() => !isFirst);
    await outbox.fill({ title: 'Nästa' });
    await until(async () => (await outbox.states()).sent === 1);
    const meanwhile = platform.posts.map(({ message }) => message.title);
    gate.open();
    await delivering;

    expect(meanwhile).toEqual(['Nästa']);
    expect(await outbox.states()).toEqual({ sent: 2 });
  });

  test('a card that changes while it waits for another attempt does not hurry it', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    platform.refuse = () => new PlatformError('busy', { verdict: 'later', code: '429', retryAfterMs: 60_000 });
    await outbox.run(platform);
    platform.refuse = undefined;

    await outbox.change('1 av 3');
    await outbox.run(platform);
    const early = platform.posts.length;
    outbox.clock.moveTo(later(80));
    await outbox.run(platform);

    expect(early).toBe(0);
    expect(platform.posts.map(({ message }) => message.title)).toEqual(['1 av 3']);
  });

  test('a card that changes while it is being sent is shown as it is by then', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    const gate = createGate();
    await outbox.fill();
    platform.whileSending = () => gate.opened;
    const sending = outbox.run(platform);
    await until(async () => (await outbox.states()).sending === 1);

    await outbox.change('1 av 3');
    gate.open();
    await sending;
    await outbox.run(platform);

    expect(platform.updates.map(({ message }) => message.title)).toEqual(['1 av 3']);
  });

  test('what was given up without an answer is looked for when somebody sends it again', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    await database.db.delivery.updateMany({ data: { attempts: 23 } });
    platform.loseAnswer = () => new PlatformError('timeout', { verdict: 'unknown', code: 'timeout' });
    await outbox.run(platform);
    const givenUp = await outbox.states();
    const { key: occurrenceKey } = await database.db.occurrence.findFirstOrThrow();

    await database.transaction((tx) => retryFailed(tx, { countyId: COUNTY, occurrenceKey }, later(10)));
    outbox.clock.moveTo(later(10));
    await outbox.run(platform);

    expect(givenUp).toEqual({ failed: 1 });
    expect(platform.posts).toHaveLength(1);
    expect(await outbox.states()).toEqual({ sent: 1 });
  });

  test('a card that changed three times is shown once, as it is by then', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    await outbox.run(platform);
    for (const title of ['1 av 3', '2 av 3', '3 av 3']) await outbox.change(title);

    await outbox.run(platform);
    await outbox.run(platform);

    expect(platform.updates.map(({ message }) => message.title)).toEqual(['3 av 3']);
  });

  test('a post that somebody deleted is posted anew, under a key of its own', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    await outbox.run(platform);
    await outbox.change('ny');
    platform.refuseUpdate = () => new PlatformError('deleted', { verdict: 'permanent', code: 'gone' });

    await outbox.run(platform);
    await outbox.run(platform);

    expect(platform.posts.map(({ message }) => message.title)).toEqual(['Möte på torsdag', 'ny']);
    expect(platform.posts[1]?.key).toBe(`${platform.posts[0]?.key}#1`);
  });

  test('a paused conversation waits, and holds up no other', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill({ conversations: 3 });
    await database.db.conversation.update({ where: { id: 'channel-0001' }, data: { state: 'paused' } });

    await outbox.run(platform);

    expect(platform.posts.map(({ to }) => to.id).toSorted()).toEqual(['channel-0000', 'channel-0002']);
  });

  test('the platform that takes nothing is given up after days, not hours, and never silently', async () => {
    const outbox = createOutbox(database);
    const platform = createFakePlatform();
    await outbox.fill();
    platform.refuse = () => new PlatformError('down', { verdict: 'later', code: '503' });

    let attempts = 0;
    while ((await outbox.states()).waiting && attempts < 100) {
      const { nextAt } = await database.db.delivery.findFirstOrThrow();
      outbox.clock.moveTo(new Date(Math.max(nextAt.getTime(), START.getTime())));
      await outbox.run(platform);
      attempts += 1;
    }

    expect(await outbox.states()).toEqual({ failed: 1 });
    expect(outbox.failed).toHaveLength(1);
    expect(outbox.clock.now().getTime() - START.getTime()).toBeGreaterThan(3 * 3_600_000);
  });
});

describe('pace', () => {
  test('what arrived when nobody heard of it takes no turn from the others', async () => {
    const database = await openTestDatabase();
    const outbox = createOutbox(database);
    const platform = createFakePlatform({ pace: [{ scope: 'tenant', count: 10, perMs: 200 }] });
    await outbox.fill();
    platform.loseAnswer = () => new PlatformError('silence', { verdict: 'unknown', code: 'no-answer' });
    await outbox.run(platform);
    const before = await database.db.pace.findMany();
    outbox.clock.moveTo(later(10));
    await outbox.run(platform);

    expect(await outbox.states()).toEqual({ sent: 1 });
    expect(await database.db.pace.findMany()).toEqual(before);
  });

  test('a moment that everybody missed is given back', async () => {
    const outbox = createOutbox(await openTestDatabase());
    const platform = createFakePlatform({ pace: [{ scope: 'tenant', count: 2, perMs: 60_000 }] });
    await outbox.fill({ conversations: 4 });
    await outbox.run(platform);
    const before = await outbox.states();

    outbox.clock.moveTo(later(65));
    await outbox.run(platform);

    expect(before).toEqual({ sent: 2, waiting: 2 });
    expect(await outbox.states()).toEqual({ sent: 4 });
  });

  test('a moment that came to nothing, as the platform was not even asked, is given back', async () => {
    const outbox = createOutbox(await openTestDatabase());
    const platform = createFakePlatform({ pace: [{ scope: 'tenant', count: 2, perMs: 60_000 }] });
    await outbox.fill({ conversations: 2 });
    platform.refuse = () => new PlatformError('not yet', { verdict: 'later', code: 'not-yet', isUntried: true });
    await outbox.run(platform);

    platform.refuse = undefined;
    outbox.clock.moveTo(later(5));
    await outbox.run(platform);

    expect(await outbox.states()).toEqual({ sent: 2 });
  });

  test.each([
    { left: 'had not begun to send', hasBegun: false, sent: 2 },
    { left: 'may have sent', hasBegun: true, sent: 0 },
  ])('of what a killed worker $left, its moments are given back: $sent of 2 are sent', async ({ hasBegun, sent }) => {
    const database = await openTestDatabase();
    const outbox = createOutbox(database);
    const platform = createFakePlatform({ pace: [{ scope: 'tenant', count: 2, perMs: 60_000 }] });
    await outbox.fill({ conversations: 2 });
    const lease = takeLease(START);
    const claim = { platform: 'teams', now: START, leaseUntil: lease.until, limit: 2 } as const;
    const deliveries = await claimSends(database.db, claim);
    await takeTurns(outbox.room, platform, { deliveries, lease });

    outbox.clock.moveTo(later(31));
    await outbox.run({ ...platform, hasBegun: async () => hasBegun });

    expect(platform.posts).toHaveLength(sent);
  });

  test('a moment in which a post was found to be gone stays used', async () => {
    const database = await openTestDatabase();
    const outbox = createOutbox(database);
    const platform = createFakePlatform({ pace: [{ scope: 'tenant', count: 100, perMs: 60_000 }] });
    await outbox.fill();
    await outbox.run(platform);
    await outbox.change('Mötet är flyttat');
    platform.refuseUpdate = () => new PlatformError('deleted', { verdict: 'permanent', code: 'gone' });
    outbox.clock.moveTo(later(2));
    await outbox.run(platform);
    outbox.clock.moveTo(later(4));
    await outbox.run(platform);

    const [{ slots } = { slots: [] }] = await database.db.pace.findMany();
    expect(platform.posts).toHaveLength(2);
    expect(slots).toHaveLength(3);
  });

  test('what was not even tried makes nobody wait longer the next time', async () => {
    const outbox = createOutbox(await openTestDatabase());
    const platform = createFakePlatform();
    await outbox.fill();
    platform.refuse = () => new PlatformError('not yet', { verdict: 'later', code: 'not-yet', isUntried: true });
    for (const after of [0, 3, 6, 9]) {
      outbox.clock.moveTo(later(after));
      await outbox.run(platform);
    }

    platform.refuse = undefined;
    outbox.clock.moveTo(later(12));
    await outbox.run(platform);

    expect(await outbox.states()).toEqual({ sent: 1 });
  });

  test('a place that comes free in a minute is taken in it, however many wait for the next', async () => {
    const outbox = createOutbox(await openTestDatabase());
    const platform = createFakePlatform({ pace: [{ scope: 'tenant', count: 2, perMs: 60_000 }] });
    await outbox.fill({ conversations: 6 });
    const notYet = new PlatformError('not yet', { verdict: 'later', code: 'not-yet', isUntried: true });
    platform.refuse = ({ to }) =>
      to.id === platform.posts[0]?.to.id || platform.posts.length === 0 ? undefined : notYet;
    await outbox.run(platform);
    const before = await outbox.states();

    platform.refuse = undefined;
    outbox.clock.moveTo(later(20));
    await outbox.run(platform);

    expect(before).toEqual({ sent: 1, waiting: 5 });
    expect(await outbox.states()).toEqual({ sent: 2, waiting: 4 });
  });

  test('two workers that share a database promise no more slots than the platform allows', async () => {
    const database = await openTestDatabase();
    const outbox = createOutbox(database);
    const room = { ...outbox.room, clock: { now: () => new Date() } };
    const pace = [
      { scope: 'conversation', count: 2, perMs: 200 },
      { scope: 'tenant', count: 10, perMs: 200 },
    ] as const;
    const platform = createFakePlatform({ pace });
    await outbox.fill({ conversations: 3, occurrences: 6 });
    await database.db.delivery.updateMany({ data: { nextAt: new Date(0) } });
    const findBreaches = async () => {
      const rows = await database.db.pace.findMany();
      return rows.flatMap(({ scope, slots }) => {
        const { count, perMs } = scope.includes('/tenant/') ? pace[1] : pace[0];
        const at = slots.map(Number);
        return at.filter((start) => at.filter((slot) => slot >= start && slot < start + perMs).length > count);
      });
    };

    const breaches: number[] = [];
    while ((await outbox.states()).sent !== 18) {
      await Promise.all([deliver(room, platform), deliver(room, platform)]);
      breaches.push(...(await findBreaches()));
    }

    expect(platform.posts).toHaveLength(18);
    expect(breaches).toEqual([]);
  });
});
