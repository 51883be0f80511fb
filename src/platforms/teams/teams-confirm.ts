// What became of a message whose end nobody heard? Looked for where it may be read; never guessed where it may not.
import { createHash } from 'node:crypto';
import type { DeliveryKey } from '../../ids.ts';
import type { Conversation } from '../../platform.ts';
import { refuseUnconfirmed } from './teams-errors.ts';
import type { Look } from './teams-graph.ts';
import { readAddress } from './teams-place.ts';
import type { TeamsSetting } from './teams-setting.ts';
import { readPosts, settlePost, type TeamsPost } from './teams-store.ts';

/**
 * All posts of a key that are known of, those that arrived marked as sent.
 * @throws PlatformError "unconfirmed" where nobody can tell
 */
export type Confirm = (to: Conversation, key: DeliveryKey) => Promise<readonly TeamsPost[]>;

/** Whoever sends an unconfirmed message again after this has been told, and has asked for it. */
const REFUSED_MS = 5 * 60_000;

export function createConfirm({ db, clock }: TeamsSetting, look: Look): Confirm {
  return async (to, key) => {
    const posts = await readPosts(db, key);
    const at = clock.now();
    if (posts.some((post) => isFreshlyRefused(post, at))) refuseUnconfirmed();
    const open = posts.filter(({ state }) => state === 'begun' || state === 'doubtful');
    if (open.length === 0) return posts;
    const found = await lookForOpen(look, { to, key, posts, open });
    // Where nobody may look, a gateway's word is taken as Microsoft says: try again. Silence is not.
    if (!found && open.every(({ state }) => state === 'doubtful')) return posts;
    for (const { part } of open) await settle(key, part, found);
    return found ? readPosts(db, key) : refuseUnconfirmed();
  };

  async function settle(key: DeliveryKey, part: number, found: ReadonlyMap<string, string> | undefined): Promise<void> {
    const at = clock.now();
    if (!found) return settlePost(db, { key, part, state: 'unconfirmed', at });
    const activityId = found.get(toMark(key, part));
    if (activityId !== undefined) await settlePost(db, { key, part, state: 'sent', activityId, at });
  }
}

/** Stands in the card, where nobody sees it: by it a post is found again. */
export function toMark(key: DeliveryKey, part: number): string {
  return `samverk-${createHash('sha256').update(`${key}/${part}`).digest('hex').slice(0, 24)}`;
}

function isFreshlyRefused({ state, changedAt }: TeamsPost, at: Date): boolean {
  return state === 'unconfirmed' && at.getTime() - changedAt.getTime() < REFUSED_MS;
}

interface Open {
  readonly to: Conversation;
  readonly key: DeliveryKey;
  readonly posts: readonly TeamsPost[];
  readonly open: readonly TeamsPost[];
}

/** In a channel, the first post begins the thread that the others stand in. */
async function lookForOpen(
  look: Look,
  { to, key, posts, open }: Open,
): Promise<ReadonlyMap<string, string> | undefined> {
  const since = new Date(Math.min(...open.map(({ begunAt }) => begunAt.getTime())));
  const search = { kind: to.kind, address: readAddress(to), since };
  const toMarks = (some: readonly TeamsPost[]) => some.map(({ part }) => toMark(key, part));
  const firsts = open.filter(({ part }) => to.kind !== 'channel' || part === 0);
  const others = open.filter((post) => !firsts.includes(post));
  const found = firsts.length === 0 ? new Map<string, string>() : await look({ ...search, marks: toMarks(firsts) });
  const rootId = found?.get(toMark(key, 0)) ?? posts.find(({ part }) => part === 0)?.activityId ?? undefined;
  if (!found || others.length === 0 || rootId === undefined) return found;
  const more = await look({ ...search, marks: toMarks(others), rootId });
  return more && new Map([...found, ...more]);
}
