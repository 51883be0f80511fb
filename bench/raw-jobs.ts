// The same number of jobs through pg-boss alone: inserted, fetched and completed, with nothing in between.
import PgBoss from 'pg-boss';
import type { Database } from '../src/database/open.ts';

/** How many jobs one worker takes at a time, and how many workers there are. */
export interface Setting {
  readonly batchSize: number;
  readonly workers: number;
}

const QUEUE = 'raw';

/** @returns seconds */
export async function measureRaw({ executeSql }: Database, jobs: number, setting: Setting): Promise<number> {
  const boss = new PgBoss({ db: { executeSql }, schedule: false, migrate: false, supervise: false });
  await boss.start();
  await boss.createQueue(QUEUE, { name: QUEUE });
  const startedAt = performance.now();
  await insert(boss, jobs, setting.batchSize);
  const shares = await Promise.all(Array.from({ length: setting.workers }, () => work(boss, setting.batchSize)));
  const seconds = (performance.now() - startedAt) / 1000;
  await boss.stop({ graceful: false, close: false });
  const done = shares.reduce((sum, share) => sum + share, 0);
  if (done !== jobs) throw new Error(`${done} of ${jobs} raw jobs were done.`);
  return seconds;
}

async function insert(boss: PgBoss, jobs: number, batchSize: number): Promise<void> {
  for (let from = 0; from < jobs; from += batchSize) {
    const size = Math.min(batchSize, jobs - from);
    await boss.insert(Array.from({ length: size }, (_, n) => ({ name: QUEUE, data: { n: from + n } })));
  }
}

/** Without rests: pg-boss's own workers would wait half a second between two batches. */
async function work(boss: PgBoss, batchSize: number): Promise<number> {
  let done = 0;
  for (;;) {
    const jobs = await boss.fetch(QUEUE, { batchSize });
    if (jobs.length === 0) return done;
    await boss.complete(
      QUEUE,
      jobs.map(({ id }) => id),
    );
    done += jobs.length;
  }
}
