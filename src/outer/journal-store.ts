// Every post of ours on somebody else's platform by its key, as none of them takes keys: written down before and after it is sent.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import type { ConversationId, DeliveryKey } from '../ids.ts';
import { findPromptOf, Message } from '../message/message.ts';
import type { PlatformName } from '../platform.ts';

/** Before the key of an act that is answered. */
export const ANSWER = 'answer:';

/**
 * begun: on its way, or nobody heard the end of it · doubtful: a gateway answered in the place of the platform · sent ·
 * absent: it was refused, or is not there, as if it had never been tried · unconfirmed: nobody can tell, and somebody was
 * told so.
 */
const PostState = z.enum(['begun', 'doubtful', 'sent', 'absent', 'unconfirmed']);
type PostState = z.infer<typeof PostState>;

const KeptPost = z
  .object({
    part: z.int(),
    parts: z.int(),
    state: PostState,
    /** By which the platform knows it. */
    ref: z.string().nullable(),
    changedAt: z.date(),
    begunAt: z.date(),
  })
  .readonly();
export type KeptPost = z.infer<typeof KeptPost>;

export interface NewPost {
  readonly key: DeliveryKey;
  readonly part: number;
  readonly parts: number;
  readonly conversationId: ConversationId;
  readonly at: Instant;
  readonly shown?: Message | undefined;
}

export interface PostEnd {
  readonly key: DeliveryKey;
  readonly part: number;
  readonly state: PostState;
  readonly ref?: string;
  readonly at: Instant;
}

export interface PostPlace {
  readonly conversationId: ConversationId;
  readonly ref: string;
}

/** Those that nothing happened to since: answers to what somebody wrote, and everything that the road sent. */
export interface OldPosts {
  readonly answersBefore: Instant;
  readonly postsBefore: Instant;
  readonly most: number;
}

export interface Journal {
  /** All parts of what was begun under a key, in order. */
  read(key: DeliveryKey): Promise<readonly KeptPost[]>;
  has(key: DeliveryKey): Promise<boolean>;
  /** One that was begun before stays since when it was. */
  begin(post: NewPost): Promise<void>;
  /** False where it was begun already, whatever became of it. */
  claim(post: Omit<NewPost, 'shown'>): Promise<boolean>;
  settle(end: PostEnd): Promise<void>;
  /** It never set out. */
  forget(key: DeliveryKey, part: number): Promise<void>;
  /** @returns how many rows are gone */
  forgetOld(old: OldPosts): Promise<number>;
  /** What the post there shows now, where it asks something. */
  findShown(place: PostPlace): Promise<Message | undefined>;
  changeShown(place: PostPlace, message: Message, at: Instant): Promise<void>;
}

const select = {
  part: true,
  parts: true,
  state: true,
  ref: true,
  changedAt: true,
  begunAt: true,
} satisfies Prisma.OuterPostSelect;

export function openJournal(db: Db, platform: PlatformName): Journal {
  return {
    async read(key) {
      const rows = await db.outerPost.findMany({ where: { platform, key }, orderBy: { part: 'asc' }, select });
      return rows.map((row) => KeptPost.parse(row));
    },

    async has(key) {
      return (await db.outerPost.findFirst({ where: { platform, key }, select: { part: true } })) !== null;
    },

    async begin({ at, shown, ...post }) {
      const { key, part, parts } = post;
      const begun = { state: 'begun', changedAt: at } as const;
      await db.outerPost.upsert({
        where: { platform_key_part: { platform, key, part } },
        create: { platform, ...post, ...begun, begunAt: at, shown: shown ?? Prisma.DbNull },
        update: { ...begun, parts },
        select: { part: true },
      });
    },

    async claim({ at, ...post }) {
      const data = { platform, ...post, state: 'begun', changedAt: at, begunAt: at };
      const { count } = await db.outerPost.createMany({ data: [data], skipDuplicates: true });
      return count > 0;
    },

    async settle({ key, part, state, ref, at }) {
      const data = { state, changedAt: at, ...(ref === undefined ? {} : { ref }) };
      await db.outerPost.updateMany({ where: { platform, key, part }, data });
    },

    async forget(key, part) {
      await db.outerPost.deleteMany({ where: { platform, key, part } });
    },

    async forgetOld({ answersBefore, postsBefore, most }) {
      return db.$executeRaw`
        delete from outer_post where (platform, key, part) in (
          select platform, key, part from outer_post
          where platform = ${platform}
            and (changed_at < ${postsBefore} or (key like ${`${ANSWER}%`} and changed_at < ${answersBefore}))
          limit ${most})`;
    },

    async findShown(place) {
      const row = await db.outerPost.findFirst({ where: { platform, ...place }, select: { shown: true } });
      return Message.safeParse(row?.shown).data;
    },

    async changeShown(place, message, at) {
      const shown = findPromptOf(message) ? message : Prisma.DbNull;
      await db.outerPost.updateMany({ where: { platform, ...place }, data: { shown, changedAt: at } });
    },
  };
}
