// Every few seconds: what is due is handed out, what is over is closed, what was lost is found.
import { cancelUseless } from '../delivery/conversation-steer-store.ts';
import { deliveryQueue } from '../delivery/deliver.ts';
import { listBusyPlatforms } from '../delivery/delivery-store.ts';
import { closeDuePrompts, takeStalePrompts } from '../replies/prompt-store.ts';
import { handOutDue, handOutStranded } from './hand-out.ts';
import { planAhead } from './plan-ahead.ts';
import { REFRESH_QUEUE } from './refresh.ts';
import { REOPEN_QUEUE } from './reopen-listed.ts';
import type { Road } from './road.ts';
import { beat, takeTurn } from './tick-store.ts';

export const TICK_SECONDS = 5;
/** What is due before the next tick is handed out now, with its exact start. */
const REACH_MS = 2 * TICK_SECONDS * 1000;
export const PULSE_QUEUE = 'pulse';
const PULSE_EVERY_MS = 30_000;
const PLAN_EVERY_MS = 10 * 60_000;
export const TIDY_QUEUE = 'tidy';
const TIDY_EVERY_MS = 24 * 60 * 60_000;
export const APPOINTMENTS_QUEUE = 'appointments';
const APPOINTMENTS_EVERY_MS = 5 * 60_000;

export async function tick(road: Road): Promise<void> {
  const { database, queue } = road;
  const now = road.clock.now();
  await beat(database.db, 'due', now);
  // One replica plans ahead, the others see that it was done.
  if (await takeTurn(database.db, 'plan', { now, every: PLAN_EVERY_MS })) {
    await planAhead(road, now);
    await cancelUseless(database.db, now);
    await database.transaction((tx) => queue.enqueue(tx, [{ queue: REOPEN_QUEUE, data: {} }]));
  }
  if (await takeTurn(database.db, 'appointments', { now, every: APPOINTMENTS_EVERY_MS })) {
    await send(road, APPOINTMENTS_QUEUE);
  }
  await handOutDue(database, queue, new Date(now.getTime() + REACH_MS));
  await handOutStranded(database, queue, now);
  if (await takeTurn(database.db, 'pulse', { now, every: PULSE_EVERY_MS })) await send(road, PULSE_QUEUE);
  if (await takeTurn(database.db, 'tidy', { now, every: TIDY_EVERY_MS })) await send(road, TIDY_QUEUE);
  await closePrompts(road);
  await wakeOutbox(road);
}

/** The pulse goes round and shows that jobs are done; see /readyz. */
async function send({ database, queue }: Road, name: string): Promise<void> {
  await database.transaction((tx) => queue.enqueue(tx, [{ queue: name, data: {} }]));
}

/** Closes what is over, and has the cards looked through of this and of what was saved anew. */
async function closePrompts({ database, queue, clock }: Road): Promise<void> {
  await database.transaction(async (tx) => {
    const closed = await closeDuePrompts(tx, clock.now());
    const ids = new Set([...closed.map(({ id }) => id), ...(await takeStalePrompts(tx))]);
    await queue.enqueue(
      tx,
      [...ids].map((id) => ({ queue: REFRESH_QUEUE, data: { prompt: id, units: 'all' } })),
    );
  });
}

/** A job may be lost, a row in the outbox is not. */
async function wakeOutbox({ database, queue, clock }: Road): Promise<void> {
  const platforms = await listBusyPlatforms(database.db, clock.now());
  if (platforms.length === 0) return;
  await database.transaction((tx) =>
    queue.enqueue(
      tx,
      platforms.map((platform) => ({ queue: deliveryQueue(platform), data: {} })),
    ),
  );
}
