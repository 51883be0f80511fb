// What the work is for, and the yearly plans, as the topic of plans knows them.

import { ActivityDetails } from '../topics/plans/activity.ts';
import { Plan } from '../topics/plans/plan.ts';
import { Round } from '../topics/plans/round.ts';
import { listByRule } from '../topics/plans/round-rule.ts';
import { Area, Goal, Strategy } from '../topics/plans/strategy.ts';
import type { CountyFile } from './county-file.ts';
import { dropGaps, type OfCounty, toId, toIdIfAny, toProvenance } from './county-ids.ts';
import type { PlanEntry } from './county-strategy.ts';

export function toStrategies(file: CountyFile): readonly Strategy[] {
  const { id, from, to, adoptedBy, ...rest } = file.strategy;
  return [
    Strategy.parse(
      dropGaps({
        ...rest,
        ...own(file),
        id: toId(file, id),
        fromOn: from,
        toOn: to,
        adoptedBy: toIdIfAny(file, adoptedBy),
        provenance: toProvenance(rest),
      }),
    ),
  ];
}

export function toAreas(file: CountyFile): readonly Area[] {
  const { id: strategy, areas } = file.strategy;
  return areas.map(({ id, ...rest }, position) =>
    Area.parse(
      dropGaps({
        ...rest,
        ...own(file),
        id: toId(file, id),
        strategyId: toId(file, strategy),
        position,
        provenance: toProvenance(rest),
      }),
    ),
  );
}

export function toGoals(file: CountyFile): readonly Goal[] {
  return file.strategy.areas.flatMap(({ id: area, goals }) =>
    goals.map(({ id, text, ...rest }, position) =>
      Goal.parse(
        dropGaps({
          ...own(file),
          id: toId(file, id),
          areaId: toId(file, area),
          position,
          text,
          provenance: toProvenance(rest),
        }),
      ),
    ),
  );
}

export function toPlans(file: CountyFile): readonly Plan[] {
  return file.plans.map((plan) => toPlan(file, plan));
}

export function toPlan(file: OfCounty, plan: PlanEntry): Plan {
  const { id, year, state, preparedBy, approvedBy, approvedOn, dnr, example } = plan;
  return Plan.parse(
    dropGaps({
      ...own(file),
      ...{ id: toId(file, id), year, state, approvedOn, dnr },
      preparedById: toIdIfAny(file, preparedBy),
      approvedById: toIdIfAny(file, approvedBy),
      isExample: example === true,
      provenance: toProvenance(plan),
    }),
  );
}

export function toAllActivities(file: CountyFile): readonly ActivityDetails[] {
  return file.plans.flatMap((plan) => toActivities(file, plan));
}

export function toActivities(file: OfCounty, plan: Pick<PlanEntry, 'id' | 'activities'>): readonly ActivityDetails[] {
  return plan.activities.map(({ id, goal, owner, responsible, group, from, to, ...rest }) =>
    ActivityDetails.parse(
      dropGaps({
        ...rest,
        ...own(file),
        id: toId(file, id),
        planId: toId(file, plan.id),
        goalId: toId(file, goal),
        groupId: toId(file, group),
        ownerId: toId(file, owner),
        responsibleId: toIdIfAny(file, responsible),
        fromOn: from,
        toOn: to,
        provenance: toProvenance(rest),
      }),
    ),
  );
}

export function toAllRounds(file: CountyFile): readonly Round[] {
  const { rounds: rule } = file.ladders.plan;
  return file.plans.flatMap((plan) =>
    plan.rounds.length === 0 && rule
      ? listByRule(rule, toPlan(file, plan), file.county.timeZone)
      : toRounds(file, plan),
  );
}

export function toRounds(file: OfCounty, plan: PlanEntry): readonly Round[] {
  return plan.rounds.map(({ id, ...rest }) =>
    Round.parse({ ...rest, ...own(file), id: toId(file, id), planId: toId(file, plan.id) }),
  );
}

function own({ county }: OfCounty) {
  return { countyId: county.id };
}
