// The chat that somebody has with the bot alone is where they are reached from then on.
import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../database/open.ts';
import { UNLISTED } from '../delivery/listed-store.ts';
import { findConversationAnywhere } from '../directory/binding-store.ts';
import { KnownConversation, type StoredConversation } from '../directory/conversation.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import type { Conversation } from '../platform.ts';
import { reviveConversation } from '../reminders/revive.ts';
import type { Road } from '../reminders/road.ts';

export interface OwnPlace {
  readonly person: Person;
  readonly at: Conversation;
}

/** Only where something is new. A chat that reaches the same person in another county stays with that one. */
export async function keepOwnPlace(road: Road, tx: Tx, { person, at }: OwnPlace): Promise<void> {
  if (at.kind !== 'personal') return;
  const stored = await findConversationAnywhere(tx, at.id);
  if (stored && (await isKeptElsewhere(tx, stored, person))) return;
  const known = KnownConversation.parse({
    ...at,
    name: at.name === '' ? person.name : at.name,
    countyId: person.countyId,
    personId: person.id,
  });
  if (stored && isDeepStrictEqual(stored, { ...known, state: 'active' })) return;
  await reviveConversation(road, tx, known);
}

/** A county that does not list the tenant any more keeps nobody there. */
async function isKeptElsewhere(tx: Tx, stored: StoredConversation, person: Person): Promise<boolean> {
  const { countyId, personId, reason } = stored;
  if (countyId === person.countyId || personId === undefined || reason === UNLISTED) return false;
  const [owner] = await findPeople(tx, countyId, [personId]);
  return owner !== undefined && !hasLeft(owner) && owner.email.toLowerCase() === person.email.toLowerCase();
}
