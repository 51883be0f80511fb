// In a simulation the jobs are done when the simulated clock has come to them.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDrainQueue, type DrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import type { Handle, Job } from '../../src/database/queue.ts';
import { openTestDatabase } from '../fake/test-database.ts';

const NINE = new Date('2019-03-01T08:00:00Z');
const TEN = new Date('2019-03-01T09:00:00Z');

describe('the queue of a simulation', () => {
  let database: Database;
  let queue: DrainQueue;
  let batches: (readonly Job['data'][])[];

  beforeAll(async () => {
    database = await openTestDatabase();
  });

  beforeEach(async () => {
    queue = createDrainQueue();
    batches = [];
    await queue.work('tell', { workers: 4, batchSize: 2, pollSeconds: 1 }, note);
  });

  const note: Handle = async (batch) => void batches.push(batch);
  const enqueue = (...jobs: Job[]) => database.transaction((tx) => queue.enqueue(tx, jobs));
  const tell = (n: number, more: Partial<Job> = {}): Job => ({ queue: 'tell', data: { n }, ...more });

  test('does what has started, in order of the start, in batches', async () => {
    await enqueue(tell(4, { startAt: TEN }), tell(3, { startAt: NINE }), tell(1), tell(2));

    expect(await queue.drain(NINE)).toBe(3);
    expect(queue.nextStart()).toEqual(TEN);
    expect(await queue.drain(TEN)).toBe(1);
    expect(queue.nextStart()).toBeUndefined();
    expect(batches).toEqual([[{ n: 1 }, { n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
  });

  test('does in the same drain what a job enqueues in turn', async () => {
    await queue.work('send', { workers: 1, batchSize: 1, pollSeconds: 1 }, () => enqueue(tell(2)));
    await enqueue({ queue: 'send', data: {} });

    expect(await queue.drain(NINE)).toBe(2);
    expect(batches).toEqual([[{ n: 2 }]]);
  });

  test('keeps one job per id, and none of a transaction that is rolled back', async () => {
    const id = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
    await enqueue(tell(1, { id }), tell(2, { id }));
    const rolledBack = database.transaction(async (tx) => {
      await queue.enqueue(tx, [tell(3)]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await queue.drain(NINE);
    await enqueue(tell(4, { id }));

    expect(await queue.drain(NINE)).toBe(0);
    expect(batches).toEqual([[{ n: 1 }]]);
  });

  test("throws a handler's error and keeps its jobs for the next drain", async () => {
    let isBroken = true;
    await queue.work('send', { workers: 1, batchSize: 5, pollSeconds: 1 }, async (batch) => {
      if (isBroken) throw new Error('broken');
      await note(batch);
    });
    await enqueue({ queue: 'send', data: { n: 1 } });
    await expect(queue.drain(NINE)).rejects.toThrow('broken');

    isBroken = false;

    expect(await queue.drain(NINE)).toBe(1);
    expect(batches).toEqual([[{ n: 1 }]]);
  });

  test('gives a job as the database would give it back', async () => {
    await enqueue({ queue: 'tell', data: { at: NINE, nothing: undefined } });

    await queue.drain(NINE);

    expect(batches).toEqual([[{ at: NINE.toISOString() }]]);
  });
});
