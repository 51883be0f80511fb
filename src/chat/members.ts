// "medlemmar": who is in a group on a day, and how its conversations differ from it; for those who may steer the group.
import type { LocalDate } from '../calendar/local-date.ts';
import { findConversationAnywhere } from '../directory/binding-store.ts';
import type { Group } from '../directory/group.ts';
import { findGroups } from '../directory/group-store.ts';
import { type RosterEntry, readRoster } from '../directory/roster.ts';
import type { Message, Part } from '../message/message.ts';
import { formatDate, formatDay } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { readDays } from '../text/read-days.ts';
import { textsIn } from '../text/texts.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { listBindable } from './bindable.ts';
import { compareRoster, type RosterDifference } from './compare-roster.ts';
import { findGroupByName } from './find-group.ts';
import { findToday } from './find-today.ts';
import { listSelves } from './identify.ts';

export async function showMembers(asking: Asking): Promise<Doing> {
  const { road, person, from } = asking;
  const { db } = road.database;
  const texts = textsIn(person.language).chat.members;
  const bindable = await listBindable(road, await listSelves(db, from));
  if (bindable.length === 0) return say(texts.notAllowed);
  const today = await findToday(asking);
  const asked = readAsked(asking.rest, today);
  const group = await findAskedGroup(asking, asked.name, bindable);
  if ('refused' in group) return say(group.refused);
  const { countyId, id: groupId } = group;
  const roster = await readRoster(db, { countyId, groupId }, asked.on);
  const differences = asked.on === today ? await compareRoster(asking, group, roster) : [];
  const showing = { group, roster, differences, on: asked.on, today };
  return { answer: { kind: 'card', message: composeMembers(showing, person.language) } };
}

interface Asked {
  readonly name: string;
  readonly on: LocalDate;
}

/** The day comes last; a name as long as can be goes before it. */
function readAsked(rest: string, today: LocalDate): Asked {
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const found = words.flatMap((_, place) => {
    const days = readDays(words.slice(place).join(' '), { today, towards: 'past' });
    return days ? [{ place, on: days.fromOn }] : [];
  })[0];
  return { name: words.slice(0, found?.place).join(' '), on: found?.on ?? today };
}

/** The one that is named; else the one whose conversation it is, or the only one that there is. */
async function findAskedGroup(
  { at, person, road }: Asking,
  name: string,
  bindable: readonly Group[],
): Promise<Group | { readonly refused: string }> {
  const { chat } = textsIn(person.language);
  if (name === '') {
    const { db } = road.database;
    const stored = at && (await findConversationAnywhere(db, at.id));
    const [here] = stored?.groupId ? await findGroups(db, stored.countyId, [stored.groupId]) : [];
    const own = bindable.find(({ id }) => id === here?.id) ?? (bindable.length === 1 ? bindable[0] : undefined);
    return own ?? { refused: chat.members.which(bindable.map((group) => group.name)) };
  }
  const meant = findGroupByName(name, bindable);
  switch (meant.kind) {
    case 'one':
      return meant.group;
    case 'several':
      return { refused: chat.bind.several(meant.groups.map(({ id }) => id)) };
    case 'none':
      return { refused: chat.members.unknown(name, meant.nearest) };
  }
}

interface Showing extends Asked {
  readonly group: Group;
  readonly roster: readonly RosterEntry[];
  readonly differences: readonly RosterDifference[];
  readonly today: LocalDate;
}

function composeMembers({ group, roster, differences, on, today }: Omit<Showing, 'name'>, language: Language): Message {
  const texts = textsIn(language).chat.members;
  const title = on === today ? texts.title(group.name) : texts.titleOn(group.name, formatDate(on, language, today));
  const members: Part =
    roster.length > 0
      ? { kind: 'list', items: roster.map((entry) => describeEntry(entry, language, today)) }
      : { kind: 'text', text: texts.none };
  return {
    language,
    title,
    parts: [
      members,
      ...differences.flatMap((difference) => describeDifference(difference, language)),
      ...(differences.length > 0 ? [{ kind: 'note', text: texts.unchanged } as const] : []),
    ],
    buttons: [],
  };
}

function describeEntry(entry: RosterEntry, language: Language, today: LocalDate): string {
  const { chat, appointments } = textsIn(language);
  const { person, organisation, role, substituteFor, fromOn, toOn, isAway } = entry;
  const as = substituteFor === undefined ? appointments.roles[role] : chat.members.substituteFor(substituteFor);
  const day = (date: LocalDate) => formatDay(date, language, today);
  const days = toOn ? chat.members.fromTo(day(fromOn), day(toOn)) : chat.members.from(day(fromOn));
  return chat.members.item(person.name, organisation, [as, days, ...(isAway ? [chat.members.away] : [])].join(', '));
}

function describeDifference({ conversation, found }: RosterDifference, language: Language): readonly Part[] {
  const { difference } = textsIn(language).chat.members;
  if (!found) return [{ kind: 'text', text: difference.unseen(conversation) }];
  const { missing, outsiders, strangers, guests } = found;
  const lists = [
    {
      title: difference.missing(conversation),
      items: missing.map(({ person, organisation }) => difference.known(person.name, organisation)),
    },
    {
      title: difference.outsiders(conversation),
      items: outsiders.map(({ name, email }) => difference.known(name, email)),
    },
    {
      title: difference.strangers(conversation),
      items: [...strangers, ...(guests > 0 ? [difference.guests(guests)] : [])],
    },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return [{ kind: 'text', text: difference.none(conversation) }];
  return lists.map((list) => ({ kind: 'list', ...list }));
}
