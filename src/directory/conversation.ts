// A conversation that the county knows: a group's channel or chat, or a person's own.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import { CountyId, GroupId, PersonId } from '../ids.ts';
import { Conversation } from '../platform.ts';

export const KnownConversation = Conversation.unwrap()
  .extend({ countyId: CountyId, groupId: GroupId.exactOptional(), personId: PersonId.exactOptional() })
  .readonly();
export type KnownConversation = z.infer<typeof KnownConversation>;

/** active; paused, because a platform refused; gone, because it was closed or the bot was put out. */
export const ConversationState = z.enum(['active', 'paused', 'gone']);
export type ConversationState = z.infer<typeof ConversationState>;

/** A conversation and what has become of it. */
export const StoredConversation = KnownConversation.unwrap()
  .extend({ state: ConversationState, reason: z.string().exactOptional() })
  .readonly();
export type StoredConversation = z.infer<typeof StoredConversation>;

/** Why a conversation is gone: its group or person is no longer in the county's file. */
export const LEFT = 'left';
/** Why a conversation is gone: somebody took its group off it. */
export const UNBOUND = 'unbound';

/** A conversation's new state, why, and since when. */
export interface StateChange {
  readonly state: ConversationState;
  readonly reason?: string;
  readonly at: Instant;
}
