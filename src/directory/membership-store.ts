// Who is in which group on a given day? The past stays: a membership ends, it is not removed.
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import type { CountyId, PersonId } from '../ids.ts';
import { findAway } from './absence-store.ts';
import type { GroupOfCounty } from './group.ts';
import { Member, Membership } from './membership.ts';
import { findPeople } from './person-store.ts';
import { dropNulls, saveChanged } from './rows.ts';
import { fillSeats, type Seat } from './seat.ts';

const select = {
  id: true,
  countyId: true,
  groupId: true,
  personId: true,
  role: true,
  substituteForId: true,
  fromOn: true,
  toOn: true,
  appointmentId: true,
} as const;

/** Everybody in the group on a day, past days too, substitutes among them. */
export function listMembersOn(
  db: Db,
  { countyId, groupId }: GroupOfCounty,
  date: LocalDate,
): Promise<readonly Member[]> {
  return readMembers(db, { countyId, groupId }, date);
}

/** Every one that the county, or one person in it, has had, ended ones too, by id. */
export async function listMemberships(db: Db, countyId: CountyId, personId?: PersonId): Promise<readonly Membership[]> {
  const where = { countyId, ...(personId && { personId }) };
  const rows = await db.membership.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Membership.parse(dropNulls(row)));
}

/** Takes out memberships that never began. */
export async function removeMemberships(db: Db, countyId: CountyId, ids: readonly string[]): Promise<void> {
  await db.membership.deleteMany({ where: { countyId, id: { in: [...ids] } } });
}

/** Everybody in any group of the county on a day. */
export function listCountyMembersOn(db: Db, countyId: CountyId, date: LocalDate): Promise<readonly Member[]> {
  return readMembers(db, { countyId }, date);
}

/** Who sits in the group's seats on a day: its ordinary members, and the substitutes of those who are away. */
export async function listSeatsOn(db: Db, group: GroupOfCounty, date: LocalDate): Promise<readonly Seat[]> {
  return fillSeats(await listMembersOn(db, group, date), await findAway(db, group.countyId, date));
}

/** Who was appointed for some days goes before who stands behind a member at all times. */
export async function listSeatedOn(
  db: Db,
  of: { readonly countyId: CountyId; readonly groupId?: string },
  date: LocalDate,
): Promise<readonly Membership[]> {
  const rows = await db.membership.findMany({
    where: {
      countyId: of.countyId,
      ...(of.groupId !== undefined && { groupId: of.groupId }),
      fromOn: { lte: date },
      OR: [{ toOn: null }, { toOn: { gte: date } }],
    },
    select,
    orderBy: [{ groupId: 'asc' }, { appointmentId: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  return rows.map((row) => Membership.parse(dropNulls(row)));
}

async function readMembers(
  db: Db,
  of: { readonly countyId: CountyId; readonly groupId?: string },
  date: LocalDate,
): Promise<readonly Member[]> {
  const memberships = await listSeatedOn(db, of, date);
  const people = await findPeople(
    db,
    of.countyId,
    memberships.map(({ personId }) => personId),
  );
  const organisations = new Map(people.map(({ id, organisationId }) => [id, organisationId]));
  return memberships.flatMap((membership) => {
    const organisationId = organisations.get(membership.personId);
    return organisationId ? [Member.parse({ ...membership, organisationId })] : [];
  });
}

/** @returns the ids of those that were new or changed */
export function saveMemberships(
  db: Db,
  countyId: CountyId,
  memberships: readonly Membership[],
): Promise<readonly string[]> {
  return saveChanged(memberships, {
    read: async (ids) => {
      const rows = await db.membership.findMany({ where: { countyId, id: { in: ids } }, select });
      return rows.map((row) => Membership.parse(dropNulls(row)));
    },
    create: (fresh) => db.membership.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.membership.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toRow(membership: Membership) {
  const { substituteForId = null, toOn = null, appointmentId = null } = membership;
  return { ...membership, substituteForId, toOn, appointmentId };
}
