// Reads and writes the activities of plans, and keeps their latest check-in beside them.
import type { LocalDate } from '../../calendar/local-date.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import type { CountyId, GroupId, OrganisationId, PersonId, SubjectId } from '../../ids.ts';
import type { Subject } from '../../topic.ts';
import { Activity, ActivityDetails } from './activity.ts';
import type { CheckIn } from './check-in.ts';
import { assertUnlocked } from './locked-store.ts';
import type { PlanOfCounty } from './plan-store.ts';

const select = {
  id: true,
  countyId: true,
  planId: true,
  goalId: true,
  groupId: true,
  ownerId: true,
  responsibleId: true,
  title: true,
  fromOn: true,
  toOn: true,
  indicator: true,
  targetGroup: true,
  carriedFromId: true,
  provenance: true,
  status: true,
  light: true,
  forecast: true,
  comment: true,
  action: true,
  actionBy: true,
  checkedAt: true,
  checkedRound: true,
} as const satisfies Prisma.ActivitySelect;

type ActivityRow = Prisma.ActivityGetPayload<{ select: typeof select }>;

/** Those of these that the county has, by id. */
export async function findActivities(db: Db, countyId: CountyId, ids: readonly string[]): Promise<readonly Activity[]> {
  const where = { countyId, id: { in: [...ids] } };
  return (await db.activity.findMany({ where, select, orderBy: { id: 'asc' } })).map(toActivity);
}

/** The activities of a plan, by id. */
export async function listActivities(db: Db, { countyId, planId }: PlanOfCounty): Promise<readonly Activity[]> {
  const rows = await db.activity.findMany({ where: { countyId, planId }, select, orderBy: { id: 'asc' } });
  return rows.map(toActivity);
}

export interface RunningQuery {
  readonly countyId: CountyId;
  readonly on: LocalDate;
  readonly responsibleId: PersonId;
  readonly ownerId: OrganisationId;
  readonly groupIds: readonly GroupId[];
}

/** What runs on a day and a person answers for, or an organisation owns in one of these groups; by id. */
export async function listRunning(db: Db, query: RunningQuery): Promise<readonly Activity[]> {
  const { countyId, on, responsibleId, ownerId, groupIds } = query;
  const isTheirs = { OR: [{ responsibleId }, { ownerId, groupId: { in: [...groupIds] } }] };
  const where = { countyId, fromOn: { lte: on }, toOn: { gte: on }, ...isTheirs };
  const rows = await db.activity.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map(toActivity);
}

/** An activity's check-in becomes its latest state. A status that was not answered stays what it was. */
export async function keepCheckIn(db: Db, { countyId, id }: Subject, checkIn: CheckIn): Promise<void> {
  const { light, status, forecast = null, comment = null, action = null, actionBy = null, at, round } = checkIn;
  await db.activity.update({
    where: { id, countyId },
    data: {
      ...{ light, forecast, comment, action, actionBy },
      ...(status && { status }),
      checkedAt: at,
      checkedRound: round,
    },
  });
}

/**
 * Writes activities; how they stand is left as it is.
 * @returns the ids of those that were new or changed
 */
export async function saveActivities(
  db: Db,
  countyId: CountyId,
  activities: readonly ActivityDetails[],
): Promise<readonly SubjectId[]> {
  const read = async (ids: readonly SubjectId[]) => {
    const rows = await db.activity.findMany({ where: { countyId, id: { in: [...ids] } }, select });
    return rows.map((row) => ActivityDetails.parse(dropNulls(row)));
  };
  // What was carried over stays so, also where a county's file has it by now.
  const stored = await read(activities.map(({ id }) => id));
  const carried = new Map(stored.map(({ id, carriedFromId }) => [id, carriedFromId]));
  const wanted = activities.map((activity) => {
    const carriedFromId = activity.carriedFromId ?? carried.get(activity.id);
    return { ...activity, ...(carriedFromId && { carriedFromId }) };
  });
  return saveChanged(wanted, {
    read,
    async create(fresh) {
      await assertUnlocked(db, { countyId, planIds: fresh.map(({ planId }) => planId) });
      await db.activity.createMany({ data: fresh.map(toRow) });
    },
    async update(changed) {
      const planIds = [changed.planId, ...stored.filter(({ id }) => id === changed.id).map(({ planId }) => planId)];
      await assertUnlocked(db, { countyId, planIds });
      await db.activity.update({ where: { id: changed.id, countyId }, data: toRow(changed) });
    },
  });
}

function toActivity(row: ActivityRow): Activity {
  const { light, status, forecast, comment, action, actionBy, checkedAt: at, checkedRound: round, ...details } = row;
  const latest = { light, status, forecast, comment, action, actionBy, at, round };
  return Activity.parse({ ...dropNulls(details), ...(at && round && { latest: dropNulls(latest) }) });
}

function toRow(activity: ActivityDetails) {
  const { responsibleId = null, indicator = null, targetGroup = null, carriedFromId = null } = activity;
  const provenance = activity.provenance ?? Prisma.DbNull;
  return { ...activity, responsibleId, indicator, targetGroup, carriedFromId, provenance };
}
