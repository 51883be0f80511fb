// Somebody asks whoever stands behind them to answer a question: it goes over, and the substitute is told.
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { findAway } from '../directory/absence-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { isSeatedOn } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import type { Message } from '../message/message.ts';
import { tellNotice } from '../reminders/notice.ts';
import { findPersonPlaces } from '../reminders/places.ts';
import { composePosts } from '../reminders/post.ts';
import type { Road } from '../reminders/road.ts';
import type { AskedPerson, Prompt } from '../replies/prompt.ts';
import { readStanding } from '../replies/reply-store.ts';
import { formatDeadline } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { move } from './hand-on.ts';

export interface Delegating {
  readonly prompt: Prompt;
  readonly person: Person;
  readonly asked: AskedPerson;
}

/** @returns who is asked now; undefined where nobody stands behind the person */
export async function delegate(road: Road, tx: Tx, delegating: Delegating): Promise<Person | undefined> {
  const { prompt, person, asked } = delegating;
  const standIn = await findStandIn(road, tx, delegating);
  if (!standIn) return undefined;
  const to = { ...asked, personId: standIn.id, insteadOfId: person.id };
  await move(road, tx, { prompt, from: person.id, to });
  await tellStandIn(road, tx, { ...delegating, standIn });
  return standIn;
}

/** Behind them in the group that the question is put to, or in any where it is put to none; there today, and not asked already. */
async function findStandIn(road: Road, tx: Tx, { prompt, person, asked }: Delegating): Promise<Person | undefined> {
  const { countyId } = prompt;
  const groupId = asked.groupId ?? prompt.groupId;
  const { timeZone } = await readCounty(tx, countyId);
  const today = toLocal(road.clock.now(), timeZone).date;
  const away = await findAway(tx, countyId, today);
  const { asked: others } = await readStanding(tx, prompt);
  const behind = (await listMemberships(tx, countyId)).filter(
    (seat) =>
      seat.role === 'substitute' &&
      seat.substituteForId === person.id &&
      (groupId === undefined || seat.groupId === groupId) &&
      isSeatedOn(seat, today) &&
      !away.has(seat.personId) &&
      !others.some(({ personId }) => personId === seat.personId),
  );
  const ids = behind.map(({ personId }) => personId);
  const people = await findPeople(tx, countyId, ids);
  return ids.flatMap((id) => people.find((one) => one.id === id && !hasLeft(one)) ?? [])[0];
}

interface Telling extends Delegating {
  readonly standIn: Person;
}

async function tellStandIn(road: Road, tx: Tx, { prompt, person, standIn }: Telling): Promise<void> {
  const { countyId, id } = prompt;
  const { timeZone: zone } = await readCounty(tx, countyId);
  const today = toLocal(road.clock.now(), zone).date;
  const compose = async (language: Language): Promise<Message> => {
    const { delegate: texts } = textsIn(language).road;
    const until = formatDeadline(prompt.answerBy, zone, language, today);
    return {
      language,
      title: texts.told(person.name, prompt.title),
      parts: [{ kind: 'text', text: texts.why(until) }],
      buttons: [{ kind: 'fill', label: texts.answer, promptId: id }],
    };
  };
  const places = await findPersonPlaces(tx, countyId, [standIn.id]);
  const step = `delegated:${person.id}`;
  const key = `delegation:${id}:${person.id}:${standIn.id}`;
  const notice = { key, countyId, topic: 'delegation', subjectId: id, step, usefulTo: prompt.closesAt };
  await tellNotice(road, tx, notice, await composePosts(places, compose));
}
