// Which posts does nobody ask a platform after any more? Their rows are forgotten, a few at a time, once a day.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { PlatformName } from '../platform.ts';
import type { Journal } from './journal-store.ts';

export interface Forgetting {
  readonly platform: PlatformName;
  readonly clock: Clock;
  readonly log: Log;
  readonly journal: Journal;
}

const DAY_MS = 24 * 60 * 60_000;
/** A platform tells of an act again within minutes, and never days later. */
const ANSWER_DAYS = 30;
/**
 * A year with its follow-up. A delivery is tried for hours, is of use for weeks, and its question closes within the year; after
 * this nobody sends it again, and its card is not looked at as one's own.
 */
const POST_DAYS = 400;
const AT_ONCE = 1_000;
/** More than a county posts in a day: what is left over is forgotten tomorrow. */
const MOST_ROUNDS = 50;

export async function forgetPosts({ platform, clock, log, journal }: Forgetting): Promise<void> {
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
  const old = { answersBefore: daysAgo(ANSWER_DAYS), postsBefore: daysAgo(POST_DAYS), most: AT_ONCE };
  let forgotten = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const count = await journal.forgetOld(old);
    forgotten += count;
    if (count < AT_ONCE) break;
  }
  if (forgotten > 0) log.info('posts.forgotten', { platform, posts: forgotten });
}
