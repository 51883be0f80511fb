// A free reminder: a few words to some groups, once or each time a rule comes round. It asks nothing.
import { z } from 'zod';
import { type Days, LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { Rule } from '../../calendar/rule.ts';
import { isRuleDay, listRuleDays } from '../../calendar/rule-times.ts';
import { CountyId, GroupId, SubjectId } from '../../ids.ts';

export const Memo = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    title: z.string().min(1),
    text: z.string().min(1),
    link: z.url().exactOptional(),
    groupIds: z.array(GroupId).readonly(),
    /** Also each member in their own chat. */
    toMembers: z.boolean(),
    sendOn: LocalDate,
    sendAt: LocalTime,
    rule: Rule.exactOptional(),
    cancelledOn: LocalDate.exactOptional(),
  })
  .readonly();
export type Memo = z.infer<typeof Memo>;

/** "kalmar/7f3a" of one that comes once, "kalmar/7f3a/2026-03-02" of one time of another. */
export function toSubjectId({ id, rule }: Memo, day: LocalDate): SubjectId {
  return SubjectId.parse(rule ? `${id}/${day}` : id);
}

const TIME = /^(.+)\/(\d{4}-\d{2}-\d{2})$/;

export function toMemoId(subjectId: string): string {
  return TIME.exec(subjectId)?.[1] ?? subjectId;
}

/** The day of one time; undefined where the reminder has no such time any more. */
export function findDay({ sendOn, rule, cancelledOn }: Memo, subjectId: SubjectId): LocalDate | undefined {
  if (cancelledOn !== undefined) return undefined;
  const day = LocalDate.safeParse(TIME.exec(subjectId)?.[2]);
  if (!rule) return day.success ? undefined : sendOn;
  return day.success && isRuleDay(rule, day.data) ? day.data : undefined;
}

/** The days among these on which it is sent. */
export function listDays({ sendOn, rule, cancelledOn }: Memo, days: Days): readonly LocalDate[] {
  if (cancelledOn !== undefined) return [];
  if (rule) return listRuleDays(rule, days);
  return days.fromOn <= sendOn && sendOn <= days.toOn ? [sendOn] : [];
}
