// What a worker has begun and not ended: it goes on meanwhile, and leaves nothing behind.
import { setTimeout as sleep } from 'node:timers/promises';

export interface UnderWay {
  readonly size: number;
  add(task: Promise<unknown>): void;
  /** Waits for all of it, for so long at most. */
  isLeftAfter(ms: number): Promise<boolean>;
  /** When everything has ended, well or not. @throws the first error that something ended with */
  end(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const tasks = new Set<Promise<unknown>>();
  const errors: unknown[] = [];
  const settle = async () => {
    while (tasks.size > 0) await Promise.all(tasks);
  };
  return {
    get size() {
      return tasks.size;
    },
    add(task) {
      const watched: Promise<unknown> = task
        .catch((error: unknown) => errors.push(error))
        .finally(() => tasks.delete(watched));
      tasks.add(watched);
    },
    async isLeftAfter(ms) {
      const stopping = new AbortController();
      const { signal } = stopping;
      await Promise.race([settle(), sleep(ms, undefined, { signal }).catch(() => {})]);
      stopping.abort();
      return tasks.size > 0;
    },
    async end() {
      await settle();
      if (errors.length > 0) throw errors[0];
    },
  };
}
