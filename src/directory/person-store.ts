// Reads and writes the people of a county.
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import type { CountyId, PersonId } from '../ids.ts';
import { hasLeft, Person, toLeftAddress } from './person.ts';
import { dropNulls, saveChanged } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  name: true,
  title: true,
  email: true,
  organisationId: true,
  language: true,
  roles: true,
  provenance: true,
} as const;

/** Every one of the county, by id. */
export async function listPeople(db: Db, countyId: CountyId): Promise<readonly Person[]> {
  const rows = await db.person.findMany({ where: { countyId }, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Person.parse(dropNulls(row)));
}

/** Those of these that the county has, by id. */
export async function findPeople(db: Db, countyId: CountyId, ids: Iterable<PersonId>): Promise<readonly Person[]> {
  const where = { countyId, id: { in: [...new Set(ids)] } };
  const rows = await db.person.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Person.parse(dropNulls(row)));
}

/** A person by id alone, for a door that does not know the county yet. */
export async function findPersonAnywhere(db: Db, id: PersonId): Promise<Person | undefined> {
  const row = await db.person.findUnique({ where: { id }, select });
  return row ? Person.parse(dropNulls(row)) : undefined;
}

/** The people of these counties with one of these addresses, however it is capitalised, by county. Nobody who has left. */
export async function findPeopleByAddress(
  db: Db,
  countyIds: readonly CountyId[],
  addresses: readonly string[],
): Promise<readonly Person[]> {
  if (countyIds.length === 0 || addresses.length === 0) return [];
  // Prisma's own way to leave the case open is ILIKE, which takes the _ of an address for any letter.
  const found = await db.$queryRaw<{ id: string }[]>`
    select id from person where county_id = any(${[...countyIds]})
      and lower(email) in (select lower(address) from unnest(${[...addresses]}::text[]) as given(address))`;
  const where = { id: { in: found.map(({ id }) => id) } };
  const rows = await db.person.findMany({ where, select, orderBy: [{ countyId: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => Person.parse(dropNulls(row))).filter((person) => !hasLeft(person));
}

/** Gives up the addresses of these people, so that others can take them over in the same transaction. */
export async function releaseAddresses(db: Db, countyId: CountyId, ids: readonly PersonId[]): Promise<void> {
  for (const id of ids) {
    await db.person.update({ where: { id, countyId }, data: { email: toLeftAddress(id) } });
  }
}

/** Those who coordinate the county's work, and are told when something stays undone. */
export async function listCoordinators(db: Db, countyId: CountyId): Promise<readonly Person[]> {
  const where = { countyId, roles: { has: 'coordinator' } };
  const rows = await db.person.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Person.parse(dropNulls(row)));
}

/** @returns the ids of those who were new or changed */
export function savePeople(db: Db, countyId: CountyId, people: readonly Person[]): Promise<readonly PersonId[]> {
  return saveChanged(people, {
    read: (ids) => findPeople(db, countyId, ids),
    create: (fresh) => db.person.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.person.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toRow(person: Person) {
  return { ...person, roles: [...person.roles], provenance: person.provenance ?? Prisma.DbNull };
}
