// When do the clocks change, asked of Intl and not of our own code?

import type { ZoneName } from '../../src/calendar/zone.ts';

/** One change: the instant, and the offsets to UTC on both sides, all in milliseconds. */
export interface ClockChange {
  readonly zone: ZoneName;
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** Every change from one UTC day to another: offsets are compared day by day, then halved down to the minute. */
export function findClockChanges(zone: ZoneName, from: string, to: string): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += DAY) {
    const [before, after] = [readOffset(at, zone), readOffset(at + DAY, zone)];
    if (before !== after) changes.push({ zone, at: halve(zone, at, at + DAY), before, after });
  }
  return changes;
}

/** The clock in `zone` as milliseconds, as if it stood in UTC. */
export function readClock(at: Date, zone: ZoneName): number {
  const parts = new Map(
    findFormat(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
}

const DAY = 24 * 60 * 60_000;
const formats = new Map<ZoneName, Intl.DateTimeFormat>();

function readOffset(at: number, zone: ZoneName): number {
  return readClock(new Date(at), zone) - at;
}

function halve(zone: ZoneName, low: number, high: number): number {
  if (high - low <= 60_000) return high;
  const middle = Math.floor((low + high) / 120_000) * 60_000;
  const hasChanged = readOffset(middle, zone) !== readOffset(low, zone);
  return hasChanged ? halve(zone, low, middle) : halve(zone, middle, high);
}

function findFormat(zone: ZoneName): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? makeFormat(zone);
  formats.set(zone, known);
  return known;
}

function makeFormat(timeZone: ZoneName): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
