// One message for one conversation: the outbox row and, once sent, the message.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import { type ConversationId, DeliveryKey } from '../ids.ts';
import type { Message } from '../message/message.ts';
import type { Conversation, Sent } from '../platform.ts';

/** waiting (also for a paused conversation to open) → sending → sent; held while paused; failed when nobody will ever get it; cancelled when it lost its cause. */
export const DeliveryState = z.enum(['waiting', 'held', 'sending', 'sent', 'failed', 'cancelled']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** A delivery whose turn it is, leased by this worker. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly key: DeliveryKey;
  readonly to: Conversation;
  readonly message: Message;
  readonly version: number;
  readonly attempts: number;
  /** An earlier attempt may have arrived: look before sending. */
  readonly isUnknown: boolean;
  /** The moment that the platform's pace promised, where one was. */
  readonly slotAt?: Instant;
  /** Whoever died with it in hand had not begun to send it: its moment was not used. */
  readonly isUnbegun?: boolean;
  /** There for an update of what was sent. */
  readonly sent?: Sent;
}

/** What became of one attempt. */
export type Outcome =
  | { readonly id: string; readonly kind: 'sent'; readonly sent: Sent; readonly version: number }
  | {
      readonly id: string;
      readonly kind: 'again';
      readonly at: Instant;
      readonly isUnknown: boolean;
      readonly code: string;
      /** Nothing left for the platform: it counts as no attempt. */
      readonly isUntried: boolean;
      /** A moment that it was promised and did not use: it is given back. */
      readonly slotAt?: Instant;
    }
  /** Not tried: its turn is still to come, at the moment that it was promised, where it was. */
  | { readonly id: string; readonly kind: 'paced'; readonly at: Instant; readonly slotAt?: Instant }
  /** Nobody will try again by himself. Should somebody ask for it: may it have arrived? */
  | {
      readonly id: string;
      readonly kind: 'failed';
      readonly isUnknown: boolean;
      readonly code: string;
      /** Nothing else would arrive in its conversation either. */
      readonly isForAll: boolean;
    }
  /** The post was deleted by somebody: it is posted anew. */
  | { readonly id: string; readonly kind: 'gone' };

/** The same for every attempt at one post; a new one where a deleted post is posted anew. */
export function toDeliveryKey(occurrenceKey: string, conversationId: ConversationId, generation: number): DeliveryKey {
  const key = `${occurrenceKey}>${conversationId}`;
  return DeliveryKey.parse(generation === 0 ? key : `${key}#${generation}`);
}
