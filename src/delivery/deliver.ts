// ROAD 2: what is due is sent, once. State first, then the network.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Database, Tx } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import { type ConversationId, toStableUuid } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Platform, PlatformName, Sent } from '../platform.ts';
import { pauseRefusing } from './conversation-steer-store.ts';
import type { ClaimedDelivery, Outcome } from './delivery.ts';
import { claimSends, claimUpdates, findNextTurn, settle } from './delivery-store.ts';
import { answerWithin, isTooLateToStart, type Lease, takeLease } from './lease.ts';
import { reserveSlots } from './pace-store.ts';
import { judge } from './verdict.ts';

const BATCH = 200;
/** A slot this near is waited for; one further off is come back for. */
const PATIENCE_MS = 1_500;
const STALE_SLOT_MS = 50;

export interface DeliveryRoom {
  readonly database: Database;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Log;
  /** Between 0 and 1, for the jitter of retries. */
  readonly chance: () => number;
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

/** Sends and updates everything of a platform whose turn it is, then makes sure that somebody comes back for the rest. */
export async function deliver(room: DeliveryRoom, platform: Platform): Promise<void> {
  let isBusy = true;
  while (isBusy) {
    const sends = await runBatch(room, platform, 'send');
    // A card that is out of date waits for those who have none yet.
    isBusy = sends >= BATCH || (await runBatch(room, platform, 'update')) >= BATCH;
  }
  const next = await findNextTurn(room.database.db, platform.name);
  if (!next) return;
  // Whole seconds and a stable id: however many workers end up here, one comes back.
  const startAt = new Date(Math.ceil(next.getTime() / 1000) * 1000);
  const id = toStableUuid(`${platform.name} ${startAt.toISOString()}`);
  await room.database.transaction((tx) =>
    room.queue.enqueue(tx, [{ queue: deliveryQueue(platform.name), id, data: {}, startAt }]),
  );
}

/** @returns how many were claimed */
async function runBatch(room: DeliveryRoom, platform: Platform, what: 'send' | 'update'): Promise<number> {
  const now = room.clock.now();
  const lease = takeLease(now, room.leaseMs);
  const claim = { platform: platform.name, now, leaseUntil: lease.until, limit: BATCH };
  const claimed =
    what === 'send' ? await claimSends(room.database.db, claim) : await claimUpdates(room.database.db, claim);
  if (claimed.length === 0) return 0;
  const { turns, paced } = await takeTurns(room, platform, claimed);
  // At once: should this worker be killed in what follows, nobody has to look for what was never tried.
  if (paced.length > 0) await writeDown(room, paced, lease);
  const outcomes = await Promise.all(
    turns.map(async ({ delivery, slot }) => {
      // Counted from the claim: whatever the reservation took moves the whole batch, and its distances stay.
      if (slot > now.getTime()) await sleep(slot - now.getTime());
      return attempt(room, platform, { delivery, lease });
    }),
  );
  await writeDown(room, outcomes, lease);
  return claimed.length;
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

interface Turns {
  /** Their slot is now, or in so short a while that it is waited for. */
  readonly turns: readonly { readonly delivery: ClaimedDelivery; readonly slot: number }[];
  readonly paced: readonly Outcome[];
}

/** Promises every delivery its slot. Those far off keep theirs and come back for it. */
async function takeTurns(room: DeliveryRoom, platform: Platform, claimed: readonly ClaimedDelivery[]): Promise<Turns> {
  const now = room.clock.now().getTime();
  if (platform.pace.length === 0) return { turns: claimed.map((delivery) => ({ delivery, slot: now })), paced: [] };
  // A promise that passed while nobody came is void: using it now would crowd the present.
  const isKept = ({ slotAt }: ClaimedDelivery) => slotAt !== undefined && slotAt.getTime() > now - STALE_SLOT_MS;
  const fresh = claimed.filter((delivery) => !isKept(delivery));
  const promised = await promiseSlots(room, platform, { deliveries: fresh, from: now });
  const slotted = claimed.map((delivery) => ({
    delivery,
    slot: promised.get(delivery.id) ?? delivery.slotAt?.getTime() ?? now,
  }));
  return {
    turns: slotted.filter(({ slot }) => slot <= now + PATIENCE_MS),
    paced: slotted
      .filter(({ slot }) => slot > now + PATIENCE_MS)
      .map(({ delivery: { id }, slot }) => ({ id, kind: 'paced', at: new Date(slot) })),
  };
}

interface Waiting {
  readonly deliveries: readonly ClaimedDelivery[];
  readonly from: number;
}

/** @returns the moment of each, by its id */
async function promiseSlots(
  { database }: DeliveryRoom,
  platform: Platform,
  { deliveries, from }: Waiting,
): Promise<ReadonlyMap<string, number>> {
  if (deliveries.length === 0) return new Map();
  const { name, pace } = platform;
  const turns = deliveries.map(({ to }) => ({ conversation: to.id, tenant: platform.tenantOf(to) }));
  const slots = await database.transaction((tx) => reserveSlots(tx, { platform: name, pace, from }, turns));
  return new Map(deliveries.map(({ id }, place) => [id, slots[place] ?? from]));
}

interface Held {
  readonly delivery: ClaimedDelivery;
  readonly lease: Lease;
}

async function attempt(room: DeliveryRoom, platform: Platform, held: Held): Promise<Outcome> {
  const { delivery } = held;
  const { id, version } = delivery;
  try {
    const sent = await reach(room, platform, held);
    // Not tried: somebody else may have it in hand by the time it would arrive.
    return sent ? { id, kind: 'sent', sent, version } : { id, kind: 'paced', at: room.clock.now() };
  } catch (error) {
    const outcome = judge({ delivery, error, now: room.clock.now(), chance: room.chance() });
    room.log.warn('delivery.refused', error, { delivery: id, platform: platform.name, outcome: outcome.kind });
    return outcome;
  }
}

/** Undefined where too little of the lease is left to begin. */
async function reach(room: DeliveryRoom, platform: Platform, { delivery, lease }: Held): Promise<Sent | undefined> {
  const { to, message, key, sent, isUnknown } = delivery;
  const { answerMs } = lease;
  if (isTooLateToStart(lease, room.clock)) return undefined;
  if (sent) {
    await answerWithin(answerMs, platform.update(to, sent, message));
    return sent;
  }
  const arrived = isUnknown ? await answerWithin(answerMs, platform.find(to, key)) : undefined;
  if (arrived) return arrived;
  if (isTooLateToStart(lease, room.clock)) return undefined;
  return answerWithin(answerMs, platform.send(to, message, key));
}
