// How do the calendar's tests come by their days, times and zones?

import fc from 'fast-check';
import { addDays, daysBetween, LocalDate, LocalTime } from '../../src/calendar/local-date.ts';
import { ZoneName } from '../../src/calendar/zone.ts';

export const day = (text: string): LocalDate => LocalDate.parse(text);
export const time = (text: string): LocalTime => LocalTime.parse(text);
export const zone = (name: string): ZoneName => ZoneName.parse(name);

export const stockholm = zone('Europe/Stockholm');

/** Ordinary zones, and the odd ones: half-hour changes, two changes around Ramadan, changes at midnight, two hours at once. */
export const zones: readonly ZoneName[] = [
  'Europe/Stockholm',
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'UTC',
].map(zone);

const first = day('2020-01-01');
const last = day('2040-12-31');

/** Every day from 2020 to 2040. */
export const allDays: readonly LocalDate[] = Array.from({ length: daysBetween(first, last) + 1 }, (_, n) =>
  addDays(first, n),
);

export const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: allDays.length - 1 })
  .map((n) => addDays(first, n));

export const anyTime: fc.Arbitrary<LocalTime> = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => time(`${pad(hour)}:${pad(minute)}`));

export const anyZone: fc.Arbitrary<ZoneName> = fc.constantFrom(...zones);

export function pad(n: number): string {
  return String(n).padStart(2, '0');
}
