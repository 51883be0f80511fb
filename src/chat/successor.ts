// "efterträdare": somebody leaves, and who follows them is told what they take over.
import { decide } from '../appointments/begin.ts';
import { takeBack } from '../appointments/finish.ts';
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { listAppointmentsOf } from '../directory/appointment-store.ts';
import { findGroups } from '../directory/group-store.ts';
import { findPeople } from '../directory/person-store.ts';
import { formatDay } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { draftAppointment, findSteppingIn, findTarget, isWithin, type SteppingIn, type Target } from './appointing.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findToday } from './find-today.ts';
import { type Appointing, isNobody, readAppointing } from './read-appointing.ts';
import { showSubstitutes } from './show-substitutes.ts';

/** So long after the last day it can still be told: a coordinator often hears of it late. */
const LATE_DAYS = 31;

export async function appointSuccessor(asking: Asking): Promise<Doing> {
  const { rest, person: by } = asking;
  if (rest === '') return showSubstitutes(asking);
  const today = await findToday(asking);
  const appointing = readLastDay(rest, today);
  const target = await findTarget(asking, appointing);
  if ('refused' in target) return say(target.refused);
  if (isNobody(appointing)) return takeBackSuccession(asking, target);
  const found = await findSteppingIn(asking, target, appointing);
  if ('refused' in found) return say(found.refused);
  const texts = textsIn(by.language).appointments;
  const lastDay = appointing.days?.toOn;
  if (lastDay === undefined) return say(texts.noDays(texts.exampleLastDay(found.standIn.name)));
  if (lastDay < addDays(today, -LATE_DAYS)) return say(texts.isOver);
  const follower = found.appointments.find(
    ({ kind, personId }) => kind === 'successor' && personId === found.person.id,
  );
  if (follower && follower.toOn >= today) {
    const [other] = await findPeople(asking.road.database.db, by.countyId, [follower.standInId]);
    return say(texts.hasSuccessor(other?.name ?? ''));
  }
  return confirm(asking, found, lastDay);
}

/** Before the last day is here; from then on, the successor has answered for themselves. */
async function takeBackSuccession({ road, person: by }: Asking, { person, groupIds }: Target): Promise<Doing> {
  const texts = textsIn(by.language).appointments;
  const { db } = road.database;
  const all = await listAppointmentsOf(db, by.countyId, person.id);
  const own = all.filter(
    (one) => one.kind === 'successor' && one.personId === person.id && isWithin(one.groupIds, groupIds),
  );
  const [succession] = own.filter(({ begunAt }) => begunAt === undefined);
  const [latest] = succession ? [succession] : own.toReversed();
  if (!latest) return say(texts.noSuccession);
  const [successor] = await findPeople(db, by.countyId, [latest.standInId]);
  const name = successor?.name ?? '';
  if (!succession) return say(texts.hasTakenOver(name));
  const whom = person.id === by.id ? texts.yourself : person.name;
  return {
    ...say(texts.successionTakenBack(whom, name)),
    write: (tx) => takeBack(road, tx, succession, by),
  };
}

/** A day without a year is the nearest: the one that has just been, or the next. */
function readLastDay(rest: string, today: LocalDate): Appointing {
  const past = readAppointing(rest, { today, towards: 'past' });
  const isNear = past.days !== undefined && daysBetween(past.days.toOn, today) <= LATE_DAYS;
  return isNear ? past : readAppointing(rest, { today, towards: 'coming' });
}

async function confirm(asking: Asking, found: SteppingIn, lastDay: LocalDate): Promise<Doing> {
  const { road, person: by } = asking;
  const { person, standIn, groupIds, today } = found;
  const texts = textsIn(by.language).appointments;
  const days = { fromOn: lastDay, toOn: lastDay };
  const appointment = draftAppointment(asking, found, { kind: 'successor', days });
  const { receipt } = appointment;
  const whom = person.id === by.id ? texts.yourself : person.name;
  const groups = (await findGroups(road.database.db, by.countyId, groupIds)).map(({ name }) => name);
  const text = [
    texts.handedOver(standIn.name, whom, formatDay(lastDay, by.language, today), receipt),
    ...(groups.length > 0 ? [texts.inGroups(groups)] : []),
    ...(person.roles.includes('coordinator') ? [texts.coordinatorStays] : []),
  ].join(' ');
  return { answer: { kind: 'receipt', text, receipt }, write: (tx) => decide(road, tx, appointment) };
}
