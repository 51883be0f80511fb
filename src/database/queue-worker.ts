// One worker of a queue: takes a batch, has it handled, says how it went, and looks again.
import type PgBoss from 'pg-boss';
import { isError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Handle, Job, WorkOptions } from './queue.ts';

export interface Worker {
  nudge(): void;
  /** Resolves when the batch at hand is done. */
  stop(): Promise<void>;
}

export interface Bench extends WorkOptions {
  readonly boss: PgBoss;
  readonly log: Log;
  readonly name: string;
  readonly handle: Handle;
}

type Taken = PgBoss.JobWithMetadata<Job['data']>;

// pg-boss has workers of its own. They do not wait for the database to note a job as done, so that a database which is
// gone for a moment ends the process with an unhandled rejection; and they rest after a full batch.
export function startWorker(bench: Bench): Worker {
  const bell = createBell();
  let isStopping = false;
  const watched: Bench = { ...bench, handle: (batch) => bench.handle(batch, () => isStopping) };
  const finished = work();
  return {
    nudge: bell.ring,
    stop() {
      isStopping = true;
      bell.ring();
      return finished;
    },
  };

  async function work(): Promise<void> {
    while (!isStopping) {
      bell.silence();
      const count = await workBatch(watched);
      if (count < bench.batchSize) await bell.listen(bench.pollSeconds * 1000);
    }
  }
}

async function workBatch(bench: Bench): Promise<number> {
  const { boss, log, name, batchSize } = bench;
  const jobs = await boss.fetch<Job['data']>(name, { batchSize, includeMetadata: true, priority: false });
  if (jobs.length === 0) return 0;
  try {
    await handleJobs(bench, jobs);
  } catch (error) {
    // The database is gone. The jobs come back when their time is up.
    log.error('queue.unsettled', error, { queue: name, jobs: jobs.length });
  }
  return jobs.length;
}

async function handleJobs(bench: Bench, jobs: readonly Taken[]): Promise<void> {
  const { boss, log, name, handle } = bench;
  try {
    await handle(jobs.map(({ data }) => data));
  } catch (error) {
    const attempt = Math.max(...jobs.map(({ retryCount }) => retryCount)) + 1;
    log.error('queue.batch-failed', error, { queue: name, jobs: jobs.length, attempt });
    return failOrDivide(bench, jobs, error);
  }
  await boss.complete(
    name,
    jobs.map(({ id }) => id),
  );
}

/** One bad job must not take the others with it: they are handled again, each by itself. */
async function failOrDivide(bench: Bench, jobs: readonly Taken[], error: unknown): Promise<void> {
  const [first, ...others] = jobs;
  if (!first) return;
  if (others.length > 0) for (const job of jobs) await handleJobs(bench, [job]);
  // pg-boss keeps what it is given beside the job: the kind of error, but not its text.
  else await bench.boss.fail(bench.name, first.id, { error: isError(error) ? error.name : typeof error });
}

/** A wait that can be cut short, also by a ring that came before it. */
function createBell() {
  let isRung = false;
  let wake = () => {};
  return {
    ring() {
      isRung = true;
      wake();
    },
    silence() {
      isRung = false;
    },
    listen: (ms: number) =>
      new Promise<void>((resolve) => {
        if (isRung) return resolve();
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
