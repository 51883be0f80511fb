// A year's plan as one reader may see it, with all that its page shows.
import { mayIn } from '../../../directory/may.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { findPeople } from '../../../directory/person-store.ts';
import type { PersonId } from '../../../ids.ts';
import type { Activity } from '../../../topics/plans/activity.ts';
import { listActivities } from '../../../topics/plans/activity-store.ts';
import type { Addendum } from '../../../topics/plans/addendum.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import type { Overview } from '../../../topics/plans/plan-overview.ts';
import type { PlanStep } from '../../../topics/plans/plan-step.ts';
import { listAddenda, listPlanSteps } from '../../../topics/plans/plan-step-store.ts';
import { listPlans } from '../../../topics/plans/plan-store.ts';
import type { PlanRole } from '../../../topics/plans/plan-way.ts';
import { listRounds } from '../../../topics/plans/round-store.ts';
import { listAreas, listGoals } from '../../../topics/plans/strategy-store.ts';
import { findPlanRole } from '../../../topics/plans/take-step.ts';
import { DESK } from '../desk-setting.ts';
import type { Visit } from '../visit.ts';

/** Its activities are those that the reader may see. */
export interface ReadPlan extends Overview {
  /** All of the county, the latest year first. */
  readonly plans: readonly Plan[];
  readonly role: PlanRole;
  readonly isWhole: boolean;
  readonly steps: readonly PlanStep[];
  readonly addenda: readonly Addendum[];
  /** Of those who took the steps and added. */
  readonly names: ReadonlyMap<PersonId, string>;
}

/** Before the year's plan is there, the one before it is still what holds. */
export function chooseYear(plans: readonly Plan[], { slug, visitor }: Visit): Plan | undefined {
  if (slug !== '') return plans.find(({ year }) => String(year) === slug);
  const year = Number(visitor.today.slice(0, 4));
  return plans.find((one) => one.year <= year) ?? plans.at(-1);
}

/** Whoever prepares or approves the plan sees it whole, others what their groups follow: the same as in a chat. */
export function isSeenWhole({ visitor: { actor } }: Visit, { preparedById, approvedById }: Plan): boolean {
  return [preparedById, approvedById].some((groupId) => mayIn(actor, 'see-plan', groupId));
}

export function maySeeActivity(visit: Visit, plan: Plan, { groupId }: Pick<Activity, 'groupId'>): boolean {
  return isSeenWhole(visit, plan) || mayIn(visit.visitor.actor, 'see-plan', groupId);
}

/** Undefined where the county has no plan, or none for the year. */
export async function readPlan(visit: Visit): Promise<ReadPlan | undefined> {
  const { db } = visit.setting.road.database;
  const { county, person, today } = visit.visitor;
  const plans = await listPlans(db, county.id);
  const plan = chooseYear(plans, visit);
  if (!plan) return undefined;
  const of = { countyId: county.id, planId: plan.id };
  const activities = (await listActivities(db, of)).filter((activity) => maySeeActivity(visit, plan, activity));
  const steps = await listPlanSteps(db, of);
  const addenda = await listAddenda(db, of);
  const people = await findPeople(
    db,
    county.id,
    [...steps, ...addenda].flatMap(({ byId }) => byId ?? []),
  );
  return {
    ...{ plan, plans, activities, steps, addenda },
    isWhole: isSeenWhole(visit, plan),
    role: await findPlanRole(db, plan, person, today),
    rounds: await listRounds(db, of),
    areas: await listAreas(db, county.id),
    goals: await listGoals(db, county.id),
    owners: await findOrganisations(
      db,
      county.id,
      activities.map(({ ownerId }) => ownerId),
    ),
    names: new Map(people.map(({ id, name }) => [id, name])),
  };
}

export function toPlanUrl(year: number): string {
  return `${DESK}/plans/${year}`;
}
