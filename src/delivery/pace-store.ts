// Where all replicas agree on whose turn it is: one row of recent sends per conversation and per tenant.
import type { Tx } from '../database/open.ts';
import type { Pace, PlatformName } from '../platform.ts';
import { findFreeSlot, forgetOldSlots } from './pace.ts';

export interface Turn {
  readonly platform: PlatformName;
  readonly pace: Pace;
  readonly conversation: string;
  readonly tenant: string;
}

/**
 * Promises the next free moment of a conversation and its tenant, and counts it as used.
 * @returns milliseconds since the epoch, not before `from`
 */
export async function reserveSlot(tx: Tx, turn: Turn, from: number): Promise<number> {
  const scopes = (['tenant', 'conversation'] as const)
    .map((scope) => ({
      id: `${turn.platform}/${scope}/${turn[scope]}`,
      limits: turn.pace.filter((limit) => limit.scope === scope),
    }))
    .filter(({ limits }) => limits.length > 0);
  const lanes = [];
  // Always tenant before conversation: rows locked in one order cannot deadlock.
  for (const { id, limits } of scopes) lanes.push({ id, limits, slots: await lockSlots(tx, id) });

  const slot = lanes.reduce((at, { slots, limits }) => findFreeSlot(slots, limits, at), from);
  for (const { id, limits, slots } of lanes) await writeSlots(tx, id, [...forgetOldSlots(slots, limits, from), slot]);
  return slot;
}

async function lockSlots(tx: Tx, scope: string): Promise<readonly number[]> {
  await tx.$executeRaw`insert into pace (scope, slots) values (${scope}, '{}') on conflict do nothing`;
  const rows = await tx.$queryRaw<{ slots: bigint[] }[]>`select slots from pace where scope = ${scope} for update`;
  return (rows[0]?.slots ?? []).map(Number);
}

async function writeSlots(tx: Tx, scope: string, slots: readonly number[]): Promise<void> {
  await tx.pace.update({ where: { scope }, data: { slots: slots.map(BigInt) } });
}
