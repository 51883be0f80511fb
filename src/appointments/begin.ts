// An appointment is decided, or its first day is here: open questions go over, and who steps in is told.
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { saveAbsences } from '../directory/absence-store.ts';
import type { Appointment } from '../directory/appointment.ts';
import { addAppointment, markBegun } from '../directory/appointment-store.ts';
import { moveContacts } from '../directory/contact-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { handOverSeats, listEnding } from '../directory/hand-over.ts';
import type { Membership } from '../directory/membership.ts';
import { listMemberships, saveMemberships } from '../directory/membership-store.ts';
import { seatSubstitute } from '../directory/substitution.ts';
import type { Road } from '../reminders/road.ts';
import type { Prompt } from '../replies/prompt.ts';
import { handOn } from './hand-on.ts';
import { composePack, readPack } from './hand-over-pack.ts';
import { readInvolved } from './involved.ts';
import { composeSubstitute, composeSuccessor, composeYours } from './substitute-message.ts';
import { tellInvolved } from './tell-involved.ts';

/** Writes it down with the seats that follow from it, and begins at once where its first day is here. */
export async function decide(road: Road, tx: Tx, decided: Appointment): Promise<void> {
  const { countyId, personId, appointedById, fromOn } = decided;
  const seats = await listMemberships(tx, countyId);
  const seatsBefore = decided.kind === 'successor' ? listEnding(seats, decided).map(toSeatBefore) : [];
  const appointment = { ...decided, seatsBefore };
  await addAppointment(tx, appointment);
  await saveSeats(tx, appointment, seats);
  const { timeZone } = await readCounty(tx, countyId);
  const isHere = fromOn <= toLocal(road.clock.now(), timeZone).date;
  if (isHere) await begin(road, tx, appointment);
  else
    await tellSteppingIn(road, tx, { appointment, stage: 'decided', questions: await handOn(road, tx, appointment) });
  if (appointedById === personId) return;
  const told = { appointment, involved: await readInvolved(road, tx, appointment), questions: [] };
  const compose = composeYours.bind(undefined, told);
  await tellInvolved(road, tx, { appointment, stage: 'yours', to: personId, compose });
}

function toSeatBefore({ id, toOn }: Membership): Appointment['seatsBefore'][number] {
  return { id, ...(toOn !== undefined && { toOn }) };
}

async function saveSeats(tx: Tx, appointment: Appointment, seats: readonly Membership[]): Promise<void> {
  const { id, countyId, personId, fromOn, toOn, kind } = appointment;
  if (kind === 'successor') {
    await saveMemberships(tx, countyId, handOverSeats(seats, appointment));
    return;
  }
  await saveMemberships(tx, countyId, seatSubstitute(seats, appointment));
  const absence = { id: `${countyId}/${id}`, countyId, personId, fromOn, toOn, appointmentId: id };
  await saveAbsences(tx, countyId, [absence]);
}

/** Beginning again changes nothing. */
export async function begin(road: Road, tx: Tx, appointment: Appointment): Promise<void> {
  const begunAt = road.clock.now();
  if (!(await markBegun(tx, appointment, begunAt))) return;
  const begun = { ...appointment, begunAt };
  const { countyId, kind, personId: from, standInId: to, groupIds, appointedAt } = appointment;
  if (kind === 'successor' && groupIds.length === 0) await moveContacts(tx, countyId, { from, to });
  const questions = await handOn(road, tx, begun);
  // A substitute who was told when it was decided is told again of questions only.
  const isTold = kind === 'substitute' && appointedAt.getTime() !== begunAt.getTime();
  if (isTold && questions.length === 0) return;
  await tellSteppingIn(road, tx, { appointment: begun, stage: 'begun', questions });
}

interface SteppingIn {
  readonly appointment: Appointment;
  readonly stage: 'decided' | 'begun';
  readonly questions: readonly Prompt[];
}

async function tellSteppingIn(road: Road, tx: Tx, { appointment, stage, questions }: SteppingIn): Promise<void> {
  const { kind, standInId: to } = appointment;
  const involved = await readInvolved(road, tx, appointment);
  if (kind === 'successor' && stage === 'begun') {
    const pack = await readPack(road, tx, { appointment, involved });
    return tellInvolved(road, tx, { appointment, stage, to, compose: (language) => composePack(pack, language) });
  }
  const told = { appointment, involved, questions };
  const compose = (kind === 'successor' ? composeSuccessor : composeSubstitute).bind(undefined, told);
  await tellInvolved(road, tx, { appointment, stage, to, compose });
}
