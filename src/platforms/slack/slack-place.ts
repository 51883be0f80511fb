// Where a conversation is in Slack, and what we call it.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { ConversationId } from '../../ids.ts';
import type { Conversation } from '../../platform.ts';

/** Conversation.address of every conversation in Slack. */
export const Address = z
  .object({
    /** The workspace in which the app is installed: "T…". */
    teamId: z.string().min(1),
    /** "C…" a channel, "G…" a private one or a group's direct messages, "D…" direct messages. */
    channelId: z.string().min(1),
    /** Direct messages: the person. */
    userId: z.string().exactOptional(),
  })
  .readonly();
export type Address = z.infer<typeof Address>;

export function toConversation(kind: Conversation['kind'], name: string, address: Address): Conversation {
  return { id: toConversationId(address.teamId, address.channelId), platform: 'slack', kind, name, address };
}

export function toConversationId(teamId: string, channelId: string): ConversationId {
  return ConversationId.parse(`slack/${teamId}/${channelId}`);
}

export function readAddress({ platform, id, address }: Conversation): Address {
  if (platform !== 'slack') {
    throw new PlatformError(`A conversation on ${platform} was given to Slack. Give it to its own platform.`, {
      verdict: 'permanent',
      code: 'foreign-conversation',
    });
  }
  const read = Address.safeParse(address);
  if (read.success) return read.data;
  throw new PlatformError(`The address of ${id} cannot be read. Invite the app to the conversation again.`, {
    verdict: 'permanent',
    code: 'bad-address',
    isForAll: true,
    cause: read.error,
  });
}
