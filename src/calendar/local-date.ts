// Which day is it on the wall calendar, and how far is it to another?

import { z } from 'zod';

/** A day as people write it, `2019-02-18`, with no clock and no zone. Only days that exist, in the years 1900–2999. */
export const LocalDate = z.iso
  .date({ error: 'not-a-date', abort: true })
  .refine((date) => date >= '1900' && date < '3000', { error: 'date-out-of-range' })
  .brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

/** A time on the wall clock, `09:00`, from `00:00` to `23:59`. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time' })
  .brand<'LocalTime'>();
export type LocalTime = z.infer<typeof LocalTime>;

/** From one day to another, both included. */
export interface Days {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

/** A day of the week as ISO 8601 counts: 1 is Monday, 7 is Sunday. */
export const Weekday = z.literal([1, 2, 3, 4, 5, 6, 7], { error: 'not-a-weekday' });
export type Weekday = z.infer<typeof Weekday>;

/** The day `days` after `date`, or before it when `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toLocalDate(toMidnight(date) + days * DAY);
}

/**
 * The same day `months` later. A month too short for it gives its last day: 31 January and one month is 28 February.
 * Source: lag (1930:173) om beräkning av lagstadgad tid, 1 §.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const start = new Date(date);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toLocalDate(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay)));
}

/** The same day `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, 12 * years);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (toMidnight(to) - toMidnight(from)) / DAY;
}

/** Whole calendar months from the month of `from` to the month of `to`, whatever the days in them. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [first, last] = [new Date(from), new Date(to)];
  return 12 * (last.getUTCFullYear() - first.getUTCFullYear()) + last.getUTCMonth() - first.getUTCMonth();
}

/** Negative when `a` is the earlier, positive when it is the later, 0 for the same day: an order for `sort`. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function weekday(date: LocalDate): Weekday {
  return Weekday.parse(new Date(date).getUTCDay() || 7);
}

// Dates are counted in UTC, where every day has 24 hours: no clock change can lose or double one.
const DAY = 24 * 60 * 60 * 1000;

function toMidnight(date: LocalDate): number {
  return Date.parse(date);
}

function toLocalDate(midnight: number): LocalDate {
  return LocalDate.parse(new Date(midnight).toISOString().slice(0, 10));
}
