// When does a rule come next, and the times after that?

import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  type LocalDate,
  monthsBetween,
  weekday,
} from './local-date.ts';
import { findInMonth, findMonthStart, findYearStart, type MonthDay } from './month-day.ts';
import type { Rule } from './rule.ts';
import { isWorkingDay, moveToWorkingDay } from './working-day.ts';
import { type Instant, type PlannedTime, toInstant, toLocal } from './zone.ts';

/** How many times are asked for, and the instant that all of them come after. */
export interface Wanted {
  readonly after: Instant;
  readonly count: number;
}

/**
 * The next `count` times of the rule, each later than `after` and than the one before it. Two days moved to the same
 * working day come once. Fewer than `count` when the rule ends, or when a hundred years go by without it: a rule
 * that can never come, such as every Christmas Day but skipped when nobody works, gives none and does not spin.
 *
 * Plain dates and no cron library: cron has no "every second week from this one" and no "the 31st or the last day", and
 * would bring a second opinion on clock changes (croner puts a skipped 02:30 at 03:00, `toInstant` at 03:30).
 */
export function nextOccurrences(rule: Rule, { after, count }: Wanted): readonly PlannedTime[] {
  const found: PlannedTime[] = [];
  let latest = after;
  for (const date of listDates(rule, after)) {
    if (found.length >= count) break;
    const at = toInstant({ date, time: rule.time }, rule.zone);
    if (at <= latest) continue;
    found.push({ date, time: rule.time, at });
    latest = at;
  }
  return found;
}

/** The days of the rule from a little before `after` on, moved or skipped as it says, in order. */
function* listDates(rule: Rule, after: Instant): Generator<LocalDate> {
  // No Swedish run of free days is near a fortnight, so no day before it can be moved past `after`.
  const lookBack = addDays(toLocal(after, rule.zone).date, -14);
  const from = compareDates(lookBack, rule.start) > 0 ? lookBack : rule.start;
  let horizon = addYears(from, 100);
  for (const date of listNamedDates(rule, from)) {
    if (date > horizon || (rule.end !== undefined && date > rule.end)) return;
    if (rule.move === 'skip' && !isWorkingDay(date)) continue;
    yield rule.move === 'before' || rule.move === 'after' ? moveToWorkingDay(date, rule.move) : date;
    horizon = addYears(date, 100);
  }
}

/** The days that the rule names, moved nowhere and without end. */
function* listNamedDates(rule: Rule, from: LocalDate): Generator<LocalDate> {
  const cycle = readCycle(rule);
  for (let turn = findTurn(cycle, from); ; turn += 1) {
    for (const date of cycle.pick(findTurnStart(cycle, turn))) {
      if (date >= rule.start) yield date;
    }
  }
}

/** A rule as turns of equal length: where the first begins, how long each is, and which days it names in one. */
interface Cycle {
  readonly start: LocalDate;
  readonly unit: 'days' | 'months';
  readonly length: number;
  readonly pick: (turnStart: LocalDate) => readonly LocalDate[];
}

function readCycle(rule: Rule): Cycle {
  const { start } = rule;
  switch (rule.kind) {
    case 'daily':
      return { start, unit: 'days', length: rule.every, pick: (day) => [day] };
    case 'weekly': {
      const offsets = rule.weekdays.map((wanted) => wanted - 1).sort();
      const monday = addDays(start, 1 - weekday(start));
      return {
        start: monday,
        unit: 'days',
        length: 7 * rule.every,
        pick: (day) => offsets.map((n) => addDays(day, n)),
      };
    }
    case 'monthly':
      return readMonths(findMonthStart(start), rule.every, rule.on);
    case 'quarterly':
      return readMonths(addMonths(findYearStart(start), rule.month - 1), 3, rule.on);
    case 'yearly':
      return readMonths(addMonths(findYearStart(start), rule.month - 1), 12 * rule.every, rule.on);
  }
}

function readMonths(start: LocalDate, length: number, on: MonthDay): Cycle {
  return { start, unit: 'months', length, pick: (month) => [findInMonth(month, on)] };
}

/** The number of the turn that `from` falls in; the first is 0. */
function findTurn({ start, unit, length }: Cycle, from: LocalDate): number {
  const gone = unit === 'days' ? daysBetween(start, from) : monthsBetween(start, from);
  return Math.max(0, Math.floor(gone / length));
}

function findTurnStart({ start, unit, length }: Cycle, turn: number): LocalDate {
  return unit === 'days' ? addDays(start, turn * length) : addMonths(start, turn * length);
}
