// A calendar that can be subscribed to: whose it is, and what makes its address.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CountyId } from '../ids.ts';
import { digestToken } from '../token.ts';

export const FeedKind = z.enum(['person', 'group', 'county']);
export type FeedKind = z.infer<typeof FeedKind>;

/** Whose calendar: a person's, a group's or a county's, by its id. */
export interface FeedOwner {
  readonly kind: FeedKind;
  readonly countyId: CountyId;
  readonly ownerId: string;
}

export const Feed = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    kind: FeedKind,
    ownerId: z.string().min(1),
    salt: z.string().min(1),
    tokenHash: z.string().min(1),
    renewedAt: z.date(),
  })
  .readonly();
export type Feed = z.infer<typeof Feed>;

/** Signs with the service's secret: nobody can make the same without it. */
export type Sign = (text: string) => string;

export function toFeedId({ kind, ownerId }: FeedOwner): string {
  return `${kind}:${ownerId}`;
}

/** The same for two who make the first address of one calendar at once: both are told the same. */
const FIRST = 'first';
const SALT_BYTES = 16;

interface Drafting {
  readonly sign: Sign;
  readonly now: Date;
  /** The address is another than the one before, which is nobody's any more. */
  readonly isNew: boolean;
}

export function draftFeed(owner: FeedOwner, { sign, now, isNew }: Drafting): Feed {
  const { kind, countyId, ownerId } = owner;
  const salt = isNew ? randomBytes(SALT_BYTES).toString('base64url') : FIRST;
  const drafted = { id: toFeedId(owner), countyId, kind, ownerId, salt, renewedAt: now };
  return Feed.parse({ ...drafted, tokenHash: digestToken('feed', toToken(drafted, sign)) });
}

/** What stands in the address: neither the table alone nor the secret alone tells it. */
export function toToken({ id, salt }: Pick<Feed, 'id' | 'salt'>, sign: Sign): string {
  return sign(`calendar:${id}:${salt}`);
}
