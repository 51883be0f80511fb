// What was opened is closed: first whatever is at work, all at once and in limited time, then what it stood on.
import { setTimeout as wait } from 'node:timers/promises';
import { once } from '../database/once.ts';
import type { Log } from '../log.ts';

type Close = () => Promise<void>;

export interface Closing {
  /** Something at work, which is to finish what it has in hand. */
  stop(work: Close): void;
  /** Something that others stand on; closed last, in the opposite order of opening. */
  close(ground: Close): void;
  /** Closes everything, once. */
  all: Close;
}

/** Leaves two of the ten seconds that a stop may take for the ground. */
export const STOP_MS = 8_000;
const CLOSE_MS = 2_000;

/** What does not finish in time is left: every step is made so that the next start finds it and goes on. */
export function createClosing(log: Log): Closing {
  const works: Close[] = [];
  const grounds: Close[] = [];
  return {
    stop: (work) => works.push(work),
    close: (ground) => grounds.unshift(ground),
    all: once(async () => {
      const isDone = await finish(Promise.all(works.map(attempt)), STOP_MS);
      if (!isDone) log.warn('service.stopped-midway', undefined);
      for (const close of grounds) await finish(attempt(close), CLOSE_MS);
    }),
  };

  /** One that fails to close keeps no other from it. */
  async function attempt(close: Close): Promise<void> {
    await close().catch((error: unknown) => log.error('service.close-failed', error));
  }
}

async function finish(work: Promise<unknown>, withinMs: number): Promise<boolean> {
  const patience = new AbortController();
  const tooLate = wait(withinMs, false, { signal: patience.signal }).catch(() => false);
  const isDone = await Promise.race([work.then(() => true), tooLate]);
  patience.abort();
  return isDone;
}
