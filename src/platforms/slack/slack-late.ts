// Is something done in time? Where it is not, it goes on, and somebody is told so meanwhile.
import { setTimeout as wait } from 'node:timers/promises';

/** Undefined where it is not done within `ms`. */
export async function within<T>(ms: number, doing: Promise<T>): Promise<{ readonly done: T } | undefined> {
  const patience = new AbortController();
  try {
    const late = wait(ms, undefined, { signal: patience.signal });
    return await Promise.race([doing.then((done) => ({ done })), late]);
  } finally {
    patience.abort();
  }
}
