// What a subject of the plan's topic is about, read from the database: a share of a plan, or a plan as one group follows it.
import type { Db } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import { NotFound } from '../../errors.ts';
import { dropCounty, type GroupId } from '../../ids.ts';
import type { Form } from '../../message/form.ts';
import type { Due, Subject } from '../../topic.ts';
import { type Activity, isInRound } from './activity.ts';
import { findActivities, listActivities } from './activity-store.ts';
import type { KeptCheckIn } from './check-in.ts';
import { listAskedAbout } from './check-in-form.ts';
import { listCheckIns } from './check-in-store.ts';
import type { Plan } from './plan.ts';
import type { PlanCalendar } from './plan-dates.ts';
import type { LastTime } from './plan-message.ts';
import { findPlan } from './plan-store.ts';
import { type Round, toSlug } from './round.ts';
import { listRounds } from './round-store.ts';
import { listShares, type Share, toGroupSubject, toPlanId } from './share.ts';

export type About =
  | {
      readonly kind: 'share';
      readonly share: Share<Activity>;
      /** The subject is the activity itself, as it was before each owner was asked in one go: what was asked so goes on. */
      readonly isAlone?: true;
    }
  | { readonly kind: 'group'; readonly groupId: GroupId; readonly shares: readonly Share<Activity>[] };

export interface PlanReading extends PlanCalendar {
  readonly about: About;
  readonly activities: readonly Activity[];
}

/**
 * Undefined where the plan, or the part of it, is gone.
 * @param form what was asked: of a share that nobody has any more, for it may be somebody else's by now
 */
export async function readAbout(db: Db, { countyId, id }: Subject, form?: Form): Promise<PlanReading | undefined> {
  const plan = await findPlanOfSubject(db, { countyId, id });
  if (!plan) return undefined;
  const planId = plan.id;
  const activities = await listActivities(db, { countyId, planId });
  const about = findAbout(activities, id) ?? (form && findAsked(activities, form));
  if (!about) return undefined;
  return {
    about,
    activities: about.kind === 'share' ? about.share.activities : listFollowed(activities, about.groupId),
    plan,
    rounds: await listRounds(db, { countyId, planId }),
    county: await readCounty(db, countyId),
  };
}

export async function mustReadAbout(db: Db, subject: Subject, form?: Form): Promise<PlanReading> {
  const reading = await readAbout(db, subject, form);
  if (!reading) throw new NotFound(`There is no ${subject.id} in the plans of ${subject.countyId}.`);
  return reading;
}

/** The plan that a subject of the topic is a part of. */
export async function findPlanOfSubject(db: Db, { countyId, id }: Subject): Promise<Plan | undefined> {
  const plan = await findPlan(db, { countyId, planId: toPlanId(id) });
  if (plan) return plan;
  const [activity] = await findActivities(db, countyId, [id]);
  return activity && findPlan(db, { countyId, planId: activity.planId });
}

function findAbout(activities: readonly Activity[], id: Subject['id']): About | undefined {
  const [alone] = listShares(activities.filter((activity) => activity.id === id));
  if (alone) return { kind: 'share', share: alone, isAlone: true };
  const share = listShares(activities).find((one) => one.id === id);
  if (share) return { kind: 'share', share };
  const followed = activities.find(({ planId, groupId }) => toGroupSubject(planId, groupId) === id);
  if (!followed) return undefined;
  const { groupId } = followed;
  const shares = listShares(activities).filter((one) =>
    one.activities.some((activity) => activity.groupId === groupId),
  );
  return { kind: 'group', groupId, shares };
}

function findAsked(activities: readonly Activity[], form: Form): About | undefined {
  const slugs = listAskedAbout(form);
  const [share] = listShares(activities.filter(({ id }) => slugs.includes(dropCounty(id))));
  return share && { kind: 'share', share };
}

function listFollowed(activities: readonly Activity[], groupId: GroupId): readonly Activity[] {
  return activities.filter((activity) => activity.groupId === groupId);
}

/** The subjects that a plan's activities make up: shares first, so that a group is told of what has been asked. */
export function listSubjectIds(activities: readonly Activity[]): readonly Subject['id'][] {
  const groups = new Set(activities.map(({ planId, groupId }) => toGroupSubject(planId, groupId)));
  return [...listShares(activities).map(({ id }) => id), ...[...groups].toSorted()];
}

export function findRound({ rounds }: PlanReading, { question, subjectId }: Due): Round {
  const round = rounds.find((one) => toSlug(one) === question);
  if (!round) throw new NotFound(`There is no round ${question} for ${subjectId}.`);
  return round;
}

export function listInRound({ activities }: PlanReading, round: Round): readonly Activity[] {
  return activities.filter((activity) => isInRound(activity, round));
}

/**
 * How each of these stood before a round, by the activity's id: also at the end of the year before. Which answer is the
 * last one goes by the order of the rounds: one may come late, when the next round has been answered.
 */
export async function findLastTimes(
  db: Db,
  { rounds, plan }: Pick<PlanReading, 'rounds' | 'plan'>,
  { activities, round }: { readonly activities: readonly Activity[]; readonly round: Round },
): Promise<ReadonlyMap<string, LastTime>> {
  const { countyId } = plan;
  const activityIds = activities.flatMap(({ id, carriedFromId }) => [id, ...(carriedFromId ? [carriedFromId] : [])]);
  const kept = await sortByRound(
    db,
    (await listCheckIns(db, { countyId, activityIds })).filter(({ isCurrent }) => isCurrent),
  );
  const earlier = new Map(
    rounds.filter(({ opensOn }) => opensOn < round.opensOn).map((one) => [toSlug(one), one.label] as const),
  );
  return new Map(
    activities.flatMap(({ id, carriedFromId }) => {
      const own = kept.filter((one) => one.activityId === id && earlier.has(one.round));
      const last = own.at(-1) ?? kept.filter(({ activityId }) => activityId === carriedFromId).at(-1);
      return last ? [[id, { label: earlier.get(last.round) ?? last.period, answers: last }] as const] : [];
    }),
  );
}

/** Those of a round that is no longer there come first. */
async function sortByRound(db: Db, checkIns: readonly KeptCheckIn[]): Promise<readonly KeptCheckIn[]> {
  const opens = new Map<string, string>();
  for (const { countyId, planId } of new Map(checkIns.map((one) => [one.planId, one])).values()) {
    for (const round of await listRounds(db, { countyId, planId })) opens.set(toSlug(round), round.opensOn);
  }
  const opensOn = ({ round }: KeptCheckIn) => opens.get(round) ?? '';
  return checkIns.toSorted((a, b) => opensOn(a).localeCompare(opensOn(b)));
}

/** The names of organisations, by their ids. */
export async function nameOwners(db: Db, activities: readonly Activity[]): Promise<ReadonlyMap<string, string>> {
  const [first] = activities;
  if (!first) return new Map();
  const ids = activities.map(({ ownerId }) => ownerId);
  return new Map((await findOrganisations(db, first.countyId, ids)).map(({ id, name }) => [id, name]));
}
