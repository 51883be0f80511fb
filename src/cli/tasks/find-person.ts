// Whom does an operator mean, and in which county?
import { findPersonByName } from '../../chat/find-person.ts';
import type { Db } from '../../database/open.ts';
import { findCounty, listCounties } from '../../directory/county-store.ts';
import { hasLeft, type Person } from '../../directory/person.ts';
import { listPeople } from '../../directory/person-store.ts';
import { InvalidInput } from '../../errors.ts';
import type { CountyId } from '../../ids.ts';
import { suggest } from '../../text/nearest.ts';

interface Wanted {
  readonly county: CountyId;
  readonly person: string;
}

/** By id, with or without the county's before it, by address or by name: as in a chat. */
export async function findPerson(db: Db, { county, person }: Wanted): Promise<Person> {
  await assertCounty(db, county);
  const people = (await listPeople(db, county)).filter((one) => !hasLeft(one));
  const meant = findPersonByName(person, people);
  switch (meant.kind) {
    case 'one':
      return meant.person;
    case 'several':
      throw new InvalidInput(
        `Several people in ${county} are called "${person}". ` +
          `Name one of these addresses: ${meant.people.map(({ email }) => email).join(', ')}.`,
      );
    case 'none': {
      const names = people.flatMap(({ id, email }) => [id.slice(county.length + 1), email]);
      throw new InvalidInput(
        `There is nobody called "${person}" in ${county}.${suggest(person, names)} ` +
          "Name the person's id in the county file, their e-mail address or their name.",
      );
    }
  }
}

export async function assertCounty(db: Db, county: CountyId): Promise<void> {
  if (!(await findCounty(db, county))) throw refuseCounty(county, await listCounties(db));
}

function refuseCounty(county: CountyId, counties: readonly { readonly id: CountyId }[]): InvalidInput {
  const ids = counties.map(({ id }) => id);
  const known = ids.length > 0 ? `There are: ${ids.join(', ')}.` : 'There is none yet: import one first.';
  return new InvalidInput(`There is no county "${county}".${suggest(county, ids)} ${known}`);
}
