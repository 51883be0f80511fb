// ROAD 2: what is due is sent, once. State first, then the network.
import type { Tx } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import { type ConversationId, toStableUuid } from '../ids.ts';
import type { Platform, PlatformName } from '../platform.ts';
import { type AttemptRoom, attempt, lookFirst } from './attempt.ts';
import { pauseRefusing } from './conversation-steer-store.ts';
import type { ClaimedDelivery, Outcome } from './delivery.ts';
import { claimSends, claimUpdates, findNextTurn, settle } from './delivery-store.ts';
import { type Lease, takeLease } from './lease.ts';
import { findUnlisted, UNLISTED } from './listed-store.ts';
import { gatherOutcomes } from './outcomes.ts';
import { refuseUnreadable } from './readable.ts';
import { takeTurns } from './turns.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';

const BATCH = 200;
/** Who answers slowly does not hold up the others; but so many answers are not outstanding at once. */
const MOST_UNDER_WAY = 400;
/** How often somebody who waits for slow answers looks for what has become due meanwhile. */
const REST_MS = 250;

export interface DeliveryRoom extends AttemptRoom {
  readonly queue: Queue;
  /** Told of deliveries that nobody will ever get, and of conversations paused by it, in the transaction that writes it down. */
  readonly onFailed: (
    tx: Tx,
    deliveryIds: readonly string[],
    pausedConversationIds: readonly ConversationId[],
  ) => Promise<void>;
  /** How long a worker may have a message in hand. Tests that kill workers do not wait for the usual half minute. */
  readonly leaseMs?: number | undefined;
}

export function deliveryQueue(platform: PlatformName): string {
  return `deliver-${platform}`;
}

/**
 * Sends and updates everything of a platform whose turn it is, then makes sure that somebody comes back for the rest.
 * @param isStopping takes nothing more once it is true
 */
export async function deliver(room: DeliveryRoom, platform: Platform, isStopping = () => false): Promise<void> {
  const underWay = createUnderWay();
  try {
    do await beginDue(room, platform, underWay);
    while ((await underWay.isLeftAfter(REST_MS)) && !isStopping());
  } finally {
    await underWay.end();
  }
  await promiseNextTurn(room, platform);
}

async function promiseNextTurn({ database, queue, clock }: DeliveryRoom, platform: Platform): Promise<void> {
  const next = await findNextTurn(database.db, platform.name);
  if (!next) return;
  // Whole seconds and a stable id: however many workers end up here, one comes back.
  const startAt = new Date(Math.ceil(Math.max(next.getTime(), clock.now().getTime()) / 1000) * 1000);
  const id = toStableUuid(`${platform.name} ${startAt.toISOString()}`);
  await database.transaction((tx) =>
    queue.enqueue(tx, [{ queue: deliveryQueue(platform.name), id, data: {}, startAt }]),
  );
}

async function beginDue(room: DeliveryRoom, platform: Platform, underWay: UnderWay): Promise<void> {
  let isBusy = true;
  while (isBusy && underWay.size < MOST_UNDER_WAY) {
    const sends = await beginBatch(room, platform, { what: 'send', underWay });
    // A card that is out of date waits for those who have none yet.
    isBusy = sends >= BATCH || (await beginBatch(room, platform, { what: 'update', underWay })) >= BATCH;
  }
}

interface Batch {
  readonly what: 'send' | 'update';
  readonly underWay: UnderWay;
}

/** @returns how many were claimed */
async function beginBatch(room: DeliveryRoom, platform: Platform, { what, underWay }: Batch): Promise<number> {
  const { database, clock } = room;
  const lease = takeLease(clock.now(), room.leaseMs);
  const claim = { platform: platform.name, now: lease.from, leaseUntil: lease.until, limit: BATCH };
  const claimed = what === 'send' ? await claimSends(database.db, claim) : await claimUpdates(database.db, claim);
  if (claimed.length === 0) return 0;
  const outcomes = gatherOutcomes(claimed.length, (some) => writeDown(room, some, lease));
  const unreadable = refuseUnreadable(room, platform, claimed);
  const readable = claimed.filter(({ id }) => !unreadable.some((outcome) => outcome.id === id));
  const unlisted = await findUnlisted(database.db, platform, readable);
  const listed = readable.filter(({ id }) => !unlisted.has(id));
  // What has arrived already needs no turn: it is looked for before it is promised one.
  const unknown = listed.filter(({ isUnknown, sent }) => isUnknown && !sent);
  const { turns, paced } = await takeTurns(room, platform, {
    deliveries: listed.filter((delivery) => !unknown.includes(delivery)),
    lease,
  });
  const untried = [...unreadable, ...readable.filter(({ id }) => unlisted.has(id)).map(refuseUnlisted), ...paced];
  for (const outcome of untried) outcomes.put(outcome);
  const tasks = [
    ...turns.map((turn) => attempt(room, platform, { ...turn, lease })),
    ...unknown.map((delivery) => lookFirst(room, platform, { delivery, lease })),
  ].map(async (task) => outcomes.put(await task));
  for (const task of tasks) underWay.add(task);
  underWay.add(Promise.allSettled(tasks).then(() => outcomes.end()));
  return claimed.length;
}

/** As if the platform had refused: the conversation is paused with it, and the coordinator is told. */
function refuseUnlisted({ id, isUnknown }: ClaimedDelivery): Outcome {
  return { id, kind: 'failed', isUnknown, code: UNLISTED, isForAll: true };
}

async function writeDown(room: DeliveryRoom, outcomes: readonly Outcome[], lease: Lease): Promise<void> {
  const settling = { now: room.clock.now(), leaseUntil: lease.until };
  const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
  if (failed.length === 0) return settle(room.database.db, outcomes, settling);
  await room.database.transaction(async (tx) => {
    await settle(tx, outcomes, settling);
    const refusals = failed.filter(({ isForAll }) => isForAll);
    const paused = await pauseRefusing(tx, refusals, { claimedAt: lease.from, now: settling.now });
    await room.onFailed(
      tx,
      failed.map(({ id }) => id),
      paused,
    );
  });
}
