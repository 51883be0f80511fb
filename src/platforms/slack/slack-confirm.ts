// What became of a message whose end nobody heard? Looked for where it may be read; never guessed where it may not.
import { createHash } from 'node:crypto';
import type { DeliveryKey } from '../../ids.ts';
import type { Conversation } from '../../platform.ts';
import { refuseUnconfirmed } from './slack-errors.ts';
import type { Look } from './slack-look.ts';
import { readAddress } from './slack-place.ts';
import type { SlackSetting } from './slack-setting.ts';
import { readPosts, type SlackPost, settlePost } from './slack-store.ts';

/**
 * All posts of a key that are known of: those that arrived are marked as sent, and those that did not as absent.
 * @throws PlatformError "unconfirmed" where nobody can tell
 */
export type Confirm = (to: Conversation, key: DeliveryKey) => Promise<readonly SlackPost[]>;

/** Whoever sends an unconfirmed message again after this has been told, and has asked for it. */
const REFUSED_MS = 5 * 60_000;

export function createConfirm({ db, clock }: SlackSetting, look: Look): Confirm {
  return async (to, key) => {
    const posts = await readPosts(db, key);
    const at = clock.now();
    if (posts.some((post) => isFreshlyRefused(post, at))) refuseUnconfirmed();
    const open = posts.filter(({ state }) => state === 'begun');
    if (open.length === 0) return posts;
    const found = await lookForOpen(look, { to, key, posts, open });
    for (const { part } of open) await settle(key, part, found);
    return found ? readPosts(db, key) : refuseUnconfirmed();
  };

  async function settle(key: DeliveryKey, part: number, found: ReadonlyMap<string, string> | undefined): Promise<void> {
    const at = clock.now();
    if (!found) return settlePost(db, { key, part, state: 'unconfirmed', at });
    const ts = found.get(toMark(key, part));
    // Looking is rationed: what is not there is not looked for once more before it is sent.
    if (ts === undefined) return settlePost(db, { key, part, state: 'absent', at });
    return settlePost(db, { key, part, state: 'sent', ts, at });
  }
}

/** Says nothing to whoever reads it. */
export function toMark(key: DeliveryKey, part: number): string {
  return createHash('sha256').update(`${key}/${part}`).digest('hex').slice(0, 32);
}

function isFreshlyRefused({ state, changedAt }: SlackPost, at: Date): boolean {
  return state === 'unconfirmed' && at.getTime() - changedAt.getTime() < REFUSED_MS;
}

interface Open {
  readonly to: Conversation;
  readonly key: DeliveryKey;
  readonly posts: readonly SlackPost[];
  readonly open: readonly SlackPost[];
}

/** The first post begins the thread that the others stand in. */
async function lookForOpen(
  look: Look,
  { to, key, posts, open }: Open,
): Promise<ReadonlyMap<string, string> | undefined> {
  const since = new Date(Math.min(...open.map(({ begunAt }) => begunAt.getTime())));
  const search = { address: readAddress(to), since };
  const first = open.find(({ part }) => part === 0);
  const others = open.filter(({ part }) => part > 0).map(({ part }) => toMark(key, part));
  const found = first ? await look({ ...search, marks: [toMark(key, 0)] }) : new Map<string, string>();
  const rootTs = found?.get(toMark(key, 0)) ?? posts.find(({ part }) => part === 0)?.ts ?? undefined;
  if (!found || others.length === 0 || rootTs === undefined) return found;
  const more = await look({ ...search, marks: others, rootTs });
  return more && new Map([...found, ...more]);
}
