// The bot may write in a conversation again: what waited there, and is still of use, is sent.
import type { Tx } from '../database/open.ts';
import { cancelOvertaken, reviveRefused } from '../delivery/conversation-steer-store.ts';
import { deliveryQueue } from '../delivery/deliver.ts';
import { openConversation } from '../directory/binding-store.ts';
import type { KnownConversation } from '../directory/conversation.ts';
import { LATE_MS } from './late.ts';
import type { Road } from './road.ts';

/** Opens a conversation, new or known, for whom it belongs to now. */
export async function reviveConversation({ clock, queue }: Road, tx: Tx, known: KnownConversation): Promise<void> {
  const now = clock.now();
  await reviveRefused(tx, known.id, now);
  await cancelOvertaken(tx, known.id, { dueBefore: new Date(now.getTime() - LATE_MS), now });
  await openConversation(tx, known, now);
  await queue.enqueue(tx, [{ queue: deliveryQueue(known.platform), data: {} }]);
}
