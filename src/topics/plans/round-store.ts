// Reads and writes the check-in rounds of plans.
import type { LocalDate } from '../../calendar/local-date.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { Db, Tx } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import type { CountyId } from '../../ids.ts';
import { assertUnlocked } from './locked-store.ts';
import type { PlanOfCounty } from './plan-store.ts';
import { Round } from './round.ts';

const select = {
  id: true,
  countyId: true,
  planId: true,
  label: true,
  opensOn: true,
  closesOn: true,
  cancelledOn: true,
  endedOn: true,
} as const satisfies Prisma.RoundSelect;

/** The rounds of a plan in order. */
export function listRounds(db: Db, { countyId, planId }: PlanOfCounty): Promise<readonly Round[]> {
  return listWhere(db, { countyId, planId });
}

/** Those of all the county's plans, in order. */
export function listCountyRounds(db: Db, countyId: CountyId): Promise<readonly Round[]> {
  return listWhere(db, { countyId });
}

async function listWhere(db: Db, where: Prisma.RoundWhereInput): Promise<readonly Round[]> {
  const rows = await db.round.findMany({ where, select, orderBy: [{ opensOn: 'asc' }, { id: 'asc' }] });
  return rows.map(toRound);
}

export async function findRound(db: Db, countyId: CountyId, id: string): Promise<Round | undefined> {
  const row = await db.round.findFirst({ where: { countyId, id }, select });
  return row ? toRound(row) : undefined;
}

/** The plans that have a round on any of these days, in order. */
export async function listPlansInRounds(
  db: Db,
  countyId: CountyId,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly string[]> {
  const rounds = await db.round.findMany({
    where: { countyId, opensOn: { lte: to }, closesOn: { gte: from } },
    select: { planId: true },
    orderBy: { planId: 'asc' },
  });
  return [...new Set(rounds.map(({ planId }) => planId))];
}

/**
 * What was called off stays so, also where a county's file has it; what was closed early, for as long as its days are the same.
 * @returns the ids of those that were new or changed
 */
export async function saveRounds(db: Db, countyId: CountyId, rounds: readonly Round[]): Promise<readonly string[]> {
  const known = await listWhere(db, { countyId, id: { in: rounds.map(({ id }) => id) } });
  const stored = new Map(known.map((round) => [round.id, round]));
  const wanted = rounds.map(({ endedOn: _, ...round }) => {
    const { cancelledOn, endedOn, opensOn, closesOn } = stored.get(round.id) ?? {};
    const isAsItWas = opensOn === round.opensOn && closesOn === round.closesOn;
    return { ...(cancelledOn && { cancelledOn }), ...(endedOn && isAsItWas && { endedOn }), ...round };
  });
  return saveChanged(wanted, {
    read: async (ids) => ids.flatMap((id) => stored.get(id) ?? []),
    async create(fresh) {
      await assertUnlocked(db, { countyId, planIds: fresh.map(({ planId }) => planId) });
      await db.round.createMany({ data: [...fresh] });
    },
    async update(changed) {
      await assertUnlocked(db, { countyId, planIds: [changed.planId] });
      await db.round.update({
        where: { id: changed.id, countyId },
        data: { ...changed, endedOn: changed.endedOn ?? null },
      });
    },
  });
}

/** Nobody new is asked in it from now on. */
export async function endRound(tx: Tx, { countyId, id }: Round, endedOn: LocalDate): Promise<void> {
  await tx.round.updateMany({ where: { countyId, id }, data: { endedOn } });
}

/** It asks again as its days say. */
export async function releaseRound(tx: Tx, { countyId, id }: Round): Promise<void> {
  await tx.round.updateMany({ where: { countyId, id }, data: { endedOn: null } });
}

function toRound(row: Prisma.RoundGetPayload<{ select: typeof select }>): Round {
  return Round.parse(dropNulls(row));
}
