// Whom one may choose to be at the desk in local mode: those who have something to do there first.

import { toLocal } from '../../../calendar/zone.ts';
import type { Db } from '../../../database/open.ts';
import type { County } from '../../../directory/county.ts';
import type { Role } from '../../../directory/may.ts';
import { listSeatedOn } from '../../../directory/membership-store.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { hasLeft, type Person } from '../../../directory/person.ts';
import { findPeople } from '../../../directory/person-store.ts';
import type { CountyId, PersonId } from '../../../ids.ts';
import type { Road } from '../../../reminders/road.ts';

export interface Choice {
  readonly person: Person;
  readonly organisation: string;
  /** The widest that they have; undefined for a partner without a seat. */
  readonly role: Role | undefined;
}

/** Which county, once one is chosen, and who there is. */
export interface LocalChoice {
  readonly counties: readonly County[];
  readonly county: County | undefined;
  readonly choices: readonly Choice[];
}

export async function listChoices(
  { database: { db }, clock }: Pick<Road, 'database' | 'clock'>,
  { id: countyId, timeZone }: County,
  people: readonly Person[],
): Promise<readonly Choice[]> {
  const here = people.filter((person) => !hasLeft(person));
  const seats = await listSeatedOn(db, { countyId }, toLocal(clock.now(), timeZone).date);
  const ids = here.map(({ organisationId }) => organisationId);
  const organisations = new Map((await findOrganisations(db, countyId, ids)).map(({ id, name }) => [id, name]));
  const conveners = new Set(seats.filter(({ role }) => role === 'convener').map(({ personId }) => personId));
  const members = new Set(seats.map(({ personId }) => personId));
  return here.map((person) => ({
    person,
    organisation: organisations.get(person.organisationId) ?? '',
    role: findRole(person, { conveners, members }),
  }));
}

interface Seated {
  readonly conveners: ReadonlySet<PersonId>;
  readonly members: ReadonlySet<PersonId>;
}

function findRole({ id, roles }: Person, { conveners, members }: Seated): Role | undefined {
  const wide = (['coordinator', 'operator', 'reader'] as const).find((role) => roles.includes(role));
  if (wide) return wide;
  if (conveners.has(id)) return 'convener';
  return members.has(id) ? 'member' : undefined;
}

export async function findLocalPerson(
  db: Db,
  { county, person: id }: { readonly county: CountyId; readonly person: PersonId },
): Promise<Person | undefined> {
  const [person] = await findPeople(db, county, [id]);
  return person && !hasLeft(person) ? person : undefined;
}
