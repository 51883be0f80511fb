// One thing in a calendar, before it is written as iCalendar: a meeting, the last day of a call, an event.
import type { LocalDate } from '../calendar/local-date.ts';
import type { Instant, LocalMoment } from '../calendar/zone.ts';
import { toStableUuid } from '../ids.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { Call } from '../topics/calls/call.ts';
import type { Event } from '../topics/events/event.ts';
import type { Meeting } from '../topics/meetings/meeting.ts';

export interface FeedEntry {
  /** The same in every calendar, and for ever. */
  readonly uid: string;
  /** Of two versions, a calendar takes the one with the higher number. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly title: string;
  readonly text: string;
  readonly place?: string;
  readonly url?: string;
  readonly when: FeedTime;
  readonly isCancelled: boolean;
  /** When the calendar reminds, in whole hours after the beginning; before it, where that is below zero. */
  readonly alarmHours?: number;
}

export type FeedTime =
  | { readonly kind: 'hours'; readonly from: LocalMoment; readonly to: LocalMoment }
  /** Both included. */
  | { readonly kind: 'days'; readonly fromOn: LocalDate; readonly toOn: LocalDate };

export function toMeetingEntry(meeting: Meeting, group: string, language: Language): FeedEntry {
  const { feeds } = textsIn(language);
  const { id, heldOn: date, startsAt, endsAt, title, place, link, agenda, revision, cancelledOn } = meeting;
  const isCancelled = cancelledOn !== undefined;
  const name = title === undefined ? feeds.meeting(group) : feeds.meetingNamed(title, group);
  const lines = [
    ...(isCancelled ? [feeds.cancelledText] : []),
    ...(agenda.length > 0 ? [feeds.agenda, ...agenda.map((item, index) => `${index + 1}. ${item}`)] : []),
    ...(link === undefined ? [] : [feeds.link(link)]),
  ];
  return {
    ...toVersion('meeting', id, revision),
    title: isCancelled ? feeds.cancelled(name) : name,
    text: lines.join('\n'),
    when: { kind: 'hours', from: { date, time: startsAt }, to: { date, time: endsAt } },
    isCancelled,
    ...(place !== undefined && { place }),
    ...(link !== undefined && { url: link }),
    ...(!isCancelled && { alarmHours: -1 }),
  };
}

/** A call closes on a day: it stands above the day's hours, and reminds in the morning. */
export function toCallEntry(call: Call, language: Language): FeedEntry {
  const { feeds } = textsIn(language);
  const { id, closesOn, closesAt, title, purpose, link, revision } = call;
  const lines = [
    ...(closesAt === undefined ? [] : [feeds.closesAt(closesAt)]),
    purpose,
    ...(link === undefined ? [] : [feeds.link(link)]),
  ];
  return {
    ...toVersion('call', id, revision),
    title: feeds.call(title),
    text: lines.join('\n'),
    when: { kind: 'days', fromOn: closesOn, toOn: closesOn },
    isCancelled: false,
    alarmHours: 9,
    ...(link !== undefined && { url: link }),
  };
}

export function toEventEntry(event: Event, organisation: string, language: Language): FeedEntry {
  const { feeds } = textsIn(language);
  const { id, title, fromOn, toOn, place, link, decided, proposedAt, withdrawnAt } = event;
  const isCancelled = withdrawnAt !== undefined;
  return {
    ...toVersion('event', id, { number: isCancelled ? 1 : 0, at: withdrawnAt ?? decided?.at ?? proposedAt }),
    title: isCancelled ? feeds.cancelled(title) : title,
    text: [...(isCancelled ? [feeds.cancelledText] : []), feeds.from(organisation)].join('\n'),
    when: { kind: 'days', fromOn, toOn },
    isCancelled,
    ...(place !== undefined && { place }),
    ...(link !== undefined && { url: link }),
  };
}

/** What was never changed, since changes are counted. */
const NEVER = new Date(0);

function toVersion(kind: string, id: string, revision: Meeting['revision']) {
  const { number: sequence, at: changedAt } = revision ?? { number: 0, at: NEVER };
  return { uid: `${toStableUuid(`${kind}:${id}`)}@samverk`, sequence, changedAt };
}
