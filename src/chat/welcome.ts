// The bot may write in a conversation from now on: it says who it is, and goes on where it knows for whom.
import type { Tx } from '../database/open.ts';
import { findConversationAnywhere } from '../directory/binding-store.ts';
import { KnownConversation, LEFT, type StoredConversation } from '../directory/conversation.ts';
import { listCountiesOfTenant, readCounty } from '../directory/county-store.ts';
import { readGroup } from '../directory/group-store.ts';
import type { Person } from '../directory/person.ts';
import type { CountyId, PersonId } from '../ids.ts';
import type { Message } from '../message/message.ts';
import type { Answer, Belonging } from '../platform.ts';
import { reviveConversation } from '../reminders/revive.ts';
import type { Road } from '../reminders/road.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { identify } from './identify.ts';
import { composeMine } from './mine.ts';
import { keepOwnPlace } from './own-place.ts';
import { promiseReach } from './reach-members.ts';
import { greetStranger } from './stranger.ts';

type Joined = Extract<Belonging, { kind: 'joined' }>;

/** What is kept and said, in one transaction, and whose it is. */
export interface Greeted {
  readonly by?: { readonly id?: PersonId; readonly countyId: CountyId };
  readonly write: (tx: Tx) => Promise<Answer>;
}

/** Refused where nobody is known and nothing is stored. */
export async function prepareWelcome(road: Road, joined: Joined): Promise<Greeted | { readonly refused: Answer }> {
  const { db } = road.database;
  const { at, from } = joined;
  const served = await listCountiesOfTenant(db, from.platform, from.tenant);
  const [first] = served;
  const person = await identify(db, joined);
  if (!first || (at.kind === 'personal' && !person)) return { refused: await greetStranger(db, joined) };
  if (at.kind === 'personal' && person) return greetPerson(road, joined, person);
  const stored = await findConversationAnywhere(db, at.id);
  const isOurs = stored && stored.reason !== LEFT && served.some(({ id }) => id === stored.countyId);
  if (isOurs && stored.groupId) return goOn(road, joined, stored);
  const language = person?.language ?? first.languages[0];
  const { welcome } = textsIn(language).chat;
  return { ...(person && { by: person }), write: async () => toCard(language, welcome.title, welcome.shared) };
}

/** Read before the transaction begins: what is open for the person does not depend on where they are reached. */
async function greetPerson(road: Road, { at }: Joined, person: Person): Promise<Greeted> {
  const mine = await composeMine(road, person);
  const { welcome } = textsIn(person.language).chat;
  const message: Message = {
    ...mine,
    title: welcome.title,
    parts: [{ kind: 'text', text: welcome.personal }, ...mine.parts],
  };
  return {
    by: person,
    async write(tx) {
      await keepOwnPlace(road, tx, { person, at });
      return { kind: 'card', message };
    },
  };
}

/** The group that was here before is here still. */
async function goOn(road: Road, { at }: Joined, { countyId, groupId }: StoredConversation): Promise<Greeted> {
  const { db } = road.database;
  const known = KnownConversation.parse({ ...at, countyId, groupId });
  const [language] = (await readCounty(db, countyId)).languages;
  const { welcome } = textsIn(language).chat;
  const group = known.groupId && (await readGroup(db, { countyId, groupId: known.groupId }));
  return {
    by: { countyId },
    async write(tx) {
      await reviveConversation(road, tx, known);
      await promiseReach(road.queue, tx, known.id);
      return toCard(language, welcome.title, welcome.back(group?.name ?? ''));
    },
  };
}

function toCard(language: Language, title: string, text: string): Answer {
  return { kind: 'card', message: { language, title, parts: [{ kind: 'text', text }], buttons: [] } };
}
