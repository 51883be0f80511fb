// What is somebody in their county today: which roles, which groups do they call together, in which do they sit?
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import type { Actor } from './may.ts';
import { isSeatedOn } from './membership.ts';
import { listMemberships } from './membership-store.ts';
import type { Person } from './person.ts';

/** A standing substitute has a seat too: they are asked when somebody is away. */
export async function readActor(db: Db, { countyId, id, roles }: Person, date: LocalDate): Promise<Actor> {
  const seats = (await listMemberships(db, countyId, id)).filter((seat) => isSeatedOn(seat, date));
  const groups = (isOne: (seat: (typeof seats)[number]) => boolean) => [
    ...new Set(seats.filter(isOne).map(({ groupId }) => groupId)),
  ];
  return { roles, convenes: groups(({ role }) => role === 'convener'), sits: groups(() => true) };
}
