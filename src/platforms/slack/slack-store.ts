// Every post in Slack by its key, as Slack itself takes no keys: written down before and after it is sent.
import { z } from 'zod';
import type { Instant } from '../../calendar/zone.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import type { OldPosts } from '../../forget-posts.ts';
import type { ConversationId, DeliveryKey } from '../../ids.ts';
import { findPromptOf, Message } from '../../message/message.ts';

/** Before the key of an act that is answered. */
export const ANSWER = 'answer:';

/**
 * begun: on its way, or nobody heard the end of it · sent · absent: it was refused, or is not there, as if it had never been
 * tried · unconfirmed: nobody can tell, and somebody was told so.
 */
const PostState = z.enum(['begun', 'sent', 'absent', 'unconfirmed']);
type PostState = z.infer<typeof PostState>;

const SlackPost = z
  .object({
    part: z.int(),
    parts: z.int(),
    state: PostState,
    ts: z.string().nullable(),
    changedAt: z.date(),
    begunAt: z.date(),
  })
  .readonly();
export type SlackPost = z.infer<typeof SlackPost>;

export interface NewPost {
  readonly key: DeliveryKey;
  readonly part: number;
  readonly parts: number;
  readonly conversationId: ConversationId;
  readonly at: Instant;
  readonly shown?: Message | undefined;
}

const select = {
  part: true,
  parts: true,
  state: true,
  ts: true,
  changedAt: true,
  begunAt: true,
} satisfies Prisma.SlackPostSelect;

/** All parts of what was begun under a key, in order. */
export async function readPosts(db: Db, key: DeliveryKey): Promise<readonly SlackPost[]> {
  const rows = await db.slackPost.findMany({ where: { key }, orderBy: { part: 'asc' }, select });
  return rows.map((row) => SlackPost.parse(row));
}

export async function hasPosts(db: Db, key: DeliveryKey): Promise<boolean> {
  return (await db.slackPost.findFirst({ where: { key }, select: { part: true } })) !== null;
}

/** One that was begun before stays since when it was. */
export async function beginPost(db: Db, { at, shown, ...post }: NewPost): Promise<void> {
  const { key, part, parts } = post;
  const begun = { state: 'begun', changedAt: at } as const;
  await db.slackPost.upsert({
    where: { key_part: { key, part } },
    create: { ...post, ...begun, begunAt: at, shown: shown ?? Prisma.DbNull },
    update: { ...begun, parts },
    select: { part: true },
  });
}

/** False where it was begun already, whatever became of it. */
export async function claimPost(db: Db, { at, shown: _, ...post }: NewPost): Promise<boolean> {
  const data = { ...post, state: 'begun', changedAt: at, begunAt: at };
  const { count } = await db.slackPost.createMany({ data: [data], skipDuplicates: true });
  return count > 0;
}

export interface PostEnd {
  readonly key: DeliveryKey;
  readonly part: number;
  readonly state: PostState;
  readonly ts?: string;
  readonly at: Instant;
}

export async function settlePost(db: Db, { key, part, state, ts, at }: PostEnd): Promise<void> {
  const data = { state, changedAt: at, ...(ts === undefined ? {} : { ts }) };
  await db.slackPost.updateMany({ where: { key, part }, data });
}

/** It never set out. */
export async function forgetPost(db: Db, key: DeliveryKey, part: number): Promise<void> {
  await db.slackPost.deleteMany({ where: { key, part } });
}

/** @returns how many rows are gone */
export async function forgetOldPosts(db: Db, { answersBefore, postsBefore, most }: OldPosts): Promise<number> {
  return db.$executeRaw`
    delete from slack_post where (key, part) in (
      select key, part from slack_post
      where changed_at < ${postsBefore} or (key like ${`${ANSWER}%`} and changed_at < ${answersBefore})
      limit ${most})`;
}

export interface PostPlace {
  readonly conversationId: ConversationId;
  readonly ts: string;
}

/** What the post there shows now, where it asks something. */
export async function findShown(db: Db, place: PostPlace): Promise<Message | undefined> {
  const row = await db.slackPost.findFirst({ where: { ...place }, select: { shown: true } });
  return Message.safeParse(row?.shown).data;
}

export async function changeShown(db: Db, place: PostPlace, message: Message, at: Instant): Promise<void> {
  const shown = findPromptOf(message) ? message : Prisma.DbNull;
  await db.slackPost.updateMany({ where: { ...place }, data: { shown, changedAt: at } });
}
