// How many of a group's members are in a conversation, as far as the platform says so in time?
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { listMembersOn } from '../directory/membership-store.ts';
import type { Conversation } from '../platform.ts';
import type { House } from './asking.ts';
import { listUsers } from './list-users.ts';
import { recognise } from './recognise.ts';

export interface RecognisedCount {
  readonly members: number;
  readonly known?: number;
}

export async function countRecognised(house: House, at: Conversation, group: Group): Promise<RecognisedCount> {
  const { db } = house.road.database;
  const { countyId, id: groupId } = group;
  const { timeZone } = await readCounty(db, countyId);
  const today = toLocal(house.road.clock.now(), timeZone).date;
  const seats = await listMembersOn(db, { countyId, groupId }, today);
  const members = new Set(seats.map(({ personId }) => personId));
  const users = await listUsers(house, at);
  if (!users) return { members: members.size };
  const there = new Set((await recognise(db, countyId, users)).map(({ person }) => person.id));
  return { members: members.size, known: [...members].filter((id) => there.has(id)).length };
}
