// "behov": raises a need to the preparatory group, lists those that are raised, and sets what became of one.
import { toLocal } from '../calendar/zone.ts';
import { findConversationAnywhere } from '../directory/binding-store.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { listGroups } from '../directory/group-store.ts';
import type { GroupId } from '../ids.ts';
import { planSubject } from '../reminders/plan-ahead.ts';
import { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { formatWhen } from '../topics/meetings/meeting-message.ts';
import { listMeetings } from '../topics/meetings/meeting-store.ts';
import { findPreparing, MOST_SIGNS, type Need } from '../topics/needs/need.ts';
import { addNeed, findNeed, settleNeed } from '../topics/needs/need-store.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findActor } from './find-actor.ts';
import { findSettled, listNeeds } from './needs-list.ts';

export async function tellNeeds(asking: Asking): Promise<Doing> {
  const { rest } = asking;
  if (rest === '') return listNeeds(asking);
  const [word = '', number = '', ...outcome] = rest.split(' ');
  const isSettling = Language.options.some((language) => textsIn(language).needs.settle.includes(word.toLowerCase()));
  if (!isSettling) return raise(asking);
  // A need may begin with any word, also with this one.
  if (!/^\d+$/.test(number))
    return number === '' ? say(textsIn(asking.person.language).needs.howSettle) : raise(asking);
  return settle(asking, { number: Number(number), outcome: outcome.join(' ') });
}

async function raise(asking: Asking): Promise<Doing> {
  const { road, person, rest: text } = asking;
  const texts = textsIn(person.language).needs;
  if (text.length > MOST_SIGNS) return say(texts.tooLong(text.length, MOST_SIGNS));
  const { db } = road.database;
  const { countyId } = person;
  const groups = await listGroups(db, countyId);
  const from = await findOwnGroup(asking, groups);
  const to = findPreparing(groups, from);
  const follows = [...(to ? [await sayMeeting(asking, to.id)] : []), texts.promise];
  return {
    ...say(texts.promise),
    async conclude(tx) {
      const now = road.clock.now();
      const need = await addNeed(tx, {
        ...{ countyId, text, raisedById: person.id, organisationId: person.organisationId, raisedAt: now },
        ...(from && { fromGroupId: from.id }),
        ...(to && { toGroupId: to.id }),
      });
      await planSubject(tx, road.topics.need, need, now);
      return { kind: 'note', text: [texts.receipt(need.number, to?.name), ...follows].join(' ') };
    },
  };
}

/** The group in whose conversation it was written, where one sits in it; else the first of one's own by id. */
async function findOwnGroup(asking: Asking, groups: readonly Group[]): Promise<Group | undefined> {
  const { road, at } = asking;
  const { db } = road.database;
  const { sits } = await findActor(asking);
  const own = groups.filter(({ id }) => sits.includes(id));
  const here = at && (await findConversationAnywhere(db, at.id))?.groupId;
  return own.find(({ id }) => id === here) ?? own[0];
}

async function sayMeeting({ road, person }: Asking, groupId: GroupId): Promise<string> {
  const { countyId, language } = person;
  const { db } = road.database;
  const { timeZone } = await readCounty(db, countyId);
  const now = toLocal(road.clock.now(), timeZone);
  const [next] = (await listMeetings(db, { countyId, groupId, from: now.date })).filter(
    ({ cancelledOn, heldOn, startsAt }) => cancelledOn === undefined && (heldOn > now.date || startsAt > now.time),
  );
  const texts = textsIn(language).needs;
  return next ? texts.onAgenda(formatWhen(next, language, now.date)) : texts.noMeeting;
}

/** The table counts no further. */
const MOST_NUMBER = 2 ** 31 - 1;

interface Settling {
  readonly number: number;
  readonly outcome: string;
}

async function settle(asking: Asking, { number, outcome }: Settling): Promise<Doing> {
  const { road, person } = asking;
  const texts = textsIn(person.language).needs;
  const need = number > MOST_NUMBER ? undefined : await findNeed(road.database.db, person.countyId, number);
  if (!need) return say(texts.unknown(number));
  if (!(await maySettle(asking, need))) return say(texts.notAllowed);
  if (need.settled) return say(texts.settledBefore(number, need.settled.outcome));
  if (outcome === '') return say(texts.howSettle);
  if (outcome.length > MOST_SIGNS) return say(texts.tooLong(outcome.length, MOST_SIGNS));
  return {
    ...say(texts.settled(number)),
    async conclude(tx) {
      const now = road.clock.now();
      if (await settleNeed(tx, need, { outcome, byId: person.id, at: now })) {
        await planSubject(tx, road.topics.need, need, now);
        return { kind: 'note', text: texts.settled(number) };
      }
      const { settled } = (await findNeed(tx, person.countyId, number)) ?? {};
      return { kind: 'note', text: texts.settledBefore(number, settled?.outcome ?? '') };
    },
  };
}

async function maySettle(asking: Asking, { toGroupId }: Need): Promise<boolean> {
  const settled = await findSettled(asking);
  return settled === 'all' || (toGroupId !== undefined && settled.includes(toGroupId));
}
