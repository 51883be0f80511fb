// Where all replicas agree on whose turn it is: one row of recent sends per conversation and per tenant.
import { z } from 'zod';
import type { Tx } from '../database/open.ts';
import type { Pace, PlatformName } from '../platform.ts';
import { addSlot, findFreeSlot, forgetOldSlots, removeSlot, toPromised, type Window } from './pace.ts';

/** Who takes it: a conversation, and the tenant whose limits it shares. */
export interface Turn {
  readonly conversation: string;
  readonly tenant: string;
  /** A moment that it was promised before and let pass: it counts no longer. */
  readonly missed?: number | undefined;
}

export interface Lanes {
  readonly platform: PlatformName;
  readonly pace: Pace;
  /** Milliseconds since the epoch. */
  readonly from: number;
}

export interface Slot {
  /** Milliseconds since the epoch, not before `from`. */
  readonly at: number;
  /** Counted as used. Otherwise it is when to ask again, and free for whoever comes sooner. */
  readonly isPromised: boolean;
}

/**
 * Nobody is promised a moment that is further off. What is promised cannot move: of a minute's sends, one that comes later
 * than it was to would stand too close to all that were promised for the next minute, and leave its place empty.
 */
const HORIZON_MS = 15_000;

/** Promises each, in their order, the next free moment of its conversation and its tenant. */
export async function reserveSlots(tx: Tx, lanes: Lanes, turns: readonly Turn[]): Promise<readonly Slot[]> {
  const windows = new Map(turns.flatMap((turn) => listScopes(lanes, turn)));
  const slots = await lockSlots(tx, [...windows.keys()]);
  for (const turn of turns) {
    const { missed } = turn;
    if (missed === undefined) continue;
    for (const [id] of listScopes(lanes, turn)) slots.set(id, removeSlot(slots.get(id) ?? [], missed));
  }
  const promised = turns.map((turn) => {
    const scopes = listScopes(lanes, turn);
    const free = findFreeInAll(
      scopes.map(([id, windows]) => ({ slots: slots.get(id) ?? [], windows })),
      lanes.from,
    );
    for (const [id] of scopes) slots.set(id, addSlot(slots.get(id) ?? [], free));
    return { at: free, isPromised: free <= lanes.from + HORIZON_MS, scopes };
  });
  for (const { at, isPromised, scopes } of promised) {
    if (isPromised) continue;
    for (const [id] of scopes) slots.set(id, removeSlot(slots.get(id) ?? [], at));
  }
  await writeSlots(
    tx,
    [...slots].map(([scope, all]) => ({ scope, slots: forgetOldSlots(all, windows.get(scope) ?? [], lanes.from) })),
  );
  return promised;
}

interface Lane {
  readonly slots: readonly number[];
  readonly windows: readonly Window[];
}

/** A moment that is free in one lane may be taken in the other: asked for in turns, until all agree. */
function findFreeInAll(lanes: readonly Lane[], from: number): number {
  let slot = from;
  for (;;) {
    const moved = lanes.reduce((at, { slots, windows }) => findFreeSlot(slots, windows, at), slot);
    if (moved === slot) return slot;
    slot = moved;
  }
}

function listScopes({ platform, pace }: Lanes, turn: Turn): readonly (readonly [string, readonly Window[]])[] {
  return (['tenant', 'conversation'] as const).flatMap((scope) => {
    const windows = pace.filter((limit) => limit.scope === scope).flatMap(toPromised);
    return windows.length === 0 ? [] : [[`${platform}/${scope}/${turn[scope]}`, windows] as const];
  });
}

const slotRows = z.array(z.object({ scope: z.string(), slots: z.array(z.coerce.number()).readonly() }));

/** Always in the order of their names: rows locked in one order cannot deadlock. */
async function lockSlots(tx: Tx, scopes: readonly string[]): Promise<Map<string, readonly number[]>> {
  const sorted = scopes.toSorted();
  await tx.$executeRaw`insert into pace (scope, slots) select unnest(${sorted}::text[]), '{}' on conflict do nothing`;
  const rows = await tx.$queryRaw`
    select scope, slots from pace where scope = any(${sorted}::text[]) order by scope for update`;
  return new Map(slotRows.parse(rows).map(({ scope, slots }) => [scope, slots]));
}

async function writeSlots(tx: Tx, rows: z.infer<typeof slotRows>): Promise<void> {
  await tx.$executeRaw`
    update pace p set slots = r.slots
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(scope text, slots bigint[]) where p.scope = r.scope`;
}
