// "Send again to failed only": those who have got it do not get it twice.
import type { Instant } from '../calendar/zone.ts';
import type { Database } from '../database/open.ts';
import { type DeliveriesOfOne, type Retried, retryFailed } from '../delivery/resend-store.ts';

/** The next tick finds them in the outbox. */
export async function resendFailed(database: Database, which: DeliveriesOfOne, now: Instant): Promise<Retried> {
  return database.transaction((tx) => retryFailed(tx, which, now));
}
