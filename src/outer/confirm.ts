// What became of a message whose end nobody heard? Looked for where it may be read; never guessed where it may not.
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { PlatformError } from '../errors.ts';
import type { DeliveryKey } from '../ids.ts';
import type { Conversation } from '../platform.ts';
import type { Journal, KeptPost } from './journal-store.ts';

/**
 * All posts of a key that are known of: those that arrived are marked as sent.
 * @throws PlatformError "unconfirmed" where nobody can tell
 */
export type Confirm = (to: Conversation, key: DeliveryKey) => Promise<readonly KeptPost[]>;

export interface Search {
  readonly to: Conversation;
  /** What the posts that are looked for carry. */
  readonly marks: readonly string[];
  /** No earlier than this. */
  readonly since: Date;
  /** The post in whose thread they stand. */
  readonly rootRef?: string | undefined;
}

/** What each post that was found is known by, by its mark; undefined where nobody lets us read. */
export type Look = (search: Search) => Promise<ReadonlyMap<string, string> | undefined>;

export interface Ways {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly look: Look;
  /** Whether the posts after the first stand in its thread. */
  readonly hasThreads: (to: Conversation) => boolean;
  /**
   * Where looking is rationed, what is not there once is not looked for again before it is sent. Elsewhere it is: what
   * arrived a moment ago may not be seen yet.
   */
  readonly isRationed: boolean;
}

/** Whoever sends an unconfirmed message again after this has been told, and has asked for it. */
const REFUSED_MS = 5 * 60_000;

export function createConfirm(ways: Ways): Confirm {
  const { journal, clock, isRationed } = ways;

  async function settle(key: DeliveryKey, part: number, found: ReadonlyMap<string, string> | undefined): Promise<void> {
    const at = clock.now();
    if (!found) return journal.settle({ key, part, state: 'unconfirmed', at });
    const ref = found.get(toMark(key, part));
    if (ref !== undefined) await journal.settle({ key, part, state: 'sent', ref, at });
    else if (isRationed) await journal.settle({ key, part, state: 'absent', at });
  }

  return async (to, key) => {
    const posts = await journal.read(key);
    const at = clock.now();
    if (posts.some((post) => isFreshlyRefused(post, at))) refuseUnconfirmed();
    const open = posts.filter(({ state }) => state === 'begun' || state === 'doubtful');
    if (open.length === 0) return posts;
    const found = await lookForOpen(ways, { to, key, posts, open });
    // Where nobody may look, a gateway's word is taken as it stands: try again. Silence is not.
    if (!found && open.every(({ state }) => state === 'doubtful')) return posts;
    for (const { part } of open) await settle(key, part, found);
    return found ? journal.read(key) : refuseUnconfirmed();
  };
}

/** A post carries it where nobody sees it, and is found again by it. It says nothing to whoever reads it. */
export function toMark(key: DeliveryKey, part: number): string {
  return `samverk-${createHash('sha256').update(`${key}/${part}`).digest('hex').slice(0, 24)}`;
}

function isFreshlyRefused({ state, changedAt }: KeptPost, at: Date): boolean {
  return state === 'unconfirmed' && at.getTime() - changedAt.getTime() < REFUSED_MS;
}

/**
 * Nobody can tell whether it arrived. It is not sent again by itself, as a question that is asked twice does more harm
 * than a question that the coordinator is told about.
 */
function refuseUnconfirmed(): never {
  throw new PlatformError('Nobody can tell whether the message arrived. Ask there before it is sent again.', {
    verdict: 'permanent',
    code: 'unconfirmed',
  });
}

interface Open {
  readonly to: Conversation;
  readonly key: DeliveryKey;
  readonly posts: readonly KeptPost[];
  readonly open: readonly KeptPost[];
}

/** Where there are threads, the first post begins the one that the others stand in. */
async function lookForOpen(
  { look, hasThreads }: Ways,
  { to, key, posts, open }: Open,
): Promise<ReadonlyMap<string, string> | undefined> {
  const since = new Date(Math.min(...open.map(({ begunAt }) => begunAt.getTime())));
  const toMarks = (some: readonly KeptPost[]) => some.map(({ part }) => toMark(key, part));
  const firsts = open.filter(({ part }) => part === 0 || !hasThreads(to));
  const others = open.filter((post) => !firsts.includes(post));
  const found = firsts.length === 0 ? new Map<string, string>() : await look({ to, since, marks: toMarks(firsts) });
  const rootRef = found?.get(toMark(key, 0)) ?? posts.find(({ part }) => part === 0)?.ref ?? undefined;
  if (!found || others.length === 0 || rootRef === undefined) return found;
  const more = await look({ to, since, marks: toMarks(others), rootRef });
  return more && new Map([...found, ...more]);
}
