// One round of one contact: in this half-year, are the stored details right?
import { addDays, LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { findInMonth } from '../../calendar/month-day.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import { type Instant, toInstant } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import { type CountyId, SubjectId } from '../../ids.ts';

/** Whose details are asked about: one contact, or all of the county's that nobody answers for. */
export type Asked = { readonly kind: 'contact'; readonly contactId: string } | { readonly kind: 'unmanned' };

export interface RoundName {
  readonly year: number;
  /** One of the county's rounds: "spring". */
  readonly step: string;
}

export interface RoundOf extends RoundName {
  readonly asked: Asked;
}

/** "kalmar/strateg/2026-spring" of a contact, "kalmar/2026-spring" of all that nobody answers for. */
export function toSubjectId(countyId: CountyId, { asked, year, step }: RoundOf): SubjectId {
  return SubjectId.parse(`${asked.kind === 'contact' ? asked.contactId : countyId}/${year}-${step}`);
}

export function parseSubjectId(countyId: CountyId, id: SubjectId): RoundOf | undefined {
  const [, of = '', year, step = ''] = /^(.+)\/(\d{4})-([a-z0-9-]+)$/.exec(id) ?? [];
  if (year === undefined) return undefined;
  const asked: Asked = of === countyId ? { kind: 'unmanned' } : { kind: 'contact', contactId: of };
  return { asked, year: Number(year), step };
}

/** The day on which a round asks, a working one; undefined where the county has no such round any more. */
export function findAskDay({ ladders }: County, { year, step }: RoundName): LocalDate | undefined {
  const round = ladders.contact.rounds.find((one) => one.step === step);
  if (!round) return undefined;
  const first = LocalDate.parse(`${year}-${String(round.month).padStart(2, '0')}-01`);
  return moveToWorkingDay(findInMonth(first, round.on), 'after');
}

/** The rounds that ask, or are still open, on any of these days. */
export function listRounds(
  county: County,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): readonly RoundName[] {
  const { rounds, openDays } = county.ladders.contact;
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years
    .flatMap((year) => rounds.map(({ step }) => ({ year, step })))
    .filter((round) => {
      const day = findAskDay(county, round);
      return day !== undefined && day <= to && addDays(day, openDays) >= from;
    });
}

/** The last day to answer in time. */
export function findAnswerDay({ ladders }: County, askDay: LocalDate): LocalDate {
  return moveToWorkingDay(addDays(askDay, ladders.contact.answerDays), 'before');
}

export function findAnswerBy(county: County, askDay: LocalDate): Instant {
  return toInstant({ date: findAnswerDay(county, askDay), time: LAST_MINUTE }, county.timeZone);
}

/** Answers after this are not taken any more. */
export function findClosing(county: County, askDay: LocalDate): Instant {
  const { contact } = county.ladders;
  return toInstant({ date: addDays(askDay, contact.openDays), time: LAST_MINUTE }, county.timeZone);
}

const LAST_MINUTE = LocalTime.parse('23:59');
