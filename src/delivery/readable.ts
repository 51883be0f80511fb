// Whose address can be read? One that cannot be read is refused by itself, and holds up nobody else.
import type { Conversation, Platform } from '../platform.ts';
import type { AttemptRoom } from './attempt.ts';
import type { ClaimedDelivery, Outcome } from './delivery.ts';
import { judge } from './verdict.ts';

/** Undefined where its address cannot be read. */
export function findTenant(platform: Platform, conversation: Conversation): string | undefined {
  try {
    return platform.tenantOf(conversation);
  } catch {
    return undefined;
  }
}

/** What becomes of those that cannot be sent anywhere. */
export function refuseUnreadable(
  { clock, log, chance }: AttemptRoom,
  platform: Platform,
  deliveries: readonly ClaimedDelivery[],
): readonly Outcome[] {
  return deliveries.flatMap((delivery) => {
    try {
      platform.tenantOf(delivery.to);
      return [];
    } catch (error) {
      const outcome = judge({ delivery, error, now: clock.now(), chance: chance() });
      log.warn('delivery.unreadable', error, { delivery: delivery.id, platform: platform.name, outcome: outcome.kind });
      return [outcome];
    }
  });
}
