// Something got another day: whoever was told the old one is told of the move once, and what still waits says the new one.
import type { Tx } from '../database/open.ts';
import { holdWaiting } from '../delivery/delivery-steer-store.ts';
import { listOccurrences } from '../reminders/occurrence-store.ts';
import { refreshIn } from '../reminders/refresh.ts';
import type { Road } from '../reminders/road.ts';
import { composeTale, writeTold } from '../reminders/tell.ts';
import { listPromptsAbout } from '../replies/prompt-store.ts';
import type { Told } from './desk-subject.ts';
import { callOffOutdated, listStillWaiting } from './outgoing-store.ts';

/** How topics name the step that tells of a move. */
const MOVED = 'moved:';

/** What waits in the outbox is written anew. Its rows stay locked till the end, so that none leaves with the old day. */
export async function rewriteCards(road: Road, tx: Tx, { topic, question, ...subject }: Told): Promise<void> {
  const prompts = await listPromptsAbout(tx, topic, subject);
  for (const prompt of prompts.filter((one) => question === undefined || one.question === question)) {
    await refreshIn(road, tx, prompt.id, 'all');
  }
}

/**
 * In the transaction that moves it, once its dates are planned anew. Where a reminder still waits, it says the new day
 * itself, and nobody is told twice; one that asks about a day that is off gives way to the notice. While it is paused, the
 * notice waits with all else.
 */
export async function tellMoved(road: Road, tx: Tx, told: Told): Promise<void> {
  await rewriteCards(road, tx, told);
  await callOffOutdated(tx, told);
  const now = road.clock.now();
  const occurrences = (await listOccurrences(tx, told.topic, told)).filter(
    ({ step, state, dueAt }) => step.startsWith(MOVED) && state === 'planned' && dueAt <= now,
  );
  for (const occurrence of occurrences) {
    const tale = await composeTale(road, tx, occurrence, now);
    if (!tale) continue;
    const waiting = await listStillWaiting(tx, told);
    const posts = tale.posts.filter(({ to }) => !waiting.has(to.id));
    await writeTold(road, tx, [{ occurrence, tale: { ...tale, posts } }], now);
  }
  await holdWaiting(tx, told);
}
