// How is "the second Tuesday of every month at nine" written down?

import { z } from 'zod';
import { LocalDate, LocalTime, Weekday } from './local-date.ts';
import { MonthDay } from './month-day.ts';
import { ZoneName } from './zone.ts';

const shared = {
  time: LocalTime,
  zone: ZoneName,
  start: LocalDate.refine((date) => date < '2200', { error: 'date-out-of-range' }),
  end: LocalDate.optional(),
  move: z.enum(['before', 'after', 'skip'], { error: 'not-a-move' }).optional(),
};

const month = z.int().min(1).max(12);

/**
 * A rule that comes back, in local time. It stays a rule: it is never turned into "every n hours".
 *
 * - `every` counts from the day, the ISO week, the month or the year that `start` is in; left out, it is 1.
 * - `month` of a quarterly rule is the month of the calendar quarter, 1 to 3.
 * - `start` and `end`, both included, bound the days that the rule names. `move` then says what happens to one that
 *   nobody works: it goes to the working day before or after, even past `start` or `end`, or is skipped. Left out, it
 *   stays.
 */
export const Rule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('daily'), every: every(366), ...shared }),
    z.strictObject({
      kind: z.literal('weekly'),
      every: every(52),
      weekdays: z.array(Weekday).min(1).readonly(),
      ...shared,
    }),
    z.strictObject({ kind: z.literal('monthly'), every: every(24), on: MonthDay, ...shared }),
    z.strictObject({ kind: z.literal('quarterly'), month: month.max(3), on: MonthDay, ...shared }),
    z.strictObject({ kind: z.literal('yearly'), every: every(10), month, on: MonthDay, ...shared }),
  ])
  .refine(({ start, end }) => end === undefined || start <= end, { error: 'end-before-start', path: ['end'] })
  .readonly();
export type Rule = z.infer<typeof Rule>;

function every(most: number) {
  return z.int().min(1).max(most).default(1);
}
