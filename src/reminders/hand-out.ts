// What is due now, or within the next tick, is handed to the workers with its exact start.
import type { Instant } from '../calendar/zone.ts';
import type { Database } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import { claimDue, type HandedOut, listStranded } from './occurrence-store.ts';

export const TELL_QUEUE = 'tell';
const BATCH = 500;
/** A job that has not told its occurrence by then was lost. */
const STRANDED_MS = 5 * 60_000;

/** @returns how many were handed out */
export async function handOutDue(database: Database, queue: Queue, horizon: Instant): Promise<number> {
  let handedOut = 0;
  for (;;) {
    const batch = await database.transaction(async (tx) => {
      const due = await claimDue(tx, horizon, BATCH);
      await queue.enqueue(tx, due.map(toJob));
      return due.length;
    });
    handedOut += batch;
    if (batch < BATCH) return handedOut;
  }
}

/** Hands out once more what was lost on the way. Telling twice changes nothing. */
export async function handOutStranded(database: Database, queue: Queue, now: Instant): Promise<void> {
  const stranded = await listStranded(database.db, new Date(now.getTime() - STRANDED_MS));
  if (stranded.length === 0) return;
  await database.transaction((tx) => queue.enqueue(tx, stranded.map(toJob)));
}

// No id of its own: claimed together with its job, an occurrence is handed out once. Put back on the plan by a pause or a
// new time, it is handed out once more, and that must not be taken for the job that was done.
function toJob({ id, dueAt }: HandedOut) {
  return { queue: TELL_QUEUE, data: { occurrence: id }, startAt: dueAt };
}
