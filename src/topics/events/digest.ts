// The week's letter: which events come soon, and which are new further ahead?
import { addDays, LocalDate, weekday } from '../../calendar/local-date.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import { type Instant, toInstant, toLocal } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { Organisation } from '../../directory/organisation.ts';
import { type CountyId, SubjectId } from '../../ids.ts';
import type { Message, Part } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { PlannedDate } from '../../topic.ts';
import type { Event } from './event.ts';
import { formatSpan, listLinks } from './event-message.ts';

/** "kalmar/2026-03-02": the letter of the day that the county's rule names, where an event is "kalmar/12". */
export function toDigestId(countyId: CountyId, day: LocalDate): SubjectId {
  return SubjectId.parse(`${countyId}/${day}`);
}

export function findDigestDay(id: SubjectId): LocalDate | undefined {
  return LocalDate.safeParse(id.slice(id.lastIndexOf('/') + 1)).data;
}

/** The days in a span that the rule names, before any is moved to a working day. */
export function listDigestDays({ ladders }: County, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (ladders.event.weekdays.includes(weekday(day))) days.push(day);
  }
  return days;
}

const USEFUL_DAYS = 2;

/** None where the county's rule does not name the day any more. */
export function planDigest(day: LocalDate, { ladders, timeZone }: County): readonly PlannedDate[] {
  const { weekdays, at: time } = ladders.event;
  if (!weekdays.includes(weekday(day))) return [];
  const date = moveToWorkingDay(day, 'after');
  const usefulTo = toInstant({ date: addDays(date, USEFUL_DAYS), time }, timeZone);
  const at = toInstant({ date, time }, timeZone);
  return [{ step: 'digest', kind: 'reminder', whenLate: 'send', date, time, at, usefulTo }];
}

export interface Digest {
  /** Under way, or within the county's days ahead. */
  readonly soon: readonly Event[];
  /** Approved in the last week, and later than that. */
  readonly fresh: readonly Event[];
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** @param approved the county's, in order */
export function sortDigest(approved: readonly Event[], { ladders, timeZone }: County, now: Instant): Digest {
  const today = toLocal(now, timeZone).date;
  const until = addDays(today, ladders.event.daysAhead);
  const ahead = approved.filter(({ toOn, decided }) => toOn >= today && decided !== undefined && decided.at <= now);
  const isSoon = ({ fromOn }: Event) => fromOn <= until;
  const isFresh = ({ decided }: Event) => decided !== undefined && now.getTime() - decided.at.getTime() < WEEK_MS;
  return { soon: ahead.filter(isSoon), fresh: ahead.filter((event) => !isSoon(event) && isFresh(event)) };
}

export function isEmpty({ soon, fresh }: Digest): boolean {
  return soon.length === 0 && fresh.length === 0;
}

export interface DigestCard {
  readonly digest: Digest;
  readonly county: County;
  readonly now: Instant;
  readonly language: Language;
  readonly organisations: readonly Organisation[];
}

export function composeDigest({ digest, county, now, language, organisations }: DigestCard): Message {
  const { events } = textsIn(language);
  const { soon, fresh } = digest;
  const today = toLocal(now, county.timeZone).date;
  const listed = (title: string, those: readonly Event[]): readonly Part[] =>
    those.length === 0
      ? []
      : [
          {
            kind: 'list',
            title,
            items: those.map((event) => describeEvent(event, { language, today, organisations })),
          },
        ];
  return {
    language,
    title: events.digest.title,
    parts: [
      ...listed(events.digest.soon(county.ladders.event.daysAhead), soon),
      ...listed(events.digest.fresh, fresh),
      { kind: 'note', text: events.how },
    ],
    buttons: listLinks([...soon, ...fresh]),
  };
}

export interface Describing {
  readonly language: Language;
  readonly today: LocalDate;
  readonly organisations: readonly Organisation[];
}

/** "fredag 10 april: Språkcafé, Stadsbiblioteket (Umeå kommun)" */
export function describeEvent(event: Event, { language, today, organisations }: Describing): string {
  const organisation = organisations.find(({ id }) => id === event.organisationId)?.name ?? '';
  const what = [event.title, event.place].filter(Boolean).join(', ');
  return textsIn(language).events.item(formatSpan(event, language, today), what, organisation);
}
