// Reads and writes the needs of a county.
import type { Instant } from '../../calendar/zone.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { Db, Tx } from '../../database/open.ts';
import type { GroupOfCounty } from '../../directory/group.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import { dropNulls } from '../../directory/rows.ts';
import { NotFound } from '../../errors.ts';
import { type CountyId, type GroupId, type PersonId, SubjectId } from '../../ids.ts';
import type { Subject } from '../../topic.ts';
import { Need } from './need.ts';

const select = {
  id: true,
  countyId: true,
  number: true,
  text: true,
  raisedById: true,
  organisationId: true,
  fromGroupId: true,
  toGroupId: true,
  raisedAt: true,
  outcome: true,
  settledById: true,
  settledAt: true,
} as const satisfies Prisma.NeedSelect;

/** The need, where it must be there. */
export async function readNeed(db: Db, { countyId, id }: Subject): Promise<Need> {
  const row = await db.need.findFirst({ where: { countyId, id }, select });
  if (!row) throw new NotFound(`There is no need ${id} in ${countyId}.`);
  return toNeed(row);
}

export async function findNeed(db: Db, countyId: CountyId, number: number): Promise<Need | undefined> {
  const row = await db.need.findFirst({ where: { countyId, number }, select });
  return row ? toNeed(row) : undefined;
}

/** What somebody has raised, the newest first. */
export async function listNeedsOf(db: Db, countyId: CountyId, raisedById: PersonId): Promise<readonly Need[]> {
  const rows = await db.need.findMany({ where: { countyId, raisedById }, select, orderBy: { number: 'desc' } });
  return rows.map(toNeed);
}

/** What is not settled, of these groups or of the whole county, the oldest first. */
export async function listOpenNeeds(
  db: Db,
  countyId: CountyId,
  groupIds?: readonly GroupId[],
): Promise<readonly Need[]> {
  const rows = await db.need.findMany({
    where: { countyId, settledAt: null, ...(groupIds && { toGroupId: { in: [...groupIds] } }) },
    select,
    orderBy: { number: 'asc' },
  });
  return rows.map(toNeed);
}

/** What has an outcome, of these groups or of the whole county, the latest first. */
export async function listSettledNeeds(
  db: Db,
  countyId: CountyId,
  groupIds?: readonly GroupId[],
): Promise<readonly Need[]> {
  const rows = await db.need.findMany({
    where: { countyId, settledAt: { not: null }, ...(groupIds && { toGroupId: { in: [...groupIds] } }) },
    select,
    orderBy: [{ settledAt: 'desc' }, { number: 'desc' }],
    take: MOST_SETTLED,
  });
  return rows.map(toNeed);
}

const MOST_SETTLED = 50;

/** Those that were raised from one moment until just before another, the oldest first. */
export async function listNeedsRaised(
  db: Db,
  countyId: CountyId,
  { from, before }: { readonly from: Instant; readonly before: Instant },
): Promise<readonly Need[]> {
  const where = { countyId, raisedAt: { gte: from, lt: before } };
  const rows = await db.need.findMany({ where, select, orderBy: { number: 'asc' } });
  return rows.map(toNeed);
}

/** What stood on a group's list at a moment, as it is said on an agenda. */
export async function listRaised(db: Db, { countyId, groupId }: GroupOfCounty, at: Instant) {
  const rows = await db.need.findMany({
    where: {
      ...{ countyId, toGroupId: groupId, raisedAt: { lte: at } },
      OR: [{ settledAt: null }, { settledAt: { gt: at } }],
    },
    select,
    orderBy: { number: 'asc' },
  });
  const needs = rows.map(toNeed);
  const organisations = await findOrganisations(
    db,
    countyId,
    needs.map(({ organisationId }) => organisationId),
  );
  const nameOf = ({ organisationId }: Need) => organisations.find(({ id }) => id === organisationId)?.name ?? '';
  return needs.map((need) => ({ number: need.number, text: need.text, organisation: nameOf(need) }));
}

/** Those that were raised or settled in the window. */
export async function listRecent(
  db: Db,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<readonly Subject[]> {
  const within = { gte: from, lte: to };
  const rows = await db.need.findMany({
    where: { OR: [{ raisedAt: within }, { settledAt: within }] },
    select,
    orderBy: { id: 'asc' },
  });
  return rows.map(toNeed).map(({ countyId, id }) => ({ countyId, id }));
}

/** Gives it the county's next number, one at a time. */
export async function addNeed(tx: Tx, need: Omit<Need, 'id' | 'number' | 'settled'>): Promise<Need> {
  const { countyId } = need;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`need/${countyId}`}, 0))`;
  const { _max } = await tx.need.aggregate({ where: { countyId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const added = { ...need, number, id: SubjectId.parse(`${countyId}/${number}`) };
  const { fromGroupId = null, toGroupId = null } = added;
  await tx.need.create({ data: { ...added, fromGroupId, toGroupId } });
  return added;
}

/** @returns whether it was open until now: of two who settle it, one does */
export async function settleNeed(
  tx: Tx,
  { countyId, id }: Subject,
  { outcome, byId, at }: NonNullable<Need['settled']>,
): Promise<boolean> {
  const { count } = await tx.need.updateMany({
    where: { countyId, id, settledAt: null },
    data: { outcome, settledById: byId, settledAt: at },
  });
  return count > 0;
}

function toNeed({
  outcome,
  settledById: byId,
  settledAt: at,
  ...row
}: Prisma.NeedGetPayload<{ select: typeof select }>) {
  return Need.parse(dropNulls({ ...row, settled: at && { outcome, byId, at } }));
}
