// What day is it where somebody writes?
import type { LocalDate } from '../calendar/local-date.ts';
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Asking } from './asking.ts';

export async function findToday({ road, person }: Pick<Asking, 'road' | 'person'>): Promise<LocalDate> {
  const { timeZone } = await readCounty(road.database.db, person.countyId);
  return toLocal(road.clock.now(), timeZone).date;
}
