// "Send again to failed only": those who have got it do not get it twice.
import { deliveryQueue } from '../delivery/deliver.ts';
import { type DeliveriesOfOne, retryFailed } from '../delivery/resend-store.ts';
import type { Road } from './road.ts';

/** @returns how many will be tried again */
export async function resendFailed({ database, queue, clock }: Road, which: DeliveriesOfOne): Promise<number> {
  return database.transaction(async (tx) => {
    const platforms = await retryFailed(tx, which, clock.now());
    await queue.enqueue(
      tx,
      [...new Set(platforms)].map((platform) => ({ queue: deliveryQueue(platform), data: {} })),
    );
    return platforms.length;
  });
}
