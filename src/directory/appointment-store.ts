// Who was appointed to stand in for whom? Every appointment stays, also one that is over or was taken back.
import type { LocalDate } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import type { AppointmentId, CountyId, PersonId } from '../ids.ts';
import { Appointment } from './appointment.ts';
import { dropNulls } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  kind: true,
  personId: true,
  standInId: true,
  fromOn: true,
  toOn: true,
  groupIds: true,
  appointedById: true,
  appointedAt: true,
  receipt: true,
  begunAt: true,
  overAt: true,
  takenBackById: true,
  seatsBefore: true,
} as const;

type AppointmentOfCounty = Readonly<{ countyId: CountyId; id: AppointmentId }>;

export async function addAppointment(tx: Tx, appointment: Appointment): Promise<void> {
  const { groupIds, seatsBefore } = appointment;
  await tx.appointment.create({ data: { ...appointment, groupIds: [...groupIds], seatsBefore: [...seatsBefore] } });
}

/** Whoever else appoints somebody for this person waits until this transaction is over, and sees what it did. */
export async function lockAppointmentsOf(tx: Tx, countyId: CountyId, personId: PersonId): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`appointment/${countyId}/${personId}`}, 0))`;
}

/** Who stands in for somebody on a day. */
export async function listStandingIn(db: Db, countyId: CountyId, date: LocalDate): Promise<readonly Appointment[]> {
  const rows = await db.appointment.findMany({
    where: { countyId, kind: 'substitute', overAt: null, fromOn: { lte: date }, toOn: { gte: date } },
    select,
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => Appointment.parse(dropNulls(row)));
}

/** Those in which somebody is away, leaves or stands in, and that are not over, by their first day. */
export async function listAppointmentsOf(
  db: Db,
  countyId: CountyId,
  personId: PersonId,
): Promise<readonly Appointment[]> {
  const rows = await db.appointment.findMany({
    where: { countyId, overAt: null, OR: [{ personId }, { standInId: personId }] },
    select,
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => Appointment.parse(dropNulls(row)));
}

/** The hand-overs of a county that were not taken back, in the order of the last days. */
export async function listHandOvers(db: Db, countyId: CountyId): Promise<readonly Appointment[]> {
  const rows = await db.appointment.findMany({
    where: { countyId, kind: 'successor', takenBackById: null },
    select,
    orderBy: [{ fromOn: 'asc' }, { appointedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => Appointment.parse(dropNulls(row)));
}

/** Those of any county that should begin by this day and have not, and substitutes' whose last day is before it. */
export async function listDueAppointments(db: Db, date: LocalDate): Promise<readonly Appointment[]> {
  const rows = await db.appointment.findMany({
    where: {
      overAt: null,
      OR: [
        { begunAt: null, fromOn: { lte: date } },
        { kind: 'substitute', toOn: { lt: date } },
      ],
    },
    select,
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => Appointment.parse(dropNulls(row)));
}

/** @returns false where somebody else has begun or ended it */
export async function markBegun(tx: Tx, { countyId, id }: AppointmentOfCounty, at: Instant): Promise<boolean> {
  const { count } = await tx.appointment.updateMany({
    where: { countyId, id, begunAt: null, overAt: null },
    data: { begunAt: at },
  });
  return count > 0;
}

export interface Over {
  readonly at: Instant;
  /** Who took it back. */
  readonly by?: PersonId;
}

/** @returns false where it was over already */
export async function markOver(tx: Tx, { countyId, id }: AppointmentOfCounty, { at, by }: Over): Promise<boolean> {
  const { count } = await tx.appointment.updateMany({
    where: { countyId, id, overAt: null },
    data: { overAt: at, takenBackById: by ?? null },
  });
  return count > 0;
}
