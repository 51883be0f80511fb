// Where a conversation is in Teams, and what we call it.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { ConversationId } from '../../ids.ts';
import type { Conversation } from '../../platform.ts';

/** Conversation.address of every conversation in Teams. */
export const Address = z
  .object({
    /** Each conversation has its own: it tells which part of the world serves it, and it may move. */
    serviceUrl: z.url(),
    /** As Teams calls it, without a thread: "19:…@thread.tacv2", "a:1…". */
    conversationId: z.string().min(1),
    tenantId: z.string().min(1),
    /** Channels: the team as the connector calls it. */
    teamId: z.string().exactOptional(),
    /** Channels: the team as Graph calls it. */
    groupId: z.string().exactOptional(),
    /** Personal chats: the person's id in their directory. */
    userId: z.string().exactOptional(),
  })
  .readonly();
export type Address = z.infer<typeof Address>;

export type Kind = Conversation['kind'];

export function toConversation(kind: Kind, name: string, address: Address): Conversation {
  const id = toConversationId(address.tenantId, address.conversationId);
  return { id, platform: 'teams', kind, name, address };
}

/** The same place has the same id, wherever in the world it is served and however it is called. */
export function toConversationId(tenantId: string, conversationId: string): ConversationId {
  return ConversationId.parse(`teams/${tenantId}/${withoutThread(conversationId)}`);
}

export function readAddress({ platform, id, address }: Conversation): Address {
  if (platform !== 'teams') {
    throw new PlatformError(`A conversation on ${platform} was given to Teams. Give it to its own platform.`, {
      verdict: 'permanent',
      code: 'foreign-conversation',
    });
  }
  const read = Address.safeParse(address);
  if (read.success) return read.data;
  throw new PlatformError(`The address of ${id} cannot be read. Add the bot to the conversation again.`, {
    verdict: 'permanent',
    code: 'bad-address',
    isForAll: true,
    cause: read.error,
  });
}

/** In a channel every post begins a thread, and answers name it: "19:…@thread.tacv2;messageid=1700000000000". */
export function toThread(conversationId: string, rootId: string): string {
  return `${withoutThread(conversationId)};messageid=${rootId}`;
}

export function withoutThread(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}
