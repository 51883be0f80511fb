// Where recipients are reached, and in which language.
import type { Db } from '../database/open.ts';
import type { KnownConversation } from '../directory/conversation.ts';
import { listGroupConversations, listPersonConversations } from '../directory/conversation-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { findPeople } from '../directory/person-store.ts';
import type { CountyId, GroupId, PersonId } from '../ids.ts';
import type { Place } from './post.ts';

/** Every conversation of these groups, in the county's first language. */
export async function findGroupPlaces(
  db: Db,
  countyId: CountyId,
  groupIds: readonly GroupId[],
): Promise<readonly Place[]> {
  if (groupIds.length === 0) return [];
  const [language = 'sv' as const] = (await readCounty(db, countyId)).languages;
  const conversations = await listGroupConversations(db, countyId, groupIds);
  return conversations.map((conversation) => ({ conversation, language }));
}

/** One conversation for each of these people, in their own language. */
export async function findPersonPlaces(
  db: Db,
  countyId: CountyId,
  personIds: readonly PersonId[],
): Promise<readonly Place[]> {
  if (personIds.length === 0) return [];
  const people = await findPeople(db, countyId, personIds);
  const conversations = await listPersonConversations(db, countyId, personIds);
  return people.flatMap(({ id, language }) => {
    const conversation = choosePersonal(conversations.filter(({ personId }) => personId === id));
    return conversation ? [{ conversation, language }] : [];
  });
}

/** The chat that a person uses goes before the web room, which everybody has. */
function choosePersonal(conversations: readonly KnownConversation[]): KnownConversation | undefined {
  return conversations.find(({ platform }) => platform !== 'room') ?? conversations[0];
}
