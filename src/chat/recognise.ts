// Who of those in a conversation is a person of the county?
import type { Db } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Person } from '../directory/person.ts';
import { findPeopleByAddress } from '../directory/person-store.ts';
import type { CountyId } from '../ids.ts';
import type { PlatformUser } from '../platform.ts';

export interface Recognised {
  readonly user: PlatformUser;
  readonly person: Person;
}

/** By tenant and vouched address, as in `identify`; in the order given. */
export async function recognise(
  db: Db,
  countyId: CountyId,
  users: readonly PlatformUser[],
): Promise<readonly Recognised[]> {
  const { tenants } = await readCounty(db, countyId);
  const served = users.filter(({ platform, tenant }) => platform !== 'room' && tenants[platform].includes(tenant));
  const addresses = served.flatMap(({ email }) => email ?? []);
  const people = await findPeopleByAddress(db, [countyId], addresses);
  return served.flatMap((user) => {
    const [person, another] = people.filter(({ email }) => email.toLowerCase() === user.email?.toLowerCase());
    return person && !another ? [{ user, person }] : [];
  });
}
