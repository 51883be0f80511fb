// Makes next year's plan of this year's: what is not finished is carried over, with a link to where it comes from.
import { addYears, LocalDate } from '../../calendar/local-date.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import type { Tx } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { type CountyId, SubjectId } from '../../ids.ts';
import { type Activity, ActivityDetails, isUnfinished } from './activity.ts';
import { listActivities, saveActivities } from './activity-store.ts';
import { Plan } from './plan.ts';
import { findPlanOf, savePlans } from './plan-store.ts';
import { Round } from './round.ts';
import { listByRule } from './round-rule.ts';
import { listRounds, saveRounds } from './round-store.ts';
import { isInForce } from './strategy.ts';
import { listStrategies } from './strategy-store.ts';

export interface Copying {
  readonly countyId: CountyId;
  readonly fromYear: number;
  readonly toYear: number;
}

export type CopyRefusal =
  | { readonly kind: 'no-plan'; readonly year: number }
  | { readonly kind: 'not-later' }
  /** Next year's plan has come further than a draft: it is not changed by a copy. */
  | { readonly kind: 'not-draft'; readonly year: number; readonly state: Plan['state'] }
  | { readonly kind: 'no-strategy'; readonly year: number };

export interface Copied {
  readonly plan: Plan;
  /** Carried over now. */
  readonly carried: readonly ActivityDetails[];
  /** There already, by an earlier copy or by the county's file: left as they are there. */
  readonly already: number;
  /** Finished or called off: they stay where they are. */
  readonly finished: number;
}

/** In the transaction given. Copying again changes nothing, but for what has been added to the first plan meanwhile. */
export async function copyPlan(tx: Tx, copying: Copying): Promise<Copied | { readonly refusal: CopyRefusal }> {
  const { countyId, fromYear, toYear } = copying;
  if (toYear <= fromYear) return { refusal: { kind: 'not-later' } };
  const from = await findPlanOf(tx, countyId, fromYear);
  if (!from) return { refusal: { kind: 'no-plan', year: fromYear } };
  if (!(await isCovered(tx, countyId, toYear))) return { refusal: { kind: 'no-strategy', year: toYear } };
  const known = await findPlanOf(tx, countyId, toYear);
  if (known && known.state !== 'draft') return { refusal: { kind: 'not-draft', year: toYear, state: known.state } };
  const plan = await (known && (await hasRounds(tx, known))
    ? known
    : startCopy(tx, from, known ?? toDraft(from, toYear)));
  const activities = await listActivities(tx, { countyId, planId: from.id });
  const there = await listActivities(tx, { countyId, planId: plan.id });
  const isThere = ({ id, carriedFromId }: ActivityDetails) =>
    there.some((one) => one.id === id || one.carriedFromId === carriedFromId);
  const unfinished = activities.filter(isUnfinished);
  const carried = unfinished.map((activity) => carry(activity, from, plan)).filter((one) => !isThere(one));
  await saveActivities(tx, countyId, carried);
  return {
    plan,
    carried,
    already: unfinished.length - carried.length,
    finished: activities.length - unfinished.length,
  };
}

async function hasRounds(tx: Tx, { countyId, id: planId }: Plan): Promise<boolean> {
  return (await listRounds(tx, { countyId, planId })).length > 0;
}

/** Gives the plan its rounds: it is a copy from then on, also where a county's file has it. */
async function startCopy(tx: Tx, from: Plan, to: Plan): Promise<Plan> {
  const copy: Plan = { ...to, copiedFromId: to.copiedFromId ?? from.id };
  await savePlans(tx, to.countyId, [copy]);
  await saveRounds(tx, to.countyId, await listNextRounds(tx, from, copy));
  return copy;
}

/** Is a strategy in force on any day of the year? Where the county has none there is nothing to lie outside of. */
async function isCovered(tx: Tx, countyId: CountyId, year: number): Promise<boolean> {
  const strategies = await listStrategies(tx, countyId);
  return strategies.length === 0 || strategies.some((strategy) => isInForce(strategy, year));
}

function toDraft(from: Plan, year: number): Plan {
  const { approvedOn: _approvedOn, dnr: _dnr, provenance: _provenance, copiedFromId: _copiedFromId, ...rest } = from;
  return Plan.parse({ ...rest, id: rename(from.id, from.year, year), year, state: 'draft' });
}

function carry({ latest: _, provenance: __, ...activity }: Activity, from: Plan, to: Plan): ActivityDetails {
  const years = to.year - from.year;
  return ActivityDetails.parse({
    ...activity,
    id: SubjectId.parse(rename(activity.id, from.year, to.year)),
    planId: to.id,
    fromOn: addYears(activity.fromOn, years),
    toOn: addYears(activity.toOn, years),
    carriedFromId: activity.id,
  });
}

/** By the county's rule, else those of the plan it comes from on the working days nearest to theirs. */
async function listNextRounds(tx: Tx, from: Plan, to: Plan): Promise<readonly Round[]> {
  const { countyId } = to;
  const { ladders, timeZone } = await readCounty(tx, countyId);
  const { rounds: rule } = ladders.plan;
  if (rule) return listByRule(rule, to, timeZone);
  const years = to.year - from.year;
  return (await listRounds(tx, { countyId, planId: from.id })).map(({ cancelledOn: _, endedOn: __, ...round }) =>
    Round.parse({
      ...round,
      id: rename(round.id, from.year, to.year),
      planId: to.id,
      opensOn: moveToWorkingDay(LocalDate.parse(addYears(round.opensOn, years)), 'after'),
      closesOn: moveToWorkingDay(LocalDate.parse(addYears(round.closesOn, years)), 'before'),
    }),
  );
}

/** "plan-2024" becomes "plan-2025"; what has no year in its name gets one. */
function rename(id: string, from: number, to: number): string {
  const isDated = id.endsWith(`-${from}`);
  return isDated ? `${id.slice(0, -`${from}`.length)}${to}` : `${id}-${to}`;
}
