// Groups and people that are no longer in the file, but must stay for what was said: they are spoken to no more.

import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { changeConversation } from '../directory/conversation-store.ts';
import { hasLeft, type Person, toLeftAddress } from '../directory/person.ts';
import { savePeople } from '../directory/person-store.ts';
import type { CountyId } from '../ids.ts';
import { toRoomConversationId } from './directory-nouns.ts';
import type { StoredRow } from './stored-rows-store.ts';

/** Why a conversation is gone: its group or person is no longer in the county's file. */
export const LEFT = 'left';

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
  for (const group of groups) if (await endConversation(tx, parting, group.id)) parted.push(group);
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
  for (const { id } of leaving) await endConversation(tx, parting, id);
  const gone = leaving.map((person) => ({ ...person, email: toLeftAddress(person.id), roles: [] }));
  await savePeople(tx, parting.countyId, gone);
  return people.filter((row) => leaving.some(({ id }) => id === row.id));
}

function endConversation(tx: Tx, { countyId, now: at }: Parting, ownerId: string): Promise<boolean> {
  return changeConversation(tx, { countyId, id: toRoomConversationId(ownerId) }, { state: 'gone', reason: LEFT, at });
}
