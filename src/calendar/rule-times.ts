// On which of these days does a rule come, and is this one of them?
import { addDays, type Days, type LocalDate, LocalTime } from './local-date.ts';
import { nextOccurrences } from './recurrence.ts';
import type { Rule } from './rule.ts';
import { toInstant } from './zone.ts';

const MIDNIGHT = LocalTime.parse('00:00');
/** More often than daily no rule comes. */
const AT_ONCE = 50;

/** In order. */
export function listRuleDays(rule: Rule, { fromOn, toOn }: Days): readonly LocalDate[] {
  const days: LocalDate[] = [];
  // The day before counts from its beginning: a time at midnight is not left out.
  let after = toInstant({ date: addDays(fromOn, -1), time: MIDNIGHT }, rule.zone);
  for (;;) {
    const found = nextOccurrences(rule, { after, count: AT_ONCE });
    const last = found.at(-1);
    days.push(...found.map(({ date }) => date).filter((date) => date >= fromOn && date <= toOn));
    if (!last || found.length < AT_ONCE || last.date > toOn) return days;
    after = last.at;
  }
}

export function isRuleDay(rule: Rule, date: LocalDate): boolean {
  return listRuleDays(rule, { fromOn: date, toOn: date }).length > 0;
}
