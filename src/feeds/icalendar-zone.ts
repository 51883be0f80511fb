// How a calendar is told when a place puts its clocks forward and back.
import { LocalDate, weekday } from '../calendar/local-date.ts';
import type { ZoneName } from '../calendar/zone.ts';
import { findOffset, listZoneChanges, type ZoneChange } from '../calendar/zone-change.ts';

/** As of this year: a rule that changes changes with the zone data. Lines without ends. */
export function listZoneLines(zone: ZoneName, year: number): readonly string[] {
  const changes = listZoneChanges(zone, year);
  const parts = changes.length === 0 ? composeSteady(zone, year) : changes.flatMap(composeChange);
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'];
}

function composeSteady(zone: ZoneName, year: number): readonly string[] {
  const offset = writeOffset(findOffset(zone, Date.UTC(year)));
  return [
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
  ];
}

/** It begins at what the clock showed before it was changed. */
function composeChange({ at, before, after }: ZoneChange): readonly string[] {
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  const local = new Date(at.getTime() + before * 60_000).toISOString();
  const day = LocalDate.parse(local.slice(0, 10));
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.slice(0, 19).replaceAll(/[-:]/g, '')}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${Number(day.slice(5, 7))};BYDAY=${findNth(day)}${WEEKDAYS[weekday(day) - 1]}`,
    `TZOFFSETFROM:${writeOffset(before)}`,
    `TZOFFSETTO:${writeOffset(after)}`,
    `END:${kind}`,
  ];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The last of its weekday in the month, else the first to fourth. */
function findNth(day: LocalDate): number {
  const date = Number(day.slice(8));
  const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
  return date + 7 > length ? -1 : Math.ceil(date / 7);
}

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
