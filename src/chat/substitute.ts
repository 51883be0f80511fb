// "ersättare": who stands in for me, who is to, and nobody any more.
import { decide } from '../appointments/begin.ts';
import { takeBack } from '../appointments/finish.ts';
import type { Db } from '../database/open.ts';
import { isAwayBetween } from '../directory/absence-store.ts';
import { type Appointment, isInTheWay } from '../directory/appointment.ts';
import { listAppointmentsOf, lockAppointmentsOf } from '../directory/appointment-store.ts';
import { findGroups } from '../directory/group-store.ts';
import { findPeople } from '../directory/person-store.ts';
import { seatSubstitute } from '../directory/substitution.ts';
import type { Answer } from '../platform.ts';
import { formatList } from '../text/format.ts';
import { formatDays } from '../text/format-days.ts';
import { textsIn } from '../text/texts.ts';
import { draftAppointment, findSteppingIn, findTarget, isWithin, type SteppingIn, type Target } from './appointing.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findToday } from './find-today.ts';
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
  const refusal = await findObstacle(asking.road.database.db, asking, { found, appointment });
  return refusal === undefined ? confirm(asking, found, appointment) : say(refusal);
}

interface Draft {
  readonly found: SteppingIn;
  readonly appointment: Appointment;
}

/** Why not, where it cannot be. */
async function findObstacle(
  db: Db,
  { person: by }: Asking,
  { found, appointment }: Draft,
): Promise<string | undefined> {
  const { language, countyId } = by;
  const { person, standIn, today } = found;
  const texts = textsIn(language).appointments;
  const taken = (await listAppointmentsOf(db, countyId, person.id)).find(
    (one) => one.kind === 'substitute' && one.personId === person.id && isInTheWay(one, appointment),
  );
  if (taken) {
    const [other] = await findPeople(db, countyId, [taken.standInId]);
    return texts.isTaken(other?.name ?? '', formatDays(taken, language, today));
  }
  if (await isAwayBetween(db, standIn, appointment))
    return texts.isAway(standIn.name, formatDays(appointment, language, today));
  // Who sits nowhere may still be asked: about a contact's details, or what they are responsible for.
  const isSeated = appointment.groupIds.length === 0 || seatSubstitute(found.seats, appointment).length > 0;
  return isSeated ? undefined : texts.noSeat(person.name);
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
  const answer: Answer = {
    kind: 'receipt',
    text: groups.length > 0 ? `${text} ${texts.inGroups(groups)}` : text,
    receipt,
  };
  return {
    answer,
    // Two may appoint somebody at once: whoever comes second is told of the first.
    async conclude(tx) {
      await lockAppointmentsOf(tx, countyId, person.id);
      const refusal = await findObstacle(tx, asking, { found, appointment });
      if (refusal !== undefined) return { kind: 'note', text: refusal };
      await decide(road, tx, appointment);
      return answer;
    },
  };
}

async function takeBackAll({ road, person: by }: Asking, { person, groupIds }: Target): Promise<Doing> {
  const texts = textsIn(by.language).appointments;
  const { db } = road.database;
  const all = await listAppointmentsOf(db, by.countyId, person.id);
  const own = all.filter(
    (one) => one.kind === 'substitute' && one.personId === person.id && isWithin(one.groupIds, groupIds),
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
