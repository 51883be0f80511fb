// Which groups does somebody call together on a day?
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import type { GroupId } from '../ids.ts';
import { listMemberships } from './membership-store.ts';
import type { Person } from './person.ts';

export async function listConvened(db: Db, { countyId, id }: Person, date: LocalDate): Promise<readonly GroupId[]> {
  const seats = await listMemberships(db, countyId, id);
  return seats
    .filter(({ role, fromOn, toOn }) => role === 'convener' && fromOn <= date && (toOn === undefined || date <= toOn))
    .map(({ groupId }) => groupId);
}
