// A calendar as iCalendar, as other programs read it (RFC 5545 and 7986).
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Instant, LocalMoment, ZoneName } from '../calendar/zone.ts';
import type { FeedEntry, FeedTime } from './feed-entry.ts';
import { foldLine, writeAddress, writeText } from './icalendar-line.ts';
import { listZoneLines } from './icalendar-zone.ts';

export interface Calendar {
  readonly name: string;
  readonly zone: ZoneName;
  readonly entries: readonly FeedEntry[];
}

/** How often a program is asked to look again. */
const REFRESH = 'PT1H';

/** The same calendar is the same text: nothing in it depends on when it is written. */
export function writeCalendar({ name, zone, entries }: Calendar): string {
  const hours = entries.flatMap(({ when }) => (when.kind === 'hours' ? [Number(when.from.date.slice(0, 4))] : []));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samverk//Samverk//SV',
    'CALSCALE:GREGORIAN',
    `NAME:${writeText(name)}`,
    `X-WR-CALNAME:${writeText(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...(hours.length > 0 ? listZoneLines(zone, Math.min(...hours) - 1) : []),
    ...entries.flatMap((entry) => listLines(entry, zone)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function listLines(entry: FeedEntry, zone: ZoneName): readonly string[] {
  const { uid, sequence, changedAt, title, text, place, url, when, isCancelled, alarmHours } = entry;
  const changed = writeInstant(changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    ...writeTime(when, zone),
    `SUMMARY:${writeText(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${writeText(text)}`]),
    ...(place === undefined ? [] : [`LOCATION:${writeText(place)}`]),
    ...(url === undefined ? [] : [`URL:${writeAddress(url)}`]),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // What only stands above the day's hours makes nobody busy.
    `TRANSP:${when.kind === 'days' || isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(alarmHours === undefined ? [] : listAlarm(title, alarmHours)),
    'END:VEVENT',
  ];
}

function writeTime(when: FeedTime, zone: ZoneName): readonly string[] {
  if (when.kind === 'hours') {
    return [`DTSTART;TZID=${zone}:${writeMoment(when.from)}`, `DTEND;TZID=${zone}:${writeMoment(when.to)}`];
  }
  return [`DTSTART;VALUE=DATE:${writeDate(when.fromOn)}`, `DTEND;VALUE=DATE:${writeDate(addDays(when.toOn, 1))}`];
}

function listAlarm(title: string, hours: number): readonly string[] {
  const trigger = `${hours < 0 ? '-' : ''}PT${Math.abs(hours)}H`;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${writeText(title)}`,
    `TRIGGER;RELATED=START:${trigger}`,
    'END:VALARM',
  ];
}

function writeDate(date: LocalDate): string {
  return date.replaceAll('-', '');
}

function writeMoment({ date, time }: LocalMoment): string {
  return `${writeDate(date)}T${time.replace(':', '')}00`;
}

function writeInstant(instant: Instant): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
