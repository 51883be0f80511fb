// Reads and writes the activities of plans, and keeps their latest check-in beside them.
import type { LocalDate } from '../../calendar/local-date.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import { NotFound } from '../../errors.ts';
import { type CountyId, type GroupId, type OrganisationId, type PersonId, SubjectId } from '../../ids.ts';
import type { Subject } from '../../topic.ts';
import { Activity, ActivityDetails } from './activity.ts';
import { type CheckIn, CheckInAnswers } from './check-in.ts';
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

/** The activity, where it must be there. */
export async function readActivity(db: Db, { countyId, id }: Subject): Promise<Activity> {
  const row = await db.activity.findFirst({ where: { countyId, id }, select });
  if (!row) throw new NotFound(`There is no activity ${id} in ${countyId}.`);
  return toActivity(row);
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

/** The activities whose plan has a round on any of these days. */
export async function listInRounds(
  db: Db,
  countyId: CountyId,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly Subject[]> {
  const rounds = await db.round.findMany({
    where: { countyId, opensOn: { lte: to }, closesOn: { gte: from } },
    select: { planId: true },
  });
  const planIds = [...new Set(rounds.map(({ planId }) => planId))];
  const rows = await db.activity.findMany({
    where: { countyId, planId: { in: planIds } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => ({ countyId, id: SubjectId.parse(id) }));
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

/** What an activity's owner answered in one of its rounds. */
export interface LastTime {
  /** The slug of that round. */
  readonly round: string;
  readonly answers: CheckInAnswers;
}

/** The latest answer that counts, given in one of these rounds. */
export async function findLastTime(db: Db, subject: Subject, rounds: readonly string[]): Promise<LastTime | undefined> {
  const { countyId, id } = subject;
  const prompts = await db.prompt.findMany({
    where: { countyId, topic: 'plan', subjectId: id, question: { in: [...rounds] } },
    select: { id: true, question: true },
  });
  const row = await db.reply.findFirst({
    where: { countyId, promptId: { in: prompts.map((prompt) => prompt.id) }, isCurrent: true },
    select: { promptId: true, answers: true },
    orderBy: { repliedAt: 'desc' },
  });
  const prompt = prompts.find((one) => one.id === row?.promptId);
  return row && prompt ? { round: prompt.question, answers: CheckInAnswers.parse(row.answers) } : undefined;
}

/**
 * Writes activities; how they stand is left as it is.
 * @returns the ids of those that were new or changed
 */
export function saveActivities(
  db: Db,
  countyId: CountyId,
  activities: readonly ActivityDetails[],
): Promise<readonly SubjectId[]> {
  return saveChanged(activities, {
    read: async (ids) => {
      const rows = await db.activity.findMany({ where: { countyId, id: { in: ids } }, select });
      return rows.map((row) => ActivityDetails.parse(dropNulls(row)));
    },
    create: (fresh) => db.activity.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.activity.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toActivity(row: ActivityRow): Activity {
  const { light, status, forecast, comment, action, actionBy, checkedAt: at, checkedRound: round, ...details } = row;
  const latest = { light, status, forecast, comment, action, actionBy, at, round };
  return Activity.parse({ ...dropNulls(details), ...(at && round && { latest: dropNulls(latest) }) });
}

function toRow(activity: ActivityDetails) {
  const { responsibleId = null, indicator = null, targetGroup = null, provenance = Prisma.DbNull } = activity;
  return { ...activity, responsibleId, indicator, targetGroup, provenance };
}
