// Keeps the steps that plans take, and what is added to those that are locked.
import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '../../database/open.ts';
import { dropNulls } from '../../directory/rows.ts';
import { Addendum } from './addendum.ts';
import type { Plan } from './plan.ts';
import { PlanStep } from './plan-step.ts';
import type { PlanOfCounty } from './plan-store.ts';

export async function addPlanStep(
  tx: Tx,
  step: Omit<PlanStep, 'id'> & { readonly id?: string | undefined },
): Promise<void> {
  const { id = randomUUID(), byId = null, operator = null, decidedOn = null, dnr = null, meetingId = null } = step;
  await tx.planStep.create({ data: { ...step, id, byId, operator, decidedOn, dnr, meetingId } });
}

/** Has the plan taken it? */
export async function hasPlanStep(db: Db, plan: Pick<Plan, 'countyId' | 'id'>, id: string): Promise<boolean> {
  return (await db.planStep.count({ where: { id, countyId: plan.countyId, planId: plan.id } })) > 0;
}

/** In the order in which they were taken. */
export async function listPlanSteps(db: Db, { countyId, planId }: PlanOfCounty): Promise<readonly PlanStep[]> {
  const rows = await db.planStep.findMany({ where: { countyId, planId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => PlanStep.parse(dropNulls(row)));
}

/** Once, however often. */
export async function keepAddendum(tx: Tx, addendum: Addendum): Promise<Addendum> {
  const kept = Addendum.parse(addendum);
  const { activityId = null, byId = null } = kept;
  await tx.addendum.createMany({ data: { ...kept, activityId, byId }, skipDuplicates: true });
  return kept;
}

/** In the order in which they were added. */
export async function listAddenda(db: Db, { countyId, planId }: PlanOfCounty): Promise<readonly Addendum[]> {
  const rows = await db.addendum.findMany({ where: { countyId, planId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => Addendum.parse(dropNulls(row)));
}
