// Where all replicas agree on whose turn it is: one row of recent sends per conversation and per tenant.
import { z } from 'zod';
import type { Tx } from '../database/open.ts';
import type { Limit, Pace, PlatformName } from '../platform.ts';
import { findFreeSlot, forgetOldSlots } from './pace.ts';

/** Who takes it: a conversation, and the tenant whose limits it shares. */
export interface Turn {
  readonly conversation: string;
  readonly tenant: string;
}

export interface Lanes {
  readonly platform: PlatformName;
  readonly pace: Pace;
  /** Milliseconds since the epoch. */
  readonly from: number;
}

/**
 * Promises each, in their order, the next free moment of its conversation and its tenant, and counts it as used.
 * @returns milliseconds since the epoch, none before `from`
 */
export async function reserveSlots(tx: Tx, lanes: Lanes, turns: readonly Turn[]): Promise<readonly number[]> {
  const limits = new Map(turns.flatMap((turn) => listScopes(lanes, turn)));
  const slots = await lockSlots(tx, [...limits.keys()]);
  const promised = turns.map((turn) => {
    const scopes = listScopes(lanes, turn);
    const free = scopes.reduce((at, [id, kept]) => findFreeSlot(slots.get(id) ?? [], kept, at), lanes.from);
    for (const [id] of scopes) slots.set(id, [...(slots.get(id) ?? []), free]);
    return free;
  });
  await writeSlots(
    tx,
    [...slots].map(([scope, all]) => ({ scope, slots: forgetOldSlots(all, limits.get(scope) ?? [], lanes.from) })),
  );
  return promised;
}

function listScopes({ platform, pace }: Lanes, turn: Turn): readonly (readonly [string, readonly Limit[]])[] {
  return (['tenant', 'conversation'] as const).flatMap((scope) => {
    const limits = pace.filter((limit) => limit.scope === scope);
    return limits.length === 0 ? [] : [[`${platform}/${scope}/${turn[scope]}`, limits] as const];
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
