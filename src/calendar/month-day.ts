// Which date is the 31st, the second Tuesday or the last Friday of a month?

import { z } from 'zod';
import { addDays, addMonths, type LocalDate, Weekday, weekday } from './local-date.ts';

/** A day in any month: a number from 1 to 31, or the first to fourth or last of a weekday. */
export const MonthDay = z.union([
  z.strictObject({ day: z.int().min(1).max(31) }).readonly(),
  z.strictObject({ nth: z.literal([1, 2, 3, 4, 'last']), weekday: Weekday }).readonly(),
]);
export type MonthDay = z.infer<typeof MonthDay>;

/** The date of `on` in the month that begins with `first`. Day 31 of a shorter month is its last day. */
export function findInMonth(first: LocalDate, on: MonthDay): LocalDate {
  const last = addDays(addMonths(first, 1), -1);
  if ('day' in on) return on.day > Number(last.slice(8)) ? last : addDays(first, on.day - 1);
  if (on.nth === 'last') return addDays(last, -((weekday(last) - on.weekday + 7) % 7));
  return addDays(first, ((on.weekday - weekday(first) + 7) % 7) + 7 * (on.nth - 1));
}

/** The first day of the month that `date` is in. */
export function findMonthStart(date: LocalDate): LocalDate {
  return addDays(date, 1 - Number(date.slice(8)));
}

/** 1 January of the year that `date` is in. */
export function findYearStart(date: LocalDate): LocalDate {
  return addMonths(findMonthStart(date), 1 - Number(date.slice(5, 7)));
}
