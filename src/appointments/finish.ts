// A substitute's days are over, or were taken back: what is not answered is the person's own again.
import { addDays } from '../calendar/local-date.ts';
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { shortenAbsence } from '../directory/absence-store.ts';
import type { Appointment } from '../directory/appointment.ts';
import { markOver } from '../directory/appointment-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { listMemberships, removeMemberships, saveMemberships } from '../directory/membership-store.ts';
import type { Person } from '../directory/person.ts';
import type { Road } from '../reminders/road.ts';
import { handBack } from './hand-on.ts';
import { readInvolved } from './involved.ts';
import { composeBack, composeTakenBack } from './substitute-message.ts';
import { tellInvolved } from './tell-involved.ts';

/** Finishing again changes nothing. */
export async function finish(road: Road, tx: Tx, appointment: Appointment): Promise<void> {
  if (await markOver(tx, appointment, { at: road.clock.now() })) await giveBack(road, tx, appointment);
}

/** The days until yesterday stay as they were; a hand-over is taken back before its day, and then all is as it was. */
export async function takeBack(road: Road, tx: Tx, appointment: Appointment, by: Person): Promise<void> {
  if (!(await markOver(tx, appointment, { at: road.clock.now(), by: by.id }))) return;
  if (appointment.kind === 'successor') await restoreSeats(tx, appointment);
  else await shorten(road, tx, appointment);
  const involved = await readInvolved(road, tx, appointment);
  const compose = composeTakenBack.bind(undefined, { appointment, involved, questions: [] }, by.name);
  await tellInvolved(road, tx, { appointment, stage: 'taken-back', to: appointment.standInId, compose });
  await giveBack(road, tx, appointment);
}

async function giveBack(road: Road, tx: Tx, appointment: Appointment): Promise<void> {
  const questions = await handBack(road, tx, appointment);
  if (questions.length === 0) return;
  const told = { appointment, involved: await readInvolved(road, tx, appointment), questions };
  const compose = composeBack.bind(undefined, told);
  await tellInvolved(road, tx, { appointment, stage: 'back', to: appointment.personId, compose });
}

/** The leaver has their seats as before; those that the successor would have had are taken out. */
async function restoreSeats(tx: Tx, { id, countyId, seatsBefore }: Appointment): Promise<void> {
  const seats = await listMemberships(tx, countyId);
  const taken = seats.filter(({ appointmentId }) => appointmentId === id);
  await removeMemberships(
    tx,
    countyId,
    taken.map((seat) => seat.id),
  );
  const restored = seats.flatMap(({ toOn: _, ...seat }) => {
    const before = seatsBefore.find((one) => one.id === seat.id);
    return before ? [{ ...seat, ...(before.toOn !== undefined && { toOn: before.toOn }) }] : [];
  });
  await saveMemberships(tx, countyId, restored);
}

async function shorten(road: Road, tx: Tx, { id, countyId, standInId }: Appointment): Promise<void> {
  const { timeZone } = await readCounty(tx, countyId);
  const lastDay = addDays(toLocal(road.clock.now(), timeZone).date, -1);
  const seats = (await listMemberships(tx, countyId, standInId)).filter(({ appointmentId }) => appointmentId === id);
  const [begun, coming] = [
    seats.filter(({ fromOn }) => fromOn <= lastDay),
    seats.filter(({ fromOn }) => fromOn > lastDay),
  ];
  await removeMemberships(
    tx,
    countyId,
    coming.map((seat) => seat.id),
  );
  const ended = begun.filter(({ toOn }) => toOn === undefined || toOn > lastDay);
  await saveMemberships(
    tx,
    countyId,
    ended.map((seat) => ({ ...seat, toOn: lastDay })),
  );
  await shortenAbsence(tx, { countyId, appointmentId: id }, lastDay);
}
