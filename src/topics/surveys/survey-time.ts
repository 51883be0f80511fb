// One time of a survey: which subject it is, when it opens, until when it is answered and when it closes.
import { addDays, type Days, daysBetween, LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { isRuleDay, listRuleDays } from '../../calendar/rule-times.ts';
import { type Instant, toInstant, type ZoneName } from '../../calendar/zone.ts';
import { SubjectId } from '../../ids.ts';
import type { Survey } from './survey.ts';

export interface SurveyTime {
  readonly opensOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly closesOn: LocalDate;
}

/** "kalmar/7f3a" of a survey that comes once, "kalmar/7f3a/2026-03-02" of one time of another. */
export function toSubjectId({ id, rule }: Survey, opensOn: LocalDate): SubjectId {
  return SubjectId.parse(rule ? `${id}/${opensOn}` : id);
}

const TIME = /^(.+)\/(\d{4}-\d{2}-\d{2})$/;

export function toSurveyId(subjectId: string): string {
  return TIME.exec(subjectId)?.[1] ?? subjectId;
}

/** Undefined where the survey has no such time any more. */
export function findTime(survey: Survey, subjectId: SubjectId): SurveyTime | undefined {
  if (survey.cancelledOn !== undefined) return undefined;
  const day = LocalDate.safeParse(TIME.exec(subjectId)?.[2]);
  if (!survey.rule) return day.success ? undefined : toTime(survey, survey.opensOn);
  return day.success && isRuleDay(survey.rule, day.data) ? toTime(survey, day.data) : undefined;
}

/** Those that open on any of these days. */
export function listTimes(survey: Survey, days: Days): readonly SurveyTime[] {
  const { rule, opensOn, cancelledOn } = survey;
  if (cancelledOn !== undefined) return [];
  if (rule) return listRuleDays(rule, days).map((day) => toTime(survey, day));
  return days.fromOn <= opensOn && opensOn <= days.toOn ? [toTime(survey, opensOn)] : [];
}

function toTime(survey: Survey, opensOn: LocalDate): SurveyTime {
  const by = daysBetween(survey.opensOn, opensOn);
  return { opensOn, answerBy: addDays(survey.answerBy, by), closesOn: addDays(survey.closesOn, by) };
}

/** The end of the last day to answer in time. */
export function findAnswerBy({ answerBy }: SurveyTime, zone: ZoneName): Instant {
  return toInstant({ date: answerBy, time: LAST_MINUTE }, zone);
}

export function findClosing({ closesOn }: SurveyTime, zone: ZoneName): Instant {
  return toInstant({ date: closesOn, time: LAST_MINUTE }, zone);
}

const LAST_MINUTE = LocalTime.parse('23:59');
