// A meeting of a group: when, where, with what agenda, and until when one says whether one comes.
import { z } from 'zod';
import { addDays, LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import { type Instant, toInstant, type ZoneName } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import { Provenance } from '../../directory/provenance.ts';
import { CountyId, GroupId, SubjectId } from '../../ids.ts';

/** A meeting as it is called. */
export const MeetingDetails = z
  .object({
    id: SubjectId,
    countyId: CountyId,
    groupId: GroupId,
    title: z.string().exactOptional(),
    heldOn: LocalDate,
    startsAt: LocalTime,
    endsAt: LocalTime,
    place: z.string().exactOptional(),
    link: z.url().exactOptional(),
    agenda: z.array(z.string()).readonly(),
    /** The last day to say whether one comes. */
    answerBy: LocalDate.exactOptional(),
    cancelledOn: LocalDate.exactOptional(),
    /** The day on which somebody said that the minutes are there, and where they are, if that was said. */
    minutesOn: LocalDate.exactOptional(),
    minutesLink: z.url().exactOptional(),
    provenance: Provenance.exactOptional(),
    isExample: z.boolean(),
  })
  .readonly();
export type MeetingDetails = z.infer<typeof MeetingDetails>;

export const Meeting = MeetingDetails.unwrap()
  .extend({
    /** The day before the last move, and when it was moved. */
    moved: z.object({ from: LocalDate, at: z.date() }).readonly().exactOptional(),
    /** How many times it was changed, and when last. */
    revision: z
      .object({ number: z.int().min(0), at: z.date() })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;

export function hasMinutes({ minutesOn, minutesLink }: MeetingDetails): boolean {
  return minutesOn !== undefined || minutesLink !== undefined;
}

export function findStart({ heldOn, startsAt }: Meeting, zone: ZoneName): Instant {
  return toInstant({ date: heldOn, time: startsAt }, zone);
}

/** The last day to answer: the meeting's own, else the county's so many days before, on a working day. */
export function findAnswerDay({ answerBy, heldOn }: Meeting, { ladders }: County): LocalDate {
  return answerBy ?? moveToWorkingDay(addDays(heldOn, -ladders.meeting.answerDaysBefore), 'before');
}

/** The end of the last day to answer, but never after the meeting has begun. */
export function findAnswerBy(meeting: Meeting, county: County): Instant {
  const end = toInstant({ date: findAnswerDay(meeting, county), time: LAST_MINUTE }, county.timeZone);
  const start = findStart(meeting, county.timeZone);
  return end.getTime() < start.getTime() ? end : start;
}

const LAST_MINUTE = LocalTime.parse('23:59');
