// May somebody appoint a substitute or a successor for a person, and in which of their groups?
import type { LocalDate } from '../calendar/local-date.ts';
import { readActor } from '../directory/actor-store.ts';
import { findReach } from '../directory/may.ts';
import { listMemberships } from '../directory/membership-store.ts';
import type { Person } from '../directory/person.ts';
import type { GroupId } from '../ids.ts';
import type { Road } from '../reminders/road.ts';

/**
 * Everybody for themselves, and a coordinator for anybody in the county: in all groups, which is said by naming none. A
 * convener for those in the groups that they convene, in these. Undefined for everybody else.
 */
export async function findAppointable(
  { database: { db } }: Road,
  { by, person, today }: { readonly by: Person; readonly person: Person; readonly today: LocalDate },
): Promise<readonly GroupId[] | undefined> {
  const { countyId } = person;
  if (by.countyId !== countyId) return undefined;
  if (by.id === person.id) return [];
  const reach = findReach(await readActor(db, by, today), 'appoint');
  if (reach === 'all') return [];
  const seats = (await listMemberships(db, countyId, person.id)).filter(
    ({ groupId, toOn }) => reach.includes(groupId) && (toOn === undefined || toOn >= today),
  );
  return seats.length > 0 ? [...new Set(seats.map(({ groupId }) => groupId))] : undefined;
}
