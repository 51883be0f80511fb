// Does nine o'clock stay nine o'clock, whatever the clocks do?

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LocalDate, LocalTime } from '../../src/calendar/local-date.ts';
import {
  isZoneDataSound,
  type LocalMoment,
  toInstant,
  toIsoWithOffset,
  toLocal,
  ZoneName,
} from '../../src/calendar/zone.ts';
import { anyDay, anyTime, anyZone, day, stockholm, time, zone, zones } from './build.ts';
import { type ClockChange, findClockChanges, readClock } from './clock.ts';

const minute = 60_000;
const changes = zones.flatMap((name) => findClockChanges(name, '2020-01-01', '2041-01-01'));
const springs = changes.filter(({ before, after }) => after > before);
const autumns = changes.filter(({ before, after }) => after < before);

describe('a zone name', () => {
  test.each(['Europe/Stockholm', 'Europe/Kyiv', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+1'])(
    'accepts %s and can tell the time there',
    (name) => {
      expect(toLocal(new Date(0), ZoneName.parse(name)).date).toMatch(/^19(69|70)-/);
    },
  );

  test.each(['Mars/Base', '', 'Europe/Stockholm ', '+01:00', '-05:00', '+01', 'Europe/Stockholm]x'])(
    'refuses %j',
    (name) => {
      expect(ZoneName.safeParse(name).error?.issues.map(({ message }) => message)).toEqual(['unknown-zone']);
    },
  );

  test('the zone data of this Node is sound', () => {
    expect(isZoneDataSound()).toBe(true);
  });
});

describe('Stockholm', () => {
  test.each([
    ['2019-02-18', '09:00', '2019-02-18T09:00:00+01:00', 'winter'],
    ['2019-07-01', '09:00', '2019-07-01T09:00:00+02:00', 'summer'],
    ['2026-03-29', '01:59', '2026-03-29T01:59:00+01:00', 'the minute before the gap'],
    ['2026-03-29', '02:00', '2026-03-29T03:00:00+02:00', 'the first minute of the gap'],
    ['2026-03-29', '02:30', '2026-03-29T03:30:00+02:00', 'in the gap'],
    ['2026-03-29', '03:00', '2026-03-29T03:00:00+02:00', 'the minute after the gap'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00+02:00', 'the first two o’clock'],
    ['2026-10-25', '02:59', '2026-10-25T02:59:00+02:00', 'the end of the first hour'],
    ['2026-10-25', '03:00', '2026-10-25T03:00:00+01:00', 'after the doubled hour'],
  ])('%s %s is %s: %s', (date, clock, iso) => {
    const at = toInstant({ date: day(date), time: time(clock) }, stockholm);

    expect(toIsoWithOffset(at, stockholm)).toBe(iso);
    expect(at).toEqual(new Date(iso));
  });

  test('a local moment leaves out the seconds', () => {
    expect(toLocal(new Date('2019-02-18T08:00:59.999Z'), stockholm)).toEqual({ date: '2019-02-18', time: '09:00' });
  });

  test('a day that a zone skips whole comes on the next', () => {
    const apia = zone('Pacific/Apia');

    const at = toInstant({ date: day('2011-12-30'), time: time('09:00') }, apia);

    expect(toLocal(at, apia)).toEqual({ date: '2011-12-31', time: '09:00' });
  });
});

describe('any zone, 2020–2040', () => {
  test('the clock changes to test with are all there', () => {
    const inStockholm = changes.filter(({ zone: name }) => name === stockholm);

    expect(inStockholm).toHaveLength(42);
    expect(springs.length).toBeGreaterThan(200);
    expect(autumns.length).toBeGreaterThan(200);
  });

  test('the clock shows what Intl shows', () => {
    fc.assert(
      fc.property(anyZone, anyInstant(), (name, at) => {
        expect(toLocal(at, name)).toEqual(toMoment(readClock(at, name)));
      }),
    );
  });

  test('a time comes back as it went in, and only a clock change can alter it', () => {
    fc.assert(
      fc.property(anyZone, anyDay, anyTime, (name, date, clock) => {
        const at = toInstant({ date, time: clock }, name);

        const skipped = springs.find((change) => change.zone === name && isSkipped(change, { date, time: clock }));
        const moved = skipped ? skipped.after - skipped.before : 0;
        expect(toLocal(at, name)).toEqual(toMoment(toWall({ date, time: clock }) + moved));
      }),
      { numRuns: 2000 },
    );
  });

  test('a time in the spring gap moves forward by the length of the gap', () => {
    fc.assert(
      fc.property(anyChange(springs), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (change, part) => {
        const gap = change.after - change.before;
        const wall = change.at + change.before + Math.floor((gap / minute) * part) * minute;

        const at = toInstant(toMoment(wall), change.zone);

        expect(at.getTime()).toBe(wall - change.before);
        expect(toLocal(at, change.zone)).toEqual(toMoment(wall + gap));
      }),
      { numRuns: 1000 },
    );
  });

  test('a doubled autumn time means the first of the two', () => {
    fc.assert(
      fc.property(anyChange(autumns), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (change, part) => {
        const overlap = change.before - change.after;
        const wall = change.at + change.after + Math.floor((overlap / minute) * part) * minute;

        const at = toInstant(toMoment(wall), change.zone);

        expect(at.getTime()).toBe(wall - change.before);
        expect(toLocal(at, change.zone)).toEqual(toMoment(wall));
        expect(toLocal(new Date(at.getTime() + overlap), change.zone)).toEqual(toMoment(wall));
      }),
      { numRuns: 1000 },
    );
  });

  test('the minutes at both ends of every gap and every doubled hour are as they should be', () => {
    for (const { zone: name, at, before, after } of changes) {
      const [low, high] = [at + Math.min(before, after), at + Math.max(before, after)];

      const instants = [low - minute, low, high - minute, high].map((wall) =>
        toInstant(toMoment(wall), name).getTime(),
      );

      expect(instants).toEqual([low - minute - before, low - before, high - minute - before, high - after]);
    }
  });

  test('an ISO text with offset is the same instant and the same clock', () => {
    fc.assert(
      fc.property(anyZone, anyInstant(), (name, at) => {
        const iso = toIsoWithOffset(at, name);

        const { date, time: clock } = toLocal(at, name);
        expect(iso).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
        expect(iso.startsWith(`${date}T${clock}`)).toBe(true);
        expect(new Date(iso)).toEqual(at);
      }),
    );
  });
});

function anyInstant(): fc.Arbitrary<Date> {
  const seconds = { min: Date.parse('2020-01-01') / 1000, max: Date.parse('2041-01-01') / 1000 };
  return fc.integer(seconds).map((n) => new Date(n * 1000));
}

function anyChange(from: readonly ClockChange[]): fc.Arbitrary<ClockChange> {
  return fc.constantFrom(...from);
}

function isSkipped({ at, before, after }: ClockChange, moment: LocalMoment): boolean {
  const wall = toWall(moment);
  return wall >= at + before && wall < at + after;
}

/** Wall clock as milliseconds, as if it stood in UTC. */
function toWall(moment: LocalMoment): number {
  return Date.parse(`${moment.date}T${moment.time}Z`);
}

function toMoment(wall: number): LocalMoment {
  const text = new Date(wall).toISOString();
  return { date: LocalDate.parse(text.slice(0, 10)), time: LocalTime.parse(text.slice(11, 16)) };
}
