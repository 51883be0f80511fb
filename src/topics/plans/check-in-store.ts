// Keeps how activities stood, round by round: the history of each.
import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls } from '../../directory/rows.ts';
import { type CountyId, toStableUuid } from '../../ids.ts';
import { CheckInAnswers, KeptCheckIn } from './check-in.ts';

const select = {
  countyId: true,
  planId: true,
  activityId: true,
  round: true,
  period: true,
  isCurrent: true,
  light: true,
  status: true,
  forecast: true,
  comment: true,
  action: true,
  actionBy: true,
  isLate: true,
  isCopy: true,
  receipt: true,
  personId: true,
  organisationId: true,
  insteadOfId: true,
  at: true,
} as const satisfies Prisma.CheckInSelect;

/**
 * One version of what a reply said of an activity. What was said of it in the same round before counts no more.
 * @param before how it stood before the round
 */
export async function addCheckIn(
  db: Db,
  checkIn: Omit<KeptCheckIn, 'isCurrent' | 'isCopy'>,
  before?: CheckInAnswers,
): Promise<void> {
  const { countyId, activityId, round, receipt } = checkIn;
  const isCopy = before !== undefined && isDeepStrictEqual(CheckInAnswers.parse(checkIn), CheckInAnswers.parse(before));
  await db.checkIn.updateMany({
    where: { countyId, activityId, round, isCurrent: true, receipt: { not: receipt } },
    data: { isCurrent: false },
  });
  const { status = null, forecast = null, comment = null, action = null, actionBy = null } = checkIn;
  const { insteadOfId = null } = checkIn;
  await db.checkIn.createMany({
    data: [
      {
        ...{ ...checkIn, status, forecast, comment, action, actionBy, insteadOfId, isCopy },
        id: toStableUuid(`check-in:${countyId}/${receipt}/${activityId}`),
      },
    ],
    skipDuplicates: true,
  });
}

export interface CheckInQuery {
  readonly countyId: CountyId;
  readonly activityIds: readonly string[];
}

/** What was answered about these activities, every version of it, in the order in which it came. */
export async function listCheckIns(db: Db, { countyId, activityIds }: CheckInQuery): Promise<readonly KeptCheckIn[]> {
  const rows = await db.checkIn.findMany({
    where: { countyId, activityId: { in: [...activityIds] } },
    select,
    orderBy: [{ at: 'asc' }, { activityId: 'asc' }],
  });
  return rows.map((row) => KeptCheckIn.parse(dropNulls(row)));
}
