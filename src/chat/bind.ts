// "koppla": which group does this conversation belong to?

import { callOff } from '../delivery/conversation-steer-store.ts';
import { findConversationAnywhere, unbindConversation } from '../directory/binding-store.ts';
import { KnownConversation, type StoredConversation } from '../directory/conversation.ts';
import type { Group } from '../directory/group.ts';
import { findGroups, listGroups } from '../directory/group-store.ts';
import type { Conversation } from '../platform.ts';
import { reviveConversation } from '../reminders/revive.ts';
import { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { composeBound, composeChoice } from './bind-message.ts';
import { listBindable } from './bindable.ts';
import { countRecognised } from './count-recognised.ts';
import { findGroupByName } from './find-group.ts';
import { listSelves } from './identify.ts';
import { promiseReach } from './reach-members.ts';

export async function bind(asking: Asking): Promise<Doing> {
  const { at, rest, person } = asking;
  const texts = textsIn(person.language).chat.bind;
  // Where people write from no place, each group has one from the beginning.
  if (!at) return say(texts.roomHasAll);
  if (at.kind === 'personal') return say(texts.writeThere);
  const place = await readPlace(asking, at);
  if (isOff(rest)) return unbind(asking, place);
  if (rest !== '') return bindTo(asking, place);
  if (place.bindable.length === 0) return say(texts.notAllowed);
  return { answer: { kind: 'card', message: composeChoice(place, person.language) } };
}

/** The conversation it was written in, as it is now. */
interface Place {
  readonly at: Conversation;
  readonly stored?: StoredConversation;
  /** Whose it is now. */
  readonly group?: Group;
  /** The groups that this person may connect to it; where it belongs to a county, that county's only. */
  readonly bindable: readonly Group[];
}

async function readPlace({ road, from }: Asking, at: Conversation): Promise<Place> {
  const { db } = road.database;
  const stored = await findConversationAnywhere(db, at.id);
  const groupId = stored?.groupId;
  const [group] = stored && groupId ? await findGroups(db, stored.countyId, [groupId]) : [];
  const selves = await listSelves(db, from);
  const bindable = await listBindable(
    road,
    selves.filter(({ countyId }) => !group || countyId === group.countyId),
  );
  return { at, bindable, ...(stored && { stored }), ...(group && { group }) };
}

function isOff(rest: string): boolean {
  return Language.options.some((language) => textsIn(language).chat.bind.off === rest.toLowerCase());
}

async function bindTo(asking: Asking, place: Place): Promise<Doing> {
  const { rest, person } = asking;
  const texts = textsIn(person.language).chat.bind;
  if (place.bindable.length === 0) return say(texts.notAllowed);
  const meant = findGroupByName(rest, place.bindable);
  switch (meant.kind) {
    case 'none':
      return say(await sayUnknown(asking, meant.nearest));
    case 'several':
      return say(texts.several(meant.groups.map(({ id }) => id)));
    case 'one':
      return mayLeave(place) ? moveTo(asking, place, meant.group) : say(texts.notItsGroup(place.group?.name ?? ''));
  }
}

/** A group that is there, but not for this person to connect, is not said to be missing. */
async function sayUnknown({ road, person, rest }: Asking, nearest: string | undefined): Promise<string> {
  const texts = textsIn(person.language).chat.bind;
  const others = findGroupByName(rest, await listGroups(road.database.db, person.countyId));
  return others.kind === 'one' ? texts.notThisGroup(others.group.name) : texts.unknown(rest, nearest);
}

/** Whoever takes a conversation from a group must have a say in that group too. */
function mayLeave({ group, bindable }: Place): boolean {
  return !group || bindable.some(({ id }) => id === group.id);
}

async function moveTo(asking: Asking, { at, group: before, stored }: Place, group: Group): Promise<Doing> {
  const { road, person } = asking;
  const recognised = await countRecognised(asking, at, group);
  const known = KnownConversation.parse({ ...at, countyId: group.countyId, groupId: group.id });
  const message = composeBound({ group, language: person.language, ...(before && { before }), ...recognised });
  return {
    // Everybody there is told whose conversation it is now, and what will be posted.
    answer: { kind: 'card', message, isForAll: true },
    async write(tx) {
      if (stored && stored.groupId !== group.id) await callOff(tx, at.id);
      await reviveConversation(road, tx, known);
      await promiseReach(road.queue, tx, at.id);
    },
  };
}

async function unbind({ road, person: { language } }: Asking, place: Place): Promise<Doing> {
  const texts = textsIn(language).chat.bind;
  const { group, stored } = place;
  if (!group || !stored) return say(texts.notBound);
  if (!mayLeave(place)) return say(texts.notItsGroup(group.name));
  return {
    answer: { kind: 'note', text: texts.unbound(group.name), isForAll: true },
    async write(tx) {
      await callOff(tx, stored.id);
      await unbindConversation(tx, stored, road.clock.now());
    },
  };
}
