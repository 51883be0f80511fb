// Whose turn is it? Every delivery is promised its moment; those whose moment is far off come back for it.
import type { Clock } from '../clock.ts';
import type { Database } from '../database/open.ts';
import type { Platform } from '../platform.ts';
import type { ClaimedDelivery, Outcome } from './delivery.ts';
import { keepPromises } from './delivery-store.ts';
import type { Lease } from './lease.ts';
import { reserveSlots } from './pace-store.ts';

/** Its moment has come, or comes in so short a while that it is waited for. */
export interface Turn {
  readonly delivery: ClaimedDelivery;
  /** Milliseconds from when the turns were taken: whatever the taking took moves them all, and their distances stay. */
  readonly inMs: number;
}

export interface Turns {
  readonly turns: readonly Turn[];
  readonly paced: readonly Outcome[];
}

export interface TurnRoom {
  readonly database: Database;
  readonly clock: Clock;
}

const STALE_SLOT_MS = 50;
/** Of the time that somebody waits for a moment. */
const EARLY = 0.8;

export async function takeTurns(
  { database, clock }: TurnRoom,
  platform: Platform,
  { deliveries, lease }: { readonly deliveries: readonly ClaimedDelivery[]; readonly lease: Lease },
): Promise<Turns> {
  const now = clock.now().getTime();
  if (platform.pace.length === 0) return { turns: deliveries.map((delivery) => ({ delivery, inMs: 0 })), paced: [] };
  const kept = deliveries.flatMap((delivery) => keepSlot(delivery, now));
  const promised = new Set(kept.map(({ delivery }) => delivery));
  const fresh = deliveries.filter((delivery) => !promised.has(delivery));
  const slotted = [...kept, ...(await promiseSlots(database, platform, { deliveries: fresh, lease, from: now }))];
  const isNear = ({ slot, isPromised }: Slotted) => isPromised && slot <= now + lease.patienceMs;
  return {
    turns: slotted
      .filter(isNear)
      .map(({ delivery, slot }) => ({ delivery: { ...delivery, slotAt: new Date(slot) }, inMs: slot - now })),
    paced: slotted.filter((one) => !isNear(one)).map((one) => putOff(one, lease)),
  };
}

interface Slotted {
  readonly delivery: ClaimedDelivery;
  /** Milliseconds since the epoch. */
  readonly slot: number;
  /** Otherwise it asks again then. */
  readonly isPromised: boolean;
}

/** A promise that passed while nobody came is given back: using it now would crowd the present. */
function keepSlot(delivery: ClaimedDelivery, now: number): readonly Slotted[] {
  const slot = delivery.slotAt?.getTime();
  return slot !== undefined && slot > now - STALE_SLOT_MS ? [{ delivery, slot, isPromised: true }] : [];
}

/** It comes back a little before its moment: a worker that comes a little late is there in time. */
function putOff({ delivery: { id }, slot, isPromised }: Slotted, { patienceMs }: Lease): Outcome {
  const at = new Date(slot - patienceMs * EARLY);
  return { id, kind: 'paced', at, ...(isPromised && { slotAt: new Date(slot) }) };
}

interface Waiting {
  readonly deliveries: readonly ClaimedDelivery[];
  readonly lease: Lease;
  readonly from: number;
}

async function promiseSlots(
  { transaction }: Database,
  platform: Platform,
  { deliveries, lease, from }: Waiting,
): Promise<readonly Slotted[]> {
  if (deliveries.length === 0) return [];
  const { name, pace } = platform;
  const scopes = deliveries.map(({ to, slotAt, isUnknown, isUnbegun = false }) => ({
    conversation: to.id,
    tenant: platform.tenantOf(to),
    // Whoever died with it in hand may have used it.
    missed: isUnknown && !isUnbegun ? undefined : slotAt?.getTime(),
  }));
  return transaction(async (tx) => {
    const slots = await reserveSlots(tx, { platform: name, pace, from }, scopes);
    const slotted = deliveries.map((delivery, place) => {
      const { at: slot, isPromised } = slots[place] ?? { at: from, isPromised: true };
      return { delivery, slot, isPromised };
    });
    const promised = slotted.filter(({ isPromised }) => isPromised);
    // Written down with the promise: whoever dies with it in hand has not used up what others could use.
    const rows = promised.map(({ delivery: { id }, slot }) => ({ id, slotAt: new Date(slot) }));
    await keepPromises(tx, rows, lease.until);
    return slotted;
  });
}
