// How did the year's plan go: by area, goal and activity, round by round, from every answer that was kept?
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { type Instant, toIsoWithOffset, type ZoneName } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { Group } from '../directory/group.ts';
import type { Organisation } from '../directory/organisation.ts';
import type { CountyId } from '../ids.ts';
import type { Light } from '../message/form.ts';
import type { Activity } from '../topics/plans/activity.ts';
import { listActivities } from '../topics/plans/activity-store.ts';
import type { Plan } from '../topics/plans/plan.ts';
import { type Round, toSlug } from '../topics/plans/round.ts';
import { listRounds } from '../topics/plans/round-store.ts';
import type { Area, Goal } from '../topics/plans/strategy.ts';
import { listAreas, listGoals } from '../topics/plans/strategy-store.ts';
import type { Authors } from './authors.ts';
import { type AskedCheckIn, listCheckIns } from './check-in-history-store.ts';
import type { LightOverride, LightScope } from './light-override.ts';
import { listOverrides } from './light-override-store.ts';
import type { ActivityOfYear, AreaOfYear, CheckInOfYear, GoalOfYear, JudgedLight, RoundOfYear } from './report.ts';
import { countLights, findWorst } from './roll-up.ts';

export interface PlanYear {
  readonly plan: Plan;
  readonly countyId: CountyId;
  readonly zone: ZoneName;
  readonly asOf: LocalDate;
  readonly now: Instant;
  readonly organisations: readonly Organisation[];
  readonly groups: readonly Group[];
  readonly authors: Authors;
}

export interface PlanReport {
  readonly rounds: readonly RoundOfYear[];
  readonly areas: readonly AreaOfYear[];
}

export async function compilePlan(db: Db, year: PlanYear): Promise<PlanReport> {
  const { plan, countyId } = year;
  const of = { countyId, planId: plan.id };
  const rounds = await listRounds(db, of);
  const activities = await listActivities(db, of);
  const asked = keepOneOfEach(await listCheckIns(db, { countyId, activities, rounds: rounds.map(toSlug) }));
  const overrides = await listOverrides(db, countyId, plan.year);
  await year.authors.meet(
    asked.flatMap(({ kept }) => (kept ? [kept.personId, kept.insteadOfId ?? kept.personId] : [])),
  );
  await year.authors.meet(overrides.map(({ signedById }) => signedById));
  const history = { ...year, rounds, asked, overrides };
  const goals = (await listGoals(db, countyId)).map((goal) => toGoal(goal, activities, history));
  const areas = (await listAreas(db, countyId)).map((area) => toArea(area, goals, history));
  return {
    rounds: rounds.map((round) => toRound(round, history)),
    // A strategy that has run out has areas too, but nothing in this year's plan.
    areas: areas.filter((area) => area.goals.length > 0),
  };
}

interface History extends PlanYear {
  readonly rounds: readonly Round[];
  /** At most one for each activity in each round. */
  readonly asked: readonly AskedCheckIn[];
  readonly overrides: readonly LightOverride[];
}

/** Where an activity changed owners during a round, both were asked: what was answered last counts. */
function keepOneOfEach(asked: readonly AskedCheckIn[]): readonly AskedCheckIn[] {
  const saidAt = ({ kept }: AskedCheckIn) => kept?.repliedAt.getTime() ?? 0;
  const lastWins = asked.toSorted((a, b) => saidAt(a) - saidAt(b));
  return [...new Map(lastWins.map((one) => [`${one.activityId} ${one.round}`, one])).values()];
}

interface GoalInArea extends GoalOfYear {
  readonly areaId: string;
}

function toArea({ id, name }: Area, goals: readonly GoalInArea[], history: History): AreaOfYear {
  const own = goals.filter((goal) => goal.areaId === id && goal.activities.length > 0);
  const light = judge('area', id, { lights: own.flatMap(({ activities }) => listCounted(activities)), history });
  return { id, name, light, goals: own.map(({ areaId: _, ...goal }) => goal) };
}

function toGoal({ id, areaId, text }: Goal, activities: readonly Activity[], history: History): GoalInArea {
  const own = activities.filter(({ goalId }) => goalId === id).map((activity) => toActivity(activity, history));
  return { id, areaId, text, light: judge('goal', id, { lights: listCounted(own), history }), activities: own };
}

/** What is not going to be done says nothing about how the goal goes. */
export function listCounted(activities: readonly ActivityOfYear[]): readonly Light[] {
  return activities.filter(({ status }) => status !== 'cancelled').map(({ light }) => light);
}

interface Judging {
  readonly lights: readonly Light[];
  readonly history: History;
}

function judge(scope: LightScope, scopeId: string, { lights, history }: Judging): JudgedLight {
  const computed = findWorst(lights);
  const override = history.overrides.findLast((one) => one.scope === scope && one.scopeId === scopeId);
  if (!override) return { light: computed, computed, counts: countLights(lights) };
  const { light, reason, signedById, signedAt } = override;
  const by = history.authors.describe(signedById);
  const signed = { light, reason, by, at: toIsoWithOffset(signedAt, history.zone) };
  return { light, computed, counts: countLights(lights), override: signed };
}

function toActivity(activity: Activity, history: History): ActivityOfYear {
  const { id, title, ownerId, groupId, fromOn, toOn, indicator } = activity;
  const checkIns = history.rounds.flatMap((round) => toCheckIn(activity, round, history));
  const status = checkIns.findLast((one) => one.status !== undefined)?.status;
  const isOver = status === 'completed' || status === 'cancelled';
  return {
    ...{ id, title, fromOn, toOn, ...(indicator && { indicator }), ...(status && { status }), checkIns },
    owner: history.organisations.find((one) => one.id === ownerId)?.name ?? ownerId,
    group: history.groups.find((one) => one.id === groupId)?.name ?? groupId,
    light: checkIns.findLast(({ light }) => light !== undefined)?.light ?? 'unrated',
    overdueDays: isOver || toOn >= history.asOf ? 0 : daysBetween(toOn, history.asOf),
  };
}

/** None for a round in which nobody was asked about the activity. */
function toCheckIn({ id }: Activity, round: Round, { asked, authors, zone }: History): readonly CheckInOfYear[] {
  const one = asked.find(({ activityId, round: slug }) => activityId === id && slug === toSlug(round));
  if (!one) return [];
  const { kept } = one;
  if (!kept) return [{ round: round.label, lights: [], isLate: false, isCopy: false }];
  const { answers, lights, isLate, isCopy, receipt, personId, organisationId, insteadOfId, repliedAt } = kept;
  return [
    {
      ...{ round: round.label, lights, isLate, isCopy, receipt, ...answers },
      by: authors.describe(personId, organisationId),
      ...(insteadOfId && { insteadOf: authors.describe(insteadOfId).title }),
      at: toIsoWithOffset(repliedAt, zone),
    },
  ];
}

function toRound(round: Round, { asked, now }: History): RoundOfYear {
  const own = asked.filter(({ round: slug }) => slug === toSlug(round));
  const { id, label, opensOn, closesOn, cancelledOn } = round;
  return {
    ...{ id, label, opensOn, closesOn, ...(cancelledOn && { cancelledOn }) },
    lights: countLights(own.flatMap(({ kept }) => kept?.answers.light ?? [])),
    silent: own.filter(({ kept, answerBy }) => !kept && answerBy <= now).length,
  };
}
