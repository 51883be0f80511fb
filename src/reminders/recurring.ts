// What comes once, or again and again by a rule: each time is a subject of its own. Which one, and on which day?
import { type Days, LocalDate } from '../calendar/local-date.ts';
import type { Rule } from '../calendar/rule.ts';
import { isRuleDay, listRuleDays } from '../calendar/rule-times.ts';
import { SubjectId } from '../ids.ts';

export interface Recurring {
  readonly id: string;
  /** The day, where it comes once. */
  readonly firstOn: LocalDate;
  readonly rule?: Rule;
  readonly cancelledOn?: LocalDate;
}

/** "kalmar/7f3a" of one that comes once, "kalmar/7f3a/2026-03-02" of one time of another. */
export function toSubjectId({ id, rule }: Pick<Recurring, 'id' | 'rule'>, day: LocalDate): SubjectId {
  return SubjectId.parse(rule ? `${id}/${day}` : id);
}

const TIME = /^(.+)\/(\d{4}-\d{2}-\d{2})$/;

/** The id of what recurs, of any of its times. */
export function toRecurringId(subjectId: string): string {
  return TIME.exec(subjectId)?.[1] ?? subjectId;
}

/** The day of one time; undefined where there is no such time any more. */
export function findDay({ firstOn, rule, cancelledOn }: Recurring, subjectId: SubjectId): LocalDate | undefined {
  if (cancelledOn !== undefined) return undefined;
  const day = LocalDate.safeParse(TIME.exec(subjectId)?.[2]);
  if (!rule) return day.success ? undefined : firstOn;
  return day.success && isRuleDay(rule, day.data) ? day.data : undefined;
}

/** The days among these on which it comes. */
export function listDays({ firstOn, rule, cancelledOn }: Recurring, days: Days): readonly LocalDate[] {
  if (cancelledOn !== undefined) return [];
  if (rule) return listRuleDays(rule, days);
  return days.fromOn <= firstOn && firstOn <= days.toOn ? [firstOn] : [];
}
