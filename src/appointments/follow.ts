// Every few minutes: whose first day is here, and whose last day has been?
import { addDays } from '../calendar/local-date.ts';
import { toLocal, ZoneName } from '../calendar/zone.ts';
import type { Appointment } from '../directory/appointment.ts';
import { listDueAppointments } from '../directory/appointment-store.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Road } from '../reminders/road.ts';
import { begin } from './begin.ts';
import { finish } from './finish.ts';

const UTC = ZoneName.parse('UTC');
/** Nobody is told in the night, and what is asked at nine is asked of the right one. */
const FROM_TIME = '08:00';

/** One that fails does not keep the others from being followed. */
export async function followAppointments(road: Road): Promise<void> {
  // No place is further ahead than that; which day it is there is looked at one by one.
  const tomorrow = addDays(toLocal(road.clock.now(), UTC).date, 1);
  const failures: unknown[] = [];
  for (const appointment of await listDueAppointments(road.database.db, tomorrow)) {
    await followOne(road, appointment).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some appointments could not be followed.');
}

async function followOne(road: Road, appointment: Appointment): Promise<void> {
  const { database, clock } = road;
  const { timeZone } = await readCounty(database.db, appointment.countyId);
  const { date, time } = toLocal(clock.now(), timeZone);
  if (time < FROM_TIME) return;
  if (appointment.kind === 'substitute' && appointment.toOn < date)
    return database.transaction((tx) => finish(road, tx, appointment));
  if (appointment.begunAt === undefined && appointment.fromOn <= date)
    return database.transaction((tx) => begin(road, tx, appointment));
}
