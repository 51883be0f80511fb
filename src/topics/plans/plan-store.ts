// Reads and writes the plans of a county, and takes them from one step to the next.
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import { InvalidInput, NotFound } from '../../errors.ts';
import type { CountyId } from '../../ids.ts';
import { advance, isFurther, Plan, type PlanStep } from './plan.ts';

const select = {
  id: true,
  countyId: true,
  year: true,
  state: true,
  approvedOn: true,
  dnr: true,
  preparedById: true,
  approvedById: true,
  isExample: true,
  provenance: true,
} as const;

export interface PlanOfCounty {
  readonly countyId: CountyId;
  readonly planId: string;
}

/** The plan, where it must be there. */
export async function readPlan(db: Db, { countyId, planId }: PlanOfCounty): Promise<Plan> {
  const row = await db.plan.findFirst({ where: { countyId, id: planId }, select });
  if (!row) throw new NotFound(`There is no plan ${planId} in ${countyId}.`);
  return Plan.parse(dropNulls(row));
}

/** The county's plans, the latest year first. */
export async function listPlans(db: Db, countyId: CountyId): Promise<readonly Plan[]> {
  const rows = await db.plan.findMany({ where: { countyId }, select, orderBy: { year: 'desc' } });
  return rows.map((row) => Plan.parse(dropNulls(row)));
}

/** Takes a plan one step further, or refuses. Of two who do it at once, one is refused. */
export async function advancePlan(db: Db, of: PlanOfCounty, step: PlanStep): Promise<Plan> {
  const before = await readPlan(db, of);
  const after = advance(before, step);
  const { count } = await db.plan.updateMany({
    where: { countyId: of.countyId, id: of.planId, state: before.state },
    data: toRow(after),
  });
  if (count === 0) throw new InvalidInput(`Somebody else has just changed the plan for ${before.year}. Look again.`);
  return after;
}

/**
 * Writes plans. One that has come further here than in what is given keeps its state and its approval.
 * @returns the ids of those that were new or changed
 */
export async function savePlans(db: Db, countyId: CountyId, plans: readonly Plan[]): Promise<readonly string[]> {
  const stored = new Map((await listPlans(db, countyId)).map((plan) => [plan.id, plan]));
  const wanted = plans.map((plan) => keepProgress(plan, stored.get(plan.id)));
  return saveChanged(wanted, {
    read: async (ids) => ids.flatMap((id) => stored.get(id) ?? []),
    create: (fresh) => db.plan.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.plan.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function keepProgress(plan: Plan, stored: Plan | undefined): Plan {
  if (!stored || !isFurther(stored.state, plan.state)) return plan;
  const { state, approvedOn, dnr } = stored;
  return { ...plan, state, ...(approvedOn && { approvedOn }), ...(dnr && { dnr }) };
}

function toRow(plan: Plan) {
  const { approvedOn = null, dnr = null, preparedById = null, approvedById = null } = plan;
  return { ...plan, approvedOn, dnr, preparedById, approvedById, provenance: plan.provenance ?? Prisma.DbNull };
}
