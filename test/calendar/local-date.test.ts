// Are the days of the wall calendar counted right?

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  LocalDate,
  LocalTime,
  monthsBetween,
  weekday,
} from '../../src/calendar/local-date.ts';
import { anyDay, day } from './build.ts';

describe('a local date', () => {
  test.each(['2019-02-30', '2019-02-29', '2100-02-29', '2019-13-01', '2019-00-10', '2019-04-31'])(
    'refuses %s, a day that does not exist',
    (text) => {
      expect(LocalDate.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['not-a-date']);
    },
  );

  test.each(['', '2019-2-3', '20190203', '03/02/2019', '2019-02-03T09:00', ' 2019-02-03', '2019-02-03\n'])(
    'refuses %j, another way to write a day',
    (text) => {
      expect(LocalDate.safeParse(text).success).toBe(false);
    },
  );

  test.each(['0019-03-20', '9999-12-31'])('refuses %s, a year nobody means', (text) => {
    expect(LocalDate.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['date-out-of-range']);
  });

  test('accepts a leap day in a leap year', () => {
    expect(LocalDate.parse('2020-02-29')).toBe('2020-02-29');
    expect(LocalDate.parse('2000-02-29')).toBe('2000-02-29');
  });
});

describe('a local time', () => {
  test.each(['24:00', '9:00', '09:60', '09:00:00', '0900', '', '09:00\n'])('refuses %j', (text) => {
    expect(LocalTime.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['not-a-time']);
  });

  test.each(['00:00', '09:00', '19:59', '23:59'])('accepts %s', (text) => {
    expect(LocalTime.parse(text)).toBe(text);
  });
});

describe('days, months and years', () => {
  test.each([
    ['2019-03-20', -30, '2019-02-18'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2019-12-31', 1, '2020-01-01'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', -1, '2026-10-24'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });

  test.each([
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2019-03-31', -1, '2019-02-28'],
    ['2019-11-30', 3, '2020-02-29'],
    ['2019-01-15', -1, '2018-12-15'],
    ['2019-05-31', 12, '2020-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('29 February and a year is 28 February, and four years is 29 February', () => {
    expect(addYears(day('2020-02-29'), 1)).toBe('2021-02-28');
    expect(addYears(day('2020-02-29'), -1)).toBe('2019-02-28');
    expect(addYears(day('2020-02-29'), 4)).toBe('2024-02-29');
  });

  test('counting days and going as many days are each other’s way back', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(to, from)).toBe(0 - daysBetween(from, to));
      }),
    );
  });

  test('counting months looks at the month and not at the day', () => {
    expect(monthsBetween(day('2019-12-31'), day('2020-01-01'))).toBe(1);
    expect(monthsBetween(day('2020-03-01'), day('2019-01-31'))).toBe(-14);
  });

  test('days sort by time', () => {
    const days = ['2020-01-01', '2019-12-31', '2019-02-01', '2019-12-31'].map(day);

    const sorted = days.sort(compareDates);

    expect(sorted).toEqual(['2019-02-01', '2019-12-31', '2019-12-31', '2020-01-01']);
  });

  test('the week begins on Monday with 1 and ends on Sunday with 7', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => weekday(addDays(day('2019-02-18'), n)));

    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
