// "ersättare": who stands in for me, who is to, and nobody any more.
import { decide } from '../appointments/begin.ts';
import { takeBack } from '../appointments/finish.ts';
import { isAwayBetween } from '../directory/absence-store.ts';
import type { Appointment } from '../directory/appointment.ts';
import { listAppointmentsOf } from '../directory/appointment-store.ts';
import { findGroups } from '../directory/group-store.ts';
import { findPeople } from '../directory/person-store.ts';
import { seatSubstitute } from '../directory/substitution.ts';
import { formatList } from '../text/format.ts';
import { formatDays } from '../text/format-days.ts';
import { textsIn } from '../text/texts.ts';
import { draftAppointment, findSteppingIn, findTarget, findToday, type SteppingIn, type Target } from './appointing.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { isNobody, readAppointing } from './read-appointing.ts';
import { showSubstitutes } from './show-substitutes.ts';

export async function appointSubstitute(asking: Asking): Promise<Doing> {
  const { rest, person: by } = asking;
  if (rest === '') return showSubstitutes(asking);
  const today = await findToday(asking);
  const appointing = readAppointing(rest, { today, towards: 'coming' });
  const target = await findTarget(asking, appointing);
  if ('refused' in target) return say(target.refused);
  if (isNobody(appointing)) return takeBackAll(asking, target);
  const found = await findSteppingIn(asking, target, appointing);
  if ('refused' in found) return say(found.refused);
  const texts = textsIn(by.language).appointments;
  const { days } = appointing;
  if (!days) return say(texts.noDays(texts.exampleDays(found.standIn.name)));
  if (days.toOn < today) return say(texts.isOver);
  const coming = { fromOn: days.fromOn < today ? today : days.fromOn, toOn: days.toOn };
  const appointment = draftAppointment(asking, found, { kind: 'substitute', days: coming });
  const refusal = await findObstacle(asking, found, appointment);
  return refusal === undefined ? confirm(asking, found, appointment) : say(refusal);
}

/** Why not, where it cannot be. */
async function findObstacle(asking: Asking, found: SteppingIn, appointment: Appointment): Promise<string | undefined> {
  const { language, countyId } = asking.person;
  const { person, standIn, seats, appointments, today } = found;
  const texts = textsIn(language).appointments;
  const taken = appointments.find(
    ({ kind, personId, fromOn, toOn }) =>
      kind === 'substitute' && personId === person.id && fromOn <= appointment.toOn && appointment.fromOn <= toOn,
  );
  if (taken) {
    const [other] = await findPeople(asking.road.database.db, countyId, [taken.standInId]);
    return texts.isTaken(other?.name ?? '', formatDays(taken, language, today));
  }
  if (await isAwayBetween(asking.road.database.db, standIn, appointment))
    return texts.isAway(standIn.name, formatDays(appointment, language, today));
  return seatSubstitute(seats, appointment).length === 0 ? texts.noSeat(person.name) : undefined;
}

async function confirm(asking: Asking, found: SteppingIn, appointment: Appointment): Promise<Doing> {
  const { road, person: by } = asking;
  const { language, countyId } = by;
  const { person, standIn, groupIds, today } = found;
  const texts = textsIn(language).appointments;
  const { receipt } = appointment;
  const whom = person.id === by.id ? texts.yourself : person.name;
  const text = texts.appointed(standIn.name, whom, formatDays(appointment, language, today), receipt);
  const groups = (await findGroups(road.database.db, countyId, groupIds)).map(({ name }) => name);
  return {
    answer: {
      kind: 'receipt',
      text: groups.length > 0 ? `${text} ${texts.inGroups(groups)}` : text,
      receipt,
    },
    write: (tx) => decide(road, tx, appointment),
  };
}

async function takeBackAll({ road, person: by }: Asking, { person, groupIds }: Target): Promise<Doing> {
  const texts = textsIn(by.language).appointments;
  const { db } = road.database;
  const all = await listAppointmentsOf(db, by.countyId, person.id);
  const own = all.filter(
    (one) =>
      one.kind === 'substitute' &&
      one.personId === person.id &&
      // A convener takes back what is about their own groups alone.
      (groupIds.length === 0 || (one.groupIds.length > 0 && one.groupIds.every((id) => groupIds.includes(id)))),
  );
  if (own.length === 0) return say(texts.nothingToTakeBack);
  const people = await findPeople(
    db,
    by.countyId,
    own.map(({ standInId }) => standInId),
  );
  const whom = person.id === by.id ? texts.yourself : person.name;
  const names = formatList(
    people.map(({ name }) => name),
    by.language,
  );
  return {
    answer: { kind: 'note', text: texts.takenBack(whom, names) },
    async write(tx) {
      for (const appointment of own) await takeBack(road, tx, appointment, by);
    },
  };
}
