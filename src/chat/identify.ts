// Which known person is behind a platform's user?
import type { Db } from '../database/open.ts';
import type { Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import { CountyId, PersonId } from '../ids.ts';
import type { PlatformUser } from '../platform.ts';

/** The web room knows its people by their own ids, which its links are signed for. Undefined for a stranger. */
export async function identify(db: Db, from: PlatformUser): Promise<Person | undefined> {
  if (from.platform !== 'room') return undefined;
  const [person] = await findPeople(db, CountyId.parse(from.tenant), [PersonId.parse(from.user)]);
  return person;
}
