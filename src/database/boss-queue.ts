// The queue that lasts: pg-boss keeps the jobs in the same database as everything else.
import PgBoss from 'pg-boss';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Execute } from './execute.ts';
import type { Database, Tx } from './open.ts';
import { assertKnown, type Job, type Queue } from './queue.ts';
import { startWorker, type Worker } from './queue-worker.ts';
import { afterCommit } from './transaction.ts';

/** A job that fails is tried again after some 2, 4, 8 … seconds, ten times, in half an hour or so. */
const QUEUE = {
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 30,
  retentionMinutes: 60 * 24 * 60,
};
/** How often the jobs of killed workers are taken back, and old ones cleared away. */
const MAINTENANCE = {
  maintenanceIntervalSeconds: 5,
  archiveCompletedAfterSeconds: 3_600,
  archiveFailedAfterSeconds: 7 * 24 * 3_600,
  deleteAfterSeconds: 60,
};

/** @param names all queues there are; a job for another is refused, as nobody would ever do it */
export async function startQueue(database: Database, log: Log, names: readonly string[]): Promise<Queue> {
  const sql = watch(database.executeSql, log);
  // The tables are there already: `openDatabase` made them, one process at a time.
  const boss = new PgBoss({ db: sql, schedule: false, migrate: false, ...MAINTENANCE });
  boss.on('error', (error) => log.error('queue.failed', error));
  await boss.start();
  for (const name of names) {
    await boss.createQueue(name, { name, ...QUEUE });
    await boss.updateQueue(name, { name, ...QUEUE });
  }
  const workers = new Map<string, Worker[]>();
  const nudge = (name: string) => {
    for (const worker of workers.get(name) ?? []) worker.nudge();
  };

  return {
    async enqueue(tx, jobs) {
      if (jobs.length === 0) return;
      for (const { queue } of jobs) assertKnown(names, queue);
      await boss.insert(jobs.map(toInsert), { db: inTransaction(tx) });
      afterCommit(tx, () => {
        for (const name of new Set(jobs.map(({ queue }) => queue))) nudge(name);
      });
    },
    async work(name, options, handle) {
      assertKnown(names, name);
      const started = Array.from({ length: options.workers }, () =>
        startWorker({ boss, log, name, handle, ...options }),
      );
      workers.set(name, [...(workers.get(name) ?? []), ...started]);
    },
    nudge,
    async stop() {
      await Promise.all([...workers.values()].flat().map((worker) => worker.stop()));
      await boss.stop({ graceful: false, close: false });
      await sql.settle();
    },
  };
}

function toInsert({ queue, id, data, startAt }: Job): PgBoss.JobInsert {
  return {
    name: queue,
    data,
    ...(id === undefined ? {} : { id }),
    ...(startAt === undefined ? {} : { startAfter: startAt }),
  };
}

const Rows = z.array(z.unknown());

/** The only way into a transaction. Around it, the embedded database would wait for the transaction that waits for it. */
function inTransaction(tx: Tx): PgBoss.Db {
  return { executeSql: async (text, values = []) => ({ rows: Rows.parse(await tx.$queryRawUnsafe(text, ...values)) }) };
}

/** pg-boss keeps quiet about a database that does not answer; the log says so once, and when it is back. */
function watch(executeSql: Execute, log: Log) {
  const running = new Set<Promise<unknown>>();
  let isDown = false;
  return {
    async executeSql(text: string, values?: unknown[]) {
      const query = executeSql(text, values);
      running.add(query);
      try {
        const result = await query;
        if (isDown) log.info('queue.database-back');
        isDown = false;
        return result;
      } catch (error) {
        if (!isDown) log.error('queue.database-failed', error);
        isDown = true;
        throw error;
      } finally {
        running.delete(query);
      }
    },
    async settle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
