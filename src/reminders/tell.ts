// Occurrences are due: whom, what, and one row in the outbox for each conversation. No network here.
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
import { listPaused, putBack } from './pause-store.ts';
import { composeReminder } from './remind.ts';
import type { Road } from './road.ts';
import type { Tale } from './tale.ts';

const TellJob = z.object({ occurrence: z.uuid() });

/** Tells all, in one transaction. Telling one again changes nothing. */
export async function tellBatch(road: Road, jobs: readonly unknown[]): Promise<void> {
  const ids = [...new Set(jobs.map((job) => TellJob.parse(job).occurrence))];
  await tellTogether(road, ids).catch((error: unknown) => tellApart(road, ids, error));
}

/** One that cannot be told is tried again with its job, and does not keep the others from being told. */
async function tellApart(road: Road, ids: readonly string[], cause: unknown): Promise<void> {
  if (ids.length === 1) throw cause;
  const failures: unknown[] = [];
  for (const id of ids) await tellTogether(road, [id]).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Some occurrences could not be told.');
}

async function tellTogether(road: Road, ids: readonly string[]): Promise<void> {
  await road.database.transaction(async (tx) => {
    const queued = await lockQueued(tx, ids);
    const paused = await listPaused(tx, queued);
    const ready = queued.filter((occurrence) => !paused.has(occurrence));
    await putBack(tx, [...paused]);
    // An escalation counts the nudges that were told before it.
    await tellReady(road, tx, ready.filter(isBeforeEscalations));
    await tellReady(
      road,
      tx,
      ready.filter((occurrence) => !isBeforeEscalations(occurrence)),
    );
  });
}

function isBeforeEscalations({ kind }: Occurrence): boolean {
  return kind !== 'escalation';
}

export interface Told {
  readonly occurrence: Occurrence;
  readonly tale: Tale;
}

async function tellReady(road: Road, tx: Tx, ready: readonly Occurrence[]): Promise<void> {
  const now = road.clock.now();
  const told: Told[] = [];
  const dropped: Occurrence[] = [];
  for (const occurrence of ready) {
    const tale = await composeTale(road, tx, occurrence, now);
    if (tale) told.push({ occurrence, tale });
    else dropped.push(occurrence);
  }
  await markDropped(tx, dropped);
  await writeTold(road, tx, told, now);
}

/** What it comes to; undefined where it has lost its point, or there is nothing to say any more. */
export async function composeTale(road: Road, tx: Tx, occurrence: Occurrence, now: Instant): Promise<Tale | undefined> {
  return (await isOvertaken(tx, occurrence, now)) ? undefined : compose(road, tx, occurrence, now);
}

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

/** The outbox takes them, and they count as told. */
export async function writeTold(road: Road, tx: Tx, told: readonly Told[], now: Instant): Promise<void> {
  const deliveries = told.flatMap(toDeliveries);
  await addDeliveries(tx, deliveries, now);
  await markTold(
    tx,
    told.map(({ occurrence, tale }) => ({ occurrence, promptId: tale.prompt?.id })),
    now,
  );
  const platforms = [...new Set(deliveries.map(({ platform }) => platform))];
  await road.queue.enqueue(
    tx,
    platforms.map((platform) => ({ queue: deliveryQueue(platform), data: {} })),
  );
}

function toDeliveries({ occurrence, tale }: Told) {
  const { occurrenceId, countyId, kind } = occurrence;
  // An escalation tells of a prompt but does not carry it: its card is not refreshed by answers.
  const promptId = kind === 'escalation' ? undefined : tale.prompt?.id;
  return tale.posts.map(({ to, message }) => ({
    occurrenceId,
    countyId,
    promptId,
    conversationId: to.id,
    platform: to.platform,
    message,
  }));
}
