// Which days around the start of an example are good for something that is to be answered at once?

import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { isWorkingDay } from '../calendar/working-day.ts';
import type { Instant } from '../calendar/zone.ts';
import type { PlannedDate } from '../topic.ts';
import { Slug } from './county-fields.ts';

/** How the ids begin of what is added at the start. */
export const START = 'vid-start-';

export function toStartId(name: string): Slug {
  return Slug.parse(`${START}${name}`);
}

/** What marks it, in the language of the county's file. */
export const MARK = { example: true, source: 'Exempel, datum satt vid start' } as const;

/** Whoever begins to look around now has at least so long to answer. */
const AT_LEAST_MS = 24 * 60 * 60 * 1000;

/** Does a reminder that asks stand there now, with time left? `until` is the last moment to answer, where it is earlier. */
export function isAnswerable(dates: readonly PlannedDate[], now: Instant, until?: Instant): boolean {
  const later = new Date(now.getTime() + AT_LEAST_MS);
  return dates.some(
    ({ kind, question, at, usefulTo }) =>
      kind === 'reminder' && question !== undefined && at <= now && usefulTo > later && (until ?? usefulTo) > later,
  );
}

const FURTHEST = 60;
/** Some ten days ahead there is much to see yet: further reminders, nudges, the close. */
const BEST = 10;

/** Working days after today: rather some ten days ahead than tomorrow, rather tomorrow than in a month. */
export function listDaysAhead(today: LocalDate): readonly LocalDate[] {
  const days = Array.from({ length: FURTHEST }, (_, index) => index + 1);
  return [...days.slice(0, BEST).reverse(), ...days.slice(BEST)].map((day) => addDays(today, day)).filter(isWorkingDay);
}

/** Working days before today, the nearest first. */
export function listDaysBack(today: LocalDate): readonly LocalDate[] {
  return Array.from({ length: BEST }, (_, index) => addDays(today, -1 - index)).filter(isWorkingDay);
}
