// Which groups may somebody connect to a conversation?
import { toLocal } from '../calendar/zone.ts';
import { readActor } from '../directory/actor-store.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { findGroups, listGroups } from '../directory/group-store.ts';
import { findReach } from '../directory/may.ts';
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
  const { timeZone } = await readCounty(db, countyId);
  const actor = await readActor(db, person, toLocal(clock.now(), timeZone).date);
  const reach = findReach(actor, 'bind-group');
  return reach === 'all' ? listGroups(db, countyId) : findGroups(db, countyId, reach);
}
