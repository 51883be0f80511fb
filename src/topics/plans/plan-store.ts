// Reads and writes the plans of a county.
import { isDeepStrictEqual } from 'node:util';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import type { CountyId } from '../../ids.ts';
import { assertUnlocked } from './locked-store.ts';
import { isFurther, Plan } from './plan.ts';

const select = {
  id: true,
  countyId: true,
  year: true,
  state: true,
  approvedOn: true,
  dnr: true,
  preparedById: true,
  approvedById: true,
  copiedFromId: true,
  isExample: true,
  provenance: true,
} as const;

export interface PlanOfCounty {
  readonly countyId: CountyId;
  readonly planId: string;
}

export async function findPlan(db: Db, { countyId, planId }: PlanOfCounty): Promise<Plan | undefined> {
  const row = await db.plan.findFirst({ where: { countyId, id: planId }, select });
  return row ? Plan.parse(dropNulls(row)) : undefined;
}

/** The county's plans, the latest year first. */
export async function listPlans(db: Db, countyId: CountyId): Promise<readonly Plan[]> {
  const rows = await db.plan.findMany({ where: { countyId }, select, orderBy: { year: 'desc' } });
  return rows.map((row) => Plan.parse(dropNulls(row)));
}

/** The plan of a year, where there is one. */
export async function findPlanOf(db: Db, countyId: CountyId, year: number): Promise<Plan | undefined> {
  const row = await db.plan.findFirst({ where: { countyId, year }, select });
  return row ? Plan.parse(dropNulls(row)) : undefined;
}

/** @returns whether it stood as before until now: of two who take a step at once, one does */
export async function setPlanState(db: Db, before: Plan, after: Plan): Promise<boolean> {
  const { countyId, id, state } = before;
  const { count } = await db.plan.updateMany({ where: { countyId, id, state }, data: toRow(after) });
  return count > 0;
}

/**
 * Writes plans. One that has come further here than in what is given keeps its state and its approval.
 * @returns the ids of those that were new or changed
 */
export async function savePlans(db: Db, countyId: CountyId, plans: readonly Plan[]): Promise<readonly string[]> {
  const stored = new Map((await listPlans(db, countyId)).map((plan) => [plan.id, plan]));
  const wanted = plans.map((plan) => keepProgress(plan, stored.get(plan.id)));
  await assertUnlocked(db, { countyId, planIds: listDiffering(wanted, stored) });
  return saveChanged(wanted, {
    read: async (ids) => ids.flatMap((id) => stored.get(id) ?? []),
    create: (fresh) => db.plan.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.plan.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function keepProgress(plan: Plan, stored: Plan | undefined): Plan {
  if (!stored) return plan;
  const { state, approvedOn, dnr, copiedFromId } = stored;
  const copied = { ...plan, ...(copiedFromId && { copiedFromId }) };
  if (!isFurther(state, plan.state)) return copied;
  return { ...copied, state, ...(approvedOn && { approvedOn }), ...(dnr && { dnr }) };
}

function listDiffering(wanted: readonly Plan[], stored: ReadonlyMap<string, Plan>): readonly string[] {
  return wanted.filter((plan) => !isDeepStrictEqual(plan, stored.get(plan.id))).map(({ id }) => id);
}

function toRow(plan: Plan) {
  const { approvedOn = null, dnr = null, preparedById = null, approvedById = null, copiedFromId = null } = plan;
  const provenance = plan.provenance ?? Prisma.DbNull;
  return { ...plan, approvedOn, dnr, preparedById, approvedById, copiedFromId, provenance };
}
