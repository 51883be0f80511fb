// One time of a survey: when it opens, until when it is answered and when it closes.
import { addDays, type Days, daysBetween, type LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant, type ZoneName } from '../../calendar/zone.ts';
import type { SubjectId } from '../../ids.ts';
import { findDay, listDays, type Recurring } from '../../reminders/recurring.ts';
import type { Survey } from './survey.ts';

export interface SurveyTime {
  readonly opensOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly closesOn: LocalDate;
}

/** Undefined where the survey has no such time any more. */
export function findTime(survey: Survey, subjectId: SubjectId): SurveyTime | undefined {
  const day = findDay(toRecurring(survey), subjectId);
  return day && toTime(survey, day);
}

/** Those that open on any of these days. */
export function listTimes(survey: Survey, days: Days): readonly SurveyTime[] {
  return listDays(toRecurring(survey), days).map((day) => toTime(survey, day));
}

function toRecurring({ opensOn: firstOn, ...survey }: Survey): Recurring {
  return { ...survey, firstOn };
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
