// Which days does a rule name, told in another way than our own code tells it?

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { MonthDay } from '../../src/calendar/month-day.ts';
import { Rule } from '../../src/calendar/rule.ts';
import { anyTime, anyZone } from './build.ts';

/** Asks one day at a time, where `nextOccurrences` counts turns. */
export function isNamed(rule: Rule, date: LocalDate): boolean {
  const start = Temporal.PlainDate.from(rule.start);
  const day = Temporal.PlainDate.from(date);
  switch (rule.kind) {
    case 'daily':
      return start.until(day, { largestUnit: 'day' }).days % rule.every === 0;
    case 'weekly':
      return rule.weekdays.some((n) => n === day.dayOfWeek) && countWeeks(start, day) % rule.every === 0;
    case 'monthly':
      return countMonths(start, day) % rule.every === 0 && fits(rule.on, day);
    case 'quarterly':
      return (day.month - 1) % 3 === rule.month - 1 && fits(rule.on, day);
    case 'yearly':
      return (day.year - start.year) % rule.every === 0 && day.month === rule.month && fits(rule.on, day);
  }
}

const anyOn: fc.Arbitrary<object> = fc.oneof(
  fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ nth: fc.constantFrom(1, 2, 3, 4, 'last'), weekday: fc.integer({ min: 1, max: 7 }) }),
);

const anyKind: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: fc.constant('daily'), every: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    kind: fc.constant('weekly'),
    every: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('monthly'), every: fc.integer({ min: 1, max: 7 }), on: anyOn }),
  fc.record({ kind: fc.constant('quarterly'), month: fc.integer({ min: 1, max: 3 }), on: anyOn }),
  fc.record({
    kind: fc.constant('yearly'),
    every: fc.integer({ min: 1, max: 2 }),
    month: fc.integer({ min: 1, max: 12 }),
    on: anyOn,
  }),
);

/** Any rule that starts in 2020 or the years after and does not move. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .tuple(anyKind, anyTime, anyZone, fc.integer({ min: 0, max: 3000 }))
  .map(([kind, time, zone, n]) => {
    const start = Temporal.PlainDate.from('2020-01-01').add({ days: n }).toString();
    return Rule.parse({ ...kind, time, zone, start });
  });

function fits(on: MonthDay, day: Temporal.PlainDate): boolean {
  if ('day' in on) return day.day === Math.min(on.day, day.daysInMonth);
  if (day.dayOfWeek !== on.weekday) return false;
  return on.nth === 'last' ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === on.nth;
}

function countWeeks(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const monday = from.subtract({ days: from.dayOfWeek - 1 });
  return Math.floor(monday.until(to, { largestUnit: 'day' }).days / 7);
}

function countMonths(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return 12 * (to.year - from.year) + to.month - from.month;
}
