// Every post in Teams by its key, as Teams itself cannot be asked for keys: written down before and after it is sent.
import { z } from 'zod';
import type { Instant } from '../../calendar/zone.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import type { OldPosts } from '../../forget-posts.ts';
import type { ConversationId, DeliveryKey } from '../../ids.ts';
import { findPromptOf, Message } from '../../message/message.ts';

/**
 * begun: on its way, or nobody heard the end of it · doubtful: a gateway answered in the place of Teams · sent ·
 * unconfirmed: nobody can tell whether it arrived, and somebody was told so.
 */
const PostState = z.enum(['begun', 'doubtful', 'sent', 'unconfirmed']);
type PostState = z.infer<typeof PostState>;

const TeamsPost = z
  .object({
    part: z.int(),
    parts: z.int(),
    state: PostState,
    activityId: z.string().nullable(),
    changedAt: z.date(),
    begunAt: z.date(),
  })
  .readonly();
export type TeamsPost = z.infer<typeof TeamsPost>;

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
  activityId: true,
  changedAt: true,
  begunAt: true,
} satisfies Prisma.TeamsPostSelect;

/** All parts of what was begun under a key, in order. */
export async function readPosts(db: Db, key: DeliveryKey): Promise<readonly TeamsPost[]> {
  const rows = await db.teamsPost.findMany({ where: { key }, orderBy: { part: 'asc' }, select });
  return rows.map((row) => TeamsPost.parse(row));
}

/** One that was begun before stays since when it was. */
export async function beginPost(db: Db, { at, shown, ...post }: NewPost): Promise<void> {
  const { key, part, parts } = post;
  const begun = { state: 'begun', changedAt: at } as const;
  await db.teamsPost.upsert({
    where: { key_part: { key, part } },
    create: { ...post, ...begun, begunAt: at, shown: shown ?? Prisma.DbNull },
    update: { ...begun, parts },
    select: { part: true },
  });
}

/** False where it was begun already, whatever became of it. */
export async function claimPost(db: Db, { at, shown: _, ...post }: NewPost): Promise<boolean> {
  const data = { ...post, state: 'begun', changedAt: at, begunAt: at };
  const { count } = await db.teamsPost.createMany({ data: [data], skipDuplicates: true });
  return count > 0;
}

export interface PostEnd {
  readonly key: DeliveryKey;
  readonly part: number;
  readonly state: PostState;
  readonly activityId?: string;
  readonly at: Instant;
}

export async function settlePost(db: Db, { key, part, state, activityId, at }: PostEnd): Promise<void> {
  const data = { state, changedAt: at, ...(activityId === undefined ? {} : { activityId }) };
  await db.teamsPost.updateMany({ where: { key, part }, data });
}

/** It was refused in so many words: it is as if it had never been tried. */
export async function forgetPost(db: Db, key: DeliveryKey, part: number): Promise<void> {
  await db.teamsPost.deleteMany({ where: { key, part } });
}

/** Of what somebody asked for, the answer's key begins so. */
export const ANSWER = 'answer:';

/** @returns how many rows are gone */
export async function forgetOldPosts(db: Db, { answersBefore, postsBefore, most }: OldPosts): Promise<number> {
  return db.$executeRaw`
    delete from teams_post where (key, part) in (
      select key, part from teams_post
      where changed_at < ${postsBefore} or (key like ${`${ANSWER}%`} and changed_at < ${answersBefore})
      limit ${most})`;
}

export interface CardPlace {
  readonly conversationId: ConversationId;
  readonly activityId: string;
}

/** What the card there shows now, where it asks something. */
export async function findShown(db: Db, place: CardPlace): Promise<Message | undefined> {
  const row = await db.teamsPost.findFirst({ where: { ...place }, select: { shown: true } });
  return Message.safeParse(row?.shown).data;
}

export async function changeShown(db: Db, place: CardPlace, message: Message, at: Instant): Promise<void> {
  const shown = findPromptOf(message) ? message : Prisma.DbNull;
  await db.teamsPost.updateMany({ where: { ...place }, data: { shown, changedAt: at } });
}
