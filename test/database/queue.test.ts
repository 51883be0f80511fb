// Jobs are promised in a transaction and done afterwards, once, whatever happens in between.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startQueue } from '../../src/database/boss-queue.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import type { Handle, Job, Queue } from '../../src/database/queue.ts';
import { silentLog } from '../../src/log.ts';
import { createKeptLog, type KeptLog } from '../fake/kept-log.ts';
import { startProcess } from '../fake/second-process.ts';
import { describeEachDatabase, describeOnPostgres, emptyTables } from '../fake/test-database.ts';
import { createThrowAway } from '../fake/throw-away-postgres.ts';
import { until } from '../fake/until.ts';

describeEachDatabase((open) => {
  let database: Database;
  let queue: Queue;
  let log: KeptLog;
  let done: Job['data'][];

  beforeAll(async () => {
    database = await open();
  });

  beforeEach(async () => {
    done = [];
    log = createKeptLog();
    queue = await startQueue(database, log, ['tell', 'send']);
  });

  afterEach(async () => {
    await queue.stop();
    await emptyTables(database);
  });

  const note: Handle = async (batch) => {
    done.push(...batch);
  };
  const enqueue = (...jobs: Job[]) => database.transaction((tx) => queue.enqueue(tx, jobs));
  const tell = (n: number, more: Partial<Job> = {}): Job => ({ queue: 'tell', data: { n }, ...more });
  const work = (handle: Handle, { batchSize = 10, pollSeconds = 0.05, workers = 1 } = {}) =>
    queue.work('tell', { workers, batchSize, pollSeconds }, handle);
  /** Jobs of one transaction are done in any order. */
  const listDone = () => done.map(({ n }) => n).sort();
  const countWaiting = async () => {
    const { rows } = await database.executeSql(`select count(*)::int as count from pgboss.job where state < 'active'`);
    return rows;
  };

  test('a job is done once, with its data as it was', async () => {
    await work(note);

    await enqueue({ queue: 'tell', data: { text: 'Påminnelse å ä ö', deep: [1, { no: null }] } });
    await until(() => done.length > 0);

    expect(done).toEqual([{ text: 'Påminnelse å ä ö', deep: [1, { no: null }] }]);
  });

  test('a committed job starts at once, without waiting for the next poll', async () => {
    await work(note, { pollSeconds: 60 });

    await enqueue(tell(1));
    await until(() => done.length === 1, 2_000);
    await enqueue(tell(2));
    await until(() => done.length === 2, 2_000);
  });

  test('a nudge makes the workers look at once', async () => {
    const elsewhere = await startQueue(database, silentLog, ['tell', 'send']);
    await work(note, { pollSeconds: 60 });
    await wait(50);
    await database.transaction((tx) => elsewhere.enqueue(tx, [tell(1)]));
    await elsewhere.stop();
    expect(done).toEqual([]);

    queue.nudge('tell');
    await until(() => done.length === 1, 2_000);
  });

  test('a transaction that is rolled back leaves no job', async () => {
    await work(note);

    const rolledBack = database.transaction(async (tx) => {
      await queue.enqueue(tx, [tell(1)]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');

    expect(await countWaiting()).toEqual([{ count: 0 }]);
  });

  test('enqueuing inside a transaction that has written does not wait for itself', async () => {
    const startedAt = performance.now();

    await database.transaction(async (tx) => {
      await tx.tick.create({ data: { name: 'a', at: new Date() } });
      await queue.enqueue(tx, [tell(1), { queue: 'send', data: {} }]);
      await tx.tick.create({ data: { name: 'b', at: new Date() } });
    });

    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(await countWaiting()).toEqual([{ count: 2 }]);
  });

  test('a job enqueued twice under one id is done once, also when it is done already', async () => {
    const id = randomUUID();
    await enqueue(tell(1, { id }), tell(2, { id: randomUUID() }));
    await enqueue(tell(3, { id }));
    await work(note);
    await until(() => done.length === 2);

    await enqueue(tell(4, { id }), tell(5));
    await until(() => done.length === 3);

    expect(listDone()).toEqual([1, 2, 5]);
  });

  test('a job with a start is done then, not before', async () => {
    const startAt = new Date(Date.now() + 700);
    const doneAt: number[] = [];
    await work(async () => void doneAt.push(Date.now()));

    await enqueue(tell(1, { startAt }));
    await until(() => doneAt.length > 0);

    expect(doneAt[0]).toBeGreaterThanOrEqual(startAt.getTime());
  });

  test('a thousand jobs in one transaction are quick, and each is done once by many workers', async () => {
    const startedAt = performance.now();
    await enqueue(...Array.from({ length: 1_000 }, (_, n) => tell(n)));
    const ms = performance.now() - startedAt;

    await work(note, { workers: 4, batchSize: 100 });
    await until(() => done.length >= 1_000);
    await queue.stop();

    expect(ms).toBeLessThan(2_000);
    expect(new Set(done.map(({ n }) => n)).size).toBe(1_000);
    expect(done).toHaveLength(1_000);
  });

  test('a job that fails is logged without its text and tried again', async () => {
    let attempts = 0;
    await work(async () => {
      attempts += 1;
      if (attempts === 1) throw new TypeError('Anna Lind svarade nej');
    });

    await enqueue(tell(1));
    await until(() => attempts === 2);
    await queue.stop();

    expect(log.events()).toContain('queue.batch-failed');
    expect(log.text()).toContain('TypeError');
    const { rows } = await database.executeSql('select output::text as output from pgboss.job');
    expect(`${log.text()} ${JSON.stringify(rows)}`).not.toContain('Anna');
  });

  test('one bad job does not take the others of its batch with it', async () => {
    await enqueue(...[1, 2, 3, 4].map((n) => tell(n)));

    await work(async (batch) => {
      if (batch.some(({ n }) => n === 3)) throw new Error('bad');
      await note(batch);
    });
    await until(() => done.length === 3);

    expect(listDone()).toEqual([1, 2, 4]);
  });

  test('stopping lets the batch at hand finish, and leaves the rest', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isBegun = false;
    await work(
      async (batch) => {
        isBegun = true;
        await held;
        await note(batch);
      },
      { batchSize: 1 },
    );
    await enqueue(tell(1));
    await until(() => isBegun);
    await enqueue(tell(2));

    const stopped = queue.stop();
    letGo();
    await stopped;

    expect(done).toEqual([{ n: 1 }]);
    expect(await countWaiting()).toEqual([{ count: 1 }]);
  });

  test('a queue that nobody has is refused', async () => {
    await expect(enqueue({ queue: 'tel', data: {} })).rejects.toThrow('There is no queue "tel"');
    await expect(queue.work('tel', { workers: 1, batchSize: 1, pollSeconds: 1 }, note)).rejects.toThrow('tel');
  });

  test('while the database is gone nothing ends, the log says so once, and the work goes on when it is back', async () => {
    let isGone = false;
    const shaky: Database = {
      ...database,
      executeSql: async (text, values) => {
        if (isGone) throw new Error('connection terminated');
        return database.executeSql(text, values);
      },
    };
    const other = await startQueue(shaky, log, ['tell', 'send']);
    await other.work('tell', { workers: 1, batchSize: 10, pollSeconds: 0.02 }, async (batch) => {
      isGone = done.length === 0;
      await note(batch);
    });

    await database.transaction((tx) => other.enqueue(tx, [tell(1)]));
    await until(() => log.events().includes('queue.unsettled'));
    await wait(100);
    isGone = false;
    await database.transaction((tx) => other.enqueue(tx, [tell(2)]));
    await until(() => done.length === 2);
    await other.stop();

    expect(log.events()).toEqual(['queue.database-failed', 'queue.unsettled', 'queue.database-back']);
  });
});

describeOnPostgres('a killed worker', () => {
  let url: string;
  let drop: () => Promise<void>;
  let database: Database;

  beforeAll(async () => {
    ({ url, drop } = await createThrowAway());
    database = await openDatabase({ url, log: silentLog });
  });

  afterAll(async () => {
    await database.close();
    await drop();
  });

  test('gives its job to another when its time is up', async () => {
    const queue = await startQueue(database, silentLog, ['tell']);
    await database.transaction((tx) => queue.enqueue(tx, [{ queue: 'tell', data: { n: 1 } }]));
    const other = startProcess(new URL('./take-job.ts', import.meta.url), [url, 'tell']);
    expect(await other.nextLine()).toBe('[{"n":1}]');
    await other.kill();
    const done: Job['data'][] = [];
    await queue.work(
      'tell',
      { workers: 1, batchSize: 1, pollSeconds: 0.05 },
      async (batch) => void done.push(...batch),
    );

    await database.executeSql(`update pgboss.job set started_on = started_on - interval '31 s' where state = 'active'`);
    await until(() => done.length > 0);
    await queue.stop();

    expect(done).toEqual([{ n: 1 }]);
  }, 60_000);
});
