// Which groups may somebody connect to a conversation?
import { toLocal } from '../calendar/zone.ts';
import { listConvened } from '../directory/convened.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { findGroups, listGroups } from '../directory/group-store.ts';
import type { Person } from '../directory/person.ts';
import type { Road } from '../reminders/road.ts';

/** A coordinator all of the county's, others those that they convene today; over all the counties that they are known in. */
export async function listBindable(road: Road, selves: readonly Person[]): Promise<readonly Group[]> {
  const groups: Group[] = [];
  for (const self of selves) groups.push(...(await listBindableBy(road, self)));
  return groups;
}

async function listBindableBy({ database, clock }: Road, person: Person): Promise<readonly Group[]> {
  const { db } = database;
  const { countyId } = person;
  if (person.roles.includes('coordinator')) return listGroups(db, countyId);
  const { timeZone } = await readCounty(db, countyId);
  const today = toLocal(clock.now(), timeZone).date;
  return findGroups(db, countyId, await listConvened(db, person, today));
}
