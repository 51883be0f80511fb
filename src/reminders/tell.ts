// An occurrence is due: whom, what, and one row in the outbox for each conversation. No network here.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { deliveryQueue } from '../delivery/deliver.ts';
import { addDeliveries } from '../delivery/delivery-store.ts';
import { composeEscalation } from './escalate.ts';
import { isOvertaken } from './late.ts';
import { composeNudge } from './nudge.ts';
import type { Occurrence } from './occurrence.ts';
import { lockQueued, markDropped, markTold } from './occurrence-store.ts';
import { isPaused, putBack } from './pause-store.ts';
import { composeReminder } from './remind.ts';
import type { Road } from './road.ts';
import type { Tale } from './tale.ts';

const TellJob = z.object({ occurrence: z.uuid() });

/** Tells each; one that fails is tried again with the batch, and does not keep the others from being told. */
export async function tellBatch(road: Road, jobs: readonly unknown[]): Promise<void> {
  const failures: unknown[] = [];
  for (const { occurrence } of jobs.map((job) => TellJob.parse(job))) {
    await tellOccurrence(road, occurrence).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some occurrences could not be told.');
}

/** Tells one occurrence, in one transaction. Telling it again changes nothing. */
export async function tellOccurrence(road: Road, occurrenceId: string): Promise<void> {
  await road.database.transaction(async (tx) => {
    const occurrence = await lockQueued(tx, occurrenceId);
    if (!occurrence) return;
    if (await isPaused(tx, occurrence)) return putBack(tx, occurrence);
    const now = road.clock.now();
    const tale = (await isOvertaken(tx, occurrence, now)) ? undefined : await compose(road, tx, occurrence, now);
    if (!tale) return markDropped(tx, occurrence);
    await write(road, tx, occurrence, tale, now);
  });
}

/** Undefined where there is nothing to say any more. */
function compose(road: Road, tx: Tx, occurrence: Occurrence, now: Instant): Promise<Tale | undefined> {
  switch (occurrence.kind) {
    case 'reminder':
      return composeReminder(road, tx, occurrence, now);
    case 'nudge':
      return composeNudge(road, tx, occurrence, now);
    case 'escalation':
      return composeEscalation(tx, occurrence, now);
  }
}

async function write(road: Road, tx: Tx, occurrence: Occurrence, tale: Tale, now: Instant): Promise<void> {
  const { prompt, posts } = tale;
  // An escalation tells of a prompt but does not carry it: its card is not refreshed by answers.
  const carried = occurrence.kind === 'escalation' ? undefined : prompt?.id;
  await addDeliveries(
    tx,
    {
      occurrenceId: occurrence.occurrenceId,
      countyId: occurrence.countyId,
      at: now,
      ...(carried === undefined ? {} : { promptId: carried }),
    },
    posts.map(({ to, message }) => ({ conversationId: to.id, platform: to.platform, message })),
  );
  await markTold(tx, occurrence, now, prompt?.id);
  const platforms = [...new Set(posts.map(({ to }) => to.platform))];
  await road.queue.enqueue(
    tx,
    platforms.map((platform) => ({ queue: deliveryQueue(platform), data: {} })),
  );
}
