// Pause, resume or cancel what a subject still has to say, also while it is being sent.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../calendar/zone.ts';
import type { Database, Tx } from '../database/open.ts';
import { cancelWaiting, countOnTheirWay, holdWaiting, releaseHeld } from '../delivery/delivery-steer-store.ts';
import { cancelOccurrences, waitForTellers } from './occurrence-steer-store.ts';
import { addPause, type PausedSubject, removePause } from './pause-store.ts';

/**
 * Does it in a transaction. When this returns, nothing that was on its way at that moment still is: it has arrived or failed.
 * @returns what the act returns
 */
export async function steer<Done>(
  database: Database,
  subject: PausedSubject,
  act: (tx: Tx) => Promise<Done>,
): Promise<Done> {
  const done = await database.transaction(act);
  await settleOnTheirWay(database, subject);
  return done;
}

/** What is on its way at the commit may still arrive. */
export async function pauseIn(tx: Tx, subject: PausedSubject, now: Instant): Promise<void> {
  await addPause(tx, subject, now);
  // Whoever is telling one of them right now comes first: what they write is held, and nobody writes after it.
  await waitForTellers(tx, subject);
  await holdWaiting(tx, subject);
}

/** What was missed meanwhile is treated as after any standstill: sent late, summarised or dropped. */
export async function resumeIn(tx: Tx, subject: PausedSubject, now: Instant): Promise<void> {
  await removePause(tx, subject);
  await releaseHeld(tx, subject, now);
}

/**
 * Cancels one occurrence (by its step) or all that is left of the series. What is on its way at the commit may still
 * arrive.
 * @returns how many occurrences were cancelled
 */
export async function cancelIn(tx: Tx, subject: PausedSubject, step?: string): Promise<number> {
  // In this order: an occurrence that is being told right now is waited for, and what it wrote is cancelled.
  const count = await cancelOccurrences(tx, subject, step);
  await cancelWaiting(tx, subject, step);
  return count;
}

const LOOK_AGAIN_MS = 50;
/** A worker that died holds its lease this long; what it had in hand is then looked for before anything is sent. */
const LONGEST_MS = 10_000;

async function settleOnTheirWay(database: Database, subject: PausedSubject): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_AGAIN_MS) {
    if ((await countOnTheirWay(database.db, subject)) === 0) return;
    await sleep(LOOK_AGAIN_MS);
  }
}
