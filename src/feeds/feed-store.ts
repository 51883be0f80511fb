// Reads and writes the calendars that can be subscribed to.
import type { Db, Tx } from '../database/open.ts';
import { digestToken } from '../token.ts';
import { Feed, type FeedOwner, toFeedId } from './feed.ts';

/** Whose address is this? The token names its county. */
export async function findFeedByToken(db: Db, token: string): Promise<Feed | undefined> {
  const row = await db.feed.findUnique({ where: { tokenHash: digestToken('feed', token) } });
  return row ? Feed.parse(row) : undefined;
}

export async function findFeed(db: Db, owner: FeedOwner): Promise<Feed | undefined> {
  const row = await db.feed.findFirst({ where: { id: toFeedId(owner), countyId: owner.countyId } });
  return row ? Feed.parse(row) : undefined;
}

/** Its address is the only one from now on. */
export async function saveFeed(tx: Tx, feed: Feed): Promise<void> {
  const { id, salt, tokenHash, renewedAt } = feed;
  await tx.feed.upsert({ where: { id }, create: feed, update: { salt, tokenHash, renewedAt } });
}
