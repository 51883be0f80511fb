// The queue of a simulation: jobs are kept in memory and done when the simulated clock has come to them.
import type { Tx } from './open.ts';
import type { Handle, Job, Queue, WorkOptions } from './queue.ts';
import { afterCommit } from './transaction.ts';

export interface DrainQueue extends Queue {
  /**
   * Does all jobs that start at or before now, in order of their start, and those they enqueue in turn.
   * A handler's error is thrown and its jobs stay, to be done by the next drain.
   * @returns how many jobs were done
   */
  drain(now: Date): Promise<number>;
  /** When the next job starts, so that the clock can be moved there. */
  nextStart(): Date | undefined;
}

interface Waiting {
  readonly job: Job;
  readonly startsAt: number;
}

interface Worker {
  readonly batchSize: number;
  readonly handle: Handle;
}

export function createDrainQueue(): DrainQueue {
  const workers = new Map<string, Worker>();
  const seen = new Set<string>();
  let waiting: readonly Waiting[] = [];

  return {
    async enqueue(tx: Tx, jobs: readonly Job[]) {
      const copies = jobs.map(copy);
      afterCommit(tx, () => add(copies));
    },
    async work(name: string, { batchSize }: WorkOptions, handle: Handle) {
      workers.set(name, { batchSize, handle });
    },
    nudge() {},
    async stop() {
      workers.clear();
    },
    async drain(now: Date) {
      let done = 0;
      for (;;) {
        const batch = nextBatch(now);
        if (!batch) return done;
        await batch.handle(batch.jobs.map(({ job }) => job.data));
        const gone = new Set(batch.jobs);
        waiting = waiting.filter((one) => !gone.has(one));
        done += batch.jobs.length;
      }
    },
    nextStart() {
      const first = waiting.find(({ job }) => workers.has(job.queue));
      return first && new Date(first.startsAt);
    },
  };

  function add(jobs: readonly Job[]): void {
    const added = jobs.filter(isNew).map((job) => ({ job, startsAt: job.startAt?.getTime() ?? 0 }));
    // A stable sort: jobs that start together are done in the order in which they were enqueued.
    waiting = [...waiting, ...added].sort((a, b) => a.startsAt - b.startsAt);
  }

  function isNew({ queue, id }: Job): boolean {
    if (id === undefined) return true;
    const key = `${queue} ${id}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  }

  function nextBatch(now: Date) {
    const due = waiting.filter(({ job, startsAt }) => startsAt <= now.getTime() && workers.has(job.queue));
    const name = due[0]?.job.queue;
    const worker = name === undefined ? undefined : workers.get(name);
    if (!worker) return undefined;
    const end = due.findIndex(({ job }) => job.queue !== name);
    const run = end < 0 ? due : due.slice(0, end);
    return { jobs: run.slice(0, worker.batchSize), handle: worker.handle };
  }
}

/** As the database would give it back, so that a simulation keeps nothing a real job would lose. */
function copy(job: Job): Job {
  return { ...job, data: JSON.parse(JSON.stringify(job.data)) };
}
