// Is anybody at work that day, and which working day comes before or after?

import { z } from 'zod';
import { findHoliday } from './holiday.ts';
import { addDays, type LocalDate, weekday } from './local-date.ts';

/** Where a day that nobody works goes: to the working day before, to the one after, or nowhere. */
export const WorkingDayMove = z.enum(['before', 'after', 'keep'], { error: 'not-a-move' });
export type WorkingDayMove = z.infer<typeof WorkingDayMove>;

/** Monday to Friday, but no Swedish public holiday, midsommarafton, julafton or nyårsafton. */
export function isWorkingDay(date: LocalDate): boolean {
  return weekday(date) <= 5 && findHoliday(date) === undefined;
}

/** The day itself when it is worked or `keep` is asked for, else the nearest working day in that direction. */
export function moveToWorkingDay(date: LocalDate, move: WorkingDayMove): LocalDate {
  if (move === 'keep' || isWorkingDay(date)) return date;
  return addWorkingDays(date, move === 'before' ? -1 : 1);
}

/**
 * The working day that is `count` working days after `date`, or before it when `count` is negative; `date` itself is not
 * counted. "10 arbetsdagar före" is -10. A count of 0 gives `date`, worked or not.
 */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  const step = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
