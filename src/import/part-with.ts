// Groups and people that are no longer in the file, but must stay for what was said: they are spoken to no more.

import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { LEFT } from '../directory/conversation.ts';
import { endConversations, type Owners } from '../directory/conversation-store.ts';
import { hasLeft, type Person, toLeftAddress } from '../directory/person.ts';
import { savePeople } from '../directory/person-store.ts';
import { type CountyId, GroupId } from '../ids.ts';
import type { StoredRow } from './stored-rows-store.ts';

export interface Parting {
  readonly countyId: CountyId;
  readonly now: Instant;
  /** The county's people before the import. */
  readonly people: readonly Person[];
}

/** @returns those with whom this is new */
export async function partWithGroups(
  tx: Tx,
  parting: Parting,
  groups: readonly StoredRow[],
): Promise<readonly StoredRow[]> {
  const parted: StoredRow[] = [];
  for (const group of groups) {
    const { countyId } = parting;
    if (await endOwn(tx, parting, { countyId, groupIds: [GroupId.parse(group.id)] })) parted.push(group);
  }
  return parted;
}

/**
 * They give up their address and their roles: a coordinator who has left is not told of those who are silent.
 * @returns those with whom this is new
 */
export async function partWithPeople(
  tx: Tx,
  parting: Parting,
  people: readonly StoredRow[],
): Promise<readonly StoredRow[]> {
  const leaving = parting.people.filter((person) => !hasLeft(person) && people.some(({ id }) => id === person.id));
  await endOwn(tx, parting, { countyId: parting.countyId, personIds: leaving.map(({ id }) => id) });
  const gone = leaving.map((person) => ({ ...person, email: toLeftAddress(person.id), roles: [] }));
  await savePeople(tx, parting.countyId, gone);
  return people.filter((row) => leaving.some(({ id }) => id === row.id));
}

/** @returns whether any was not at an end before */
async function endOwn(tx: Tx, { now: at }: Parting, owners: Owners): Promise<boolean> {
  return (await endConversations(tx, owners, { reason: LEFT, at })) > 0;
}
