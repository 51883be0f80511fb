// People answer at work.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../../src/calendar/working-day.ts';
import { toLocal, ZoneName } from '../../src/calendar/zone.ts';
import { pickOfficeTime } from '../../src/simulation/office-time.ts';

const zone = ZoneName.parse('Europe/Stockholm');
const HOUR = 3_600_000;

const anySpan = fc
  .record({
    from: fc.date({ min: new Date('2019-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    hours: fc.double({ min: 0.1, max: 400, noNaN: true }),
  })
  .map(({ from, hours }) => ({ from, to: new Date(from.getTime() + hours * HOUR) }));
const anyChance = fc.double({ min: 0, max: 0.999, noNaN: true });

test('a time that is picked lies in the span, on a working day, in office hours', () => {
  fc.assert(
    fc.property(anySpan, anyChance, (span, chance) => {
      const picked = pickOfficeTime(span, zone, chance);
      if (!picked) return;

      const { date, time } = toLocal(picked, zone);
      expect(picked > span.from && picked < span.to).toBe(true);
      expect(isWorkingDay(date)).toBe(true);
      expect(time >= '08:00' && time <= '17:00').toBe(true);
    }),
  );
});

test('a span with a whole working day in it has a time', () => {
  const friday = { from: new Date('2019-03-15T17:30:00+01:00'), to: new Date('2019-03-19T09:00:00+01:00') };

  for (const chance of [0, 0.2, 0.5, 0.9, 0.999]) expect(pickOfficeTime(friday, zone, chance)).toBeDefined();
});

test('a span that ends before it begins has none', () => {
  const backwards = { from: new Date('2019-03-19T12:00:00+01:00'), to: new Date('2019-03-18T09:00:00+01:00') };

  expect(pickOfficeTime(backwards, zone, 0.9)).toBeUndefined();
});

test('a weekend has none', () => {
  const weekend = { from: new Date('2019-03-15T23:59:00+01:00'), to: new Date('2019-03-18T07:00:00+01:00') };

  expect(pickOfficeTime(weekend, zone, 0.5)).toBeUndefined();
});

test('whoever has an hour left, of which the office is closed for a minute, does not stay for it', () => {
  const late = { from: new Date('2021-08-13T16:01:03.600+02:00'), to: new Date('2021-08-13T17:01:00.001+02:00') };

  const picked = pickOfficeTime(late, zone, 0.9989999999660916);

  expect(picked).toEqual(new Date('2021-08-13T16:02:00+02:00'));
});
