// Reads and writes frozen reports. Their bodies are never changed; approval is written once.

import type { LocalDate } from '../calendar/local-date.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import { dropNulls } from '../directory/rows.ts';
import type { CountyId, GroupId } from '../ids.ts';
import type { YearOfCounty } from './reply-rate-store.ts';
import type { YearInShort } from './report.ts';
import { Snapshot } from './snapshot.ts';

const select = {
  id: true,
  countyId: true,
  year: true,
  number: true,
  dnr: true,
  checksum: true,
  summary: true,
  frozenById: true,
  frozenAt: true,
  approvedOn: true,
  approvedById: true,
} as const satisfies Prisma.ReportSnapshotSelect;

/** The snapshots of a year, the latest first; without their bodies. */
export async function listSnapshots(db: Db, { countyId, year }: YearOfCounty): Promise<readonly Snapshot[]> {
  const rows = await db.reportSnapshot.findMany({ where: { countyId, year }, select, orderBy: { number: 'desc' } });
  return rows.map(toSnapshot);
}

/** Has the year's report been approved? Nothing of it is changed any more then. */
export async function isFinal(db: Db, countyId: CountyId, year: number): Promise<boolean> {
  return (await db.reportSnapshot.count({ where: { countyId, year, approvedOn: { not: null } } })) > 0;
}

export async function readBody(db: Db, { countyId, id }: Pick<Snapshot, 'countyId' | 'id'>): Promise<string> {
  const { body } = await db.reportSnapshot.findFirstOrThrow({ where: { countyId, id }, select: { body: true } });
  return body;
}

/** Until the transaction ends, nobody else freezes or approves a report of this year, or sets a light in it. */
export async function waitForYear(tx: Tx, { countyId, year }: YearOfCounty): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`report/${countyId}/${year}`}, 0))`;
}

export async function addSnapshot(tx: Tx, snapshot: Snapshot, body: string): Promise<void> {
  const { approvedOn = null, approvedById = null } = snapshot;
  await tx.reportSnapshot.create({ data: { ...snapshot, approvedOn, approvedById, body } });
}

/** @returns whether it was not approved until now */
export async function approveSnapshot(
  tx: Tx,
  { countyId, id }: Pick<Snapshot, 'countyId' | 'id'>,
  approval: { readonly approvedOn: LocalDate; readonly approvedById: GroupId },
): Promise<boolean> {
  const where = { countyId, id, approvedOn: null };
  return (await tx.reportSnapshot.updateMany({ where, data: approval })).count > 0;
}

/** Of each earlier year what its approved report says, else its latest; the oldest first. */
export async function listEarlier(db: Db, { countyId, year }: YearOfCounty): Promise<readonly YearInShort[]> {
  const rows = await db.reportSnapshot.findMany({
    where: { countyId, year: { lt: year } },
    select,
    orderBy: [{ year: 'asc' }, { number: 'desc' }],
  });
  const snapshots = rows.map(toSnapshot);
  const years = [...new Set(snapshots.map((one) => one.year))];
  return years.flatMap((wanted) => {
    const own = snapshots.filter((one) => one.year === wanted);
    const chosen = own.find(({ approvedOn }) => approvedOn !== undefined) ?? own[0];
    return chosen ? [toEarlier(chosen)] : [];
  });
}

function toEarlier({ summary, dnr, checksum, approvedOn }: Snapshot): YearInShort {
  return { ...summary, dnr, checksum, isApproved: approvedOn !== undefined };
}

function toSnapshot(row: Prisma.ReportSnapshotGetPayload<{ select: typeof select }>): Snapshot {
  return Snapshot.parse(dropNulls(row));
}
