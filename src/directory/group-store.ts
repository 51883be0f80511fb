// Reads and writes the groups of a county.
import type { LocalDate } from '../calendar/local-date.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import { NotFound } from '../errors.ts';
import type { CountyId, GroupId, PersonId } from '../ids.ts';
import { Group, type GroupOfCounty } from './group.ts';
import type { MemberRole } from './membership.ts';
import { listMembersOn } from './membership-store.ts';
import type { Person } from './person.ts';
import { findPeople } from './person-store.ts';
import { dropNulls, saveChanged } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  name: true,
  kind: true,
  formedById: true,
  convenerId: true,
  reportsToId: true,
  isPermanent: true,
  quota: true,
  tasks: true,
  organisationIds: true,
  mayForm: true,
  provenance: true,
  isExample: true,
} as const;

/** Every one of the county, by id. */
export async function listGroups(db: Db, countyId: CountyId): Promise<readonly Group[]> {
  const rows = await db.group.findMany({ where: { countyId }, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Group.parse(dropNulls(row)));
}

/** Those of these that the county has, by id. */
export async function findGroups(db: Db, countyId: CountyId, ids: Iterable<GroupId>): Promise<readonly Group[]> {
  const where = { countyId, id: { in: [...new Set(ids)] } };
  const rows = await db.group.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Group.parse(dropNulls(row)));
}

/** The group, where it must be there. */
export async function readGroup(db: Db, { countyId, groupId }: GroupOfCounty): Promise<Group> {
  const group = (await findGroups(db, countyId, [groupId]))[0];
  if (!group) throw new NotFound(`There is no group ${groupId} in ${countyId}.`);
  return group;
}

/** Who answers for the group where it has no member as convener: asked of the convening organisation, in this order. */
const closest: readonly MemberRole[] = ['secretary', 'rapporteur', 'chair', 'member'];

/** Those who call the group together on a day: its conveners, else the nearest that the convening organisation has. */
export async function listConveners(db: Db, of: GroupOfCounty, date: LocalDate): Promise<readonly Person[]> {
  const group = await readGroup(db, of);
  const members = await listMembersOn(db, of, date);
  const ids = (isOne: (member: (typeof members)[number]) => boolean): readonly PersonId[] =>
    members.filter(isOne).map(({ personId }) => personId);
  const candidates = [
    ids(({ role }) => role === 'convener'),
    ...closest.map((wanted) =>
      ids(({ role, organisationId }) => role === wanted && organisationId === group.convenerId),
    ),
  ];
  return findPeople(db, of.countyId, candidates.find(({ length }) => length > 0) ?? []);
}

/** @returns the ids of those that were new or changed */
export function saveGroups(db: Db, countyId: CountyId, groups: readonly Group[]): Promise<readonly GroupId[]> {
  return saveChanged(groups, {
    read: (ids) => findGroups(db, countyId, ids),
    create: (fresh) => db.group.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.group.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toRow(group: Group) {
  const { formedById = null, convenerId = null, reportsToId = null, provenance = Prisma.DbNull } = group;
  return {
    ...group,
    formedById,
    convenerId,
    reportsToId,
    provenance,
    quota: group.quota ?? Prisma.DbNull,
    mayForm: [...group.mayForm],
    tasks: [...group.tasks],
    organisationIds: [...group.organisationIds],
  };
}
