// May somebody appoint a substitute or a successor for a person, and in which of their groups?
import type { LocalDate } from '../calendar/local-date.ts';
import { listMemberships } from '../directory/membership-store.ts';
import type { Person } from '../directory/person.ts';
import type { GroupId } from '../ids.ts';
import type { Road } from '../reminders/road.ts';
import { listBindable } from './bindable.ts';

/**
 * Everybody for themselves, and a coordinator for anybody in the county: in all groups, which is said by naming none. A
 * convener for those in the groups that they convene, in these. Undefined for everybody else.
 */
export async function findAppointable(
  road: Road,
  { by, person, today }: { readonly by: Person; readonly person: Person; readonly today: LocalDate },
): Promise<readonly GroupId[] | undefined> {
  const { countyId } = person;
  if (by.countyId !== countyId) return undefined;
  if (by.id === person.id || by.roles.includes('coordinator')) return [];
  const convened = (await listBindable(road, [by])).map(({ id }) => id);
  const seats = (await listMemberships(road.database.db, countyId, person.id)).filter(
    ({ groupId, toOn }) => convened.includes(groupId) && (toOn === undefined || toOn >= today),
  );
  return seats.length > 0 ? [...new Set(seats.map(({ groupId }) => groupId))] : undefined;
}
