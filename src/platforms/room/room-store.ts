// The room's own messages: the only platform whose posts lie with us.
import { z } from 'zod';
import type { Instant } from '../../calendar/zone.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { ConversationId, type DeliveryKey, PromptId } from '../../ids.ts';
import { Message } from '../../message/message.ts';

/** Counts up as messages come: also their order. A string, because it travels in addresses and JSON. */
export const RoomMessageId = z
  .string()
  .regex(/^\d{1,18}$/)
  .brand<'RoomMessageId'>();
export type RoomMessageId = z.infer<typeof RoomMessageId>;

export interface RoomMessage {
  readonly id: RoomMessageId;
  readonly conversationId: ConversationId;
  readonly message: Message;
  readonly postedAt: Instant;
  readonly version: number;
}

export interface NewMessage {
  readonly key: DeliveryKey;
  readonly conversationId: ConversationId;
  readonly message: Message;
  readonly postedAt: Instant;
}

/** The same key again gives the message that is there, unchanged. */
export async function postMessage(db: Db, { key, ...post }: NewMessage): Promise<RoomMessageId> {
  await db.roomMessage.createMany({ data: [{ key, ...post }], skipDuplicates: true });
  const { id } = await db.roomMessage.findUniqueOrThrow({ where: { key }, select: { id: true } });
  return toId(id);
}

/** False where the message is no longer there. */
export async function changeMessage(db: Db, place: MessagePlace, message: Message): Promise<boolean> {
  const { count } = await db.roomMessage.updateMany({
    where: { id: BigInt(place.id), conversationId: place.conversationId },
    data: { message, version: { increment: 1 } },
  });
  return count > 0;
}

export interface MessagePlace {
  readonly conversationId: ConversationId;
  readonly id: RoomMessageId;
}

export async function findMessageByKey(
  db: Db,
  conversationId: ConversationId,
  key: DeliveryKey,
): Promise<RoomMessageId | undefined> {
  const row = await db.roomMessage.findUnique({ where: { key, conversationId }, select: { id: true } });
  return row ? toId(row.id) : undefined;
}

export interface Page {
  readonly conversationId: ConversationId;
  /** The newest to show; without it the newest there is. */
  readonly upTo?: RoomMessageId | undefined;
  readonly count: number;
}

/** Newest first. */
export async function listMessages(db: Db, { conversationId, upTo, count }: Page): Promise<readonly RoomMessage[]> {
  const rows = await db.roomMessage.findMany({
    where: { conversationId, ...(upTo ? { id: { lte: BigInt(upTo) } } : {}) },
    orderBy: { id: 'desc' },
    take: count,
    select: messageColumns,
  });
  return rows.map(toMessage);
}

/** Newest first. */
export async function findMessages(db: Db, ids: readonly RoomMessageId[]): Promise<readonly RoomMessage[]> {
  const rows = await db.roomMessage.findMany({
    where: { id: { in: ids.map(BigInt) } },
    orderBy: { id: 'desc' },
    select: messageColumns,
  });
  return rows.map(toMessage);
}

/** A message that asks. */
export interface AskingMessage extends MessagePlace {
  readonly promptId: PromptId;
}

const AskingRow = z.object({ id: RoomMessageId, conversationId: ConversationId, promptId: PromptId });

/** The newest messages that ask something, newest first. */
export async function listAsking(
  db: Db,
  conversationIds: readonly ConversationId[],
  count: number,
): Promise<readonly AskingMessage[]> {
  if (conversationIds.length === 0) return [];
  const rows = await db.$queryRaw`
    SELECT id::text AS "id", conversation_id AS "conversationId", message #>> '{question,promptId}' AS "promptId"
    FROM room_message
    WHERE conversation_id IN (${Prisma.join(conversationIds)}) AND message #>> '{question,promptId}' IS NOT NULL
    ORDER BY room_message.id DESC LIMIT ${count}`;
  return z.array(AskingRow).parse(rows);
}

/** Which version each message has come to: tells whether anything is new. */
export interface MessageVersion extends MessagePlace {
  readonly version: number;
}

/** Newest first. */
export async function listVersions(
  db: Db,
  conversationIds: readonly ConversationId[],
  count: number,
): Promise<readonly MessageVersion[]> {
  const rows = await db.roomMessage.findMany({
    where: { conversationId: { in: [...conversationIds] } },
    orderBy: { id: 'desc' },
    take: count,
    select: { id: true, conversationId: true, version: true },
  });
  return rows.map(({ id, conversationId, version }) => ({
    id: toId(id),
    conversationId: ConversationId.parse(conversationId),
    version,
  }));
}

const messageColumns = {
  id: true,
  conversationId: true,
  message: true,
  postedAt: true,
  version: true,
} satisfies Prisma.RoomMessageSelect;

type MessageRow = Prisma.RoomMessageGetPayload<{ select: typeof messageColumns }>;

function toMessage({ id, conversationId, message, postedAt, version }: MessageRow): RoomMessage {
  return {
    id: toId(id),
    conversationId: ConversationId.parse(conversationId),
    message: Message.parse(message),
    postedAt,
    version,
  };
}

function toId(id: bigint): RoomMessageId {
  return RoomMessageId.parse(String(id));
}
