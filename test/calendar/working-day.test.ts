// Do we know when nobody in Sweden is at work?

import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { findHoliday, type Holiday } from '../../src/calendar/holiday.ts';
import { addDays, daysBetween, type LocalDate, weekday } from '../../src/calendar/local-date.ts';
import { addWorkingDays, isWorkingDay, moveToWorkingDay } from '../../src/calendar/working-day.ts';
import { allDays, anyDay, day } from './build.ts';
import { expectGolden, readGolden } from './golden.ts';

const years = [...new Set(allDays.map((date) => date.slice(0, 4)))];

/** What `date-holidays` calls them; it knows more days, on which authorities work. */
const holidayByName: ReadonlyMap<string, Holiday> = new Map([
  ['nyårsdagen', 'new-years-day'],
  ['trettondedag jul', 'epiphany'],
  ['långfredagen', 'good-friday'],
  ['påskafton', 'easter-eve'],
  ['påskdagen', 'easter-day'],
  ['annandag påsk', 'easter-monday'],
  ['första maj', 'may-day'],
  ['Kristi himmelsfärdsdag', 'ascension-day'],
  ['pingstdagen', 'whit-sunday'],
  ['nationaldagen', 'national-day'],
  ['midsommarafton', 'midsummer-eve'],
  ['midsommardagen', 'midsummer-day'],
  ['alla helgons dag', 'all-saints-day'],
  ['julafton', 'christmas-eve'],
  ['juldagen', 'christmas-day'],
  ['annandag jul', 'boxing-day'],
  ['nyårsafton', 'new-years-eve'],
]);

describe('Swedish holidays and eves, 2020–2040', () => {
  test('are those of the golden list', () => {
    expectGolden('holidays.txt', printHolidays());
  });

  test('are those that date-holidays knows, each on its day', () => {
    const theirs = new Map(years.flatMap((year) => listForeignHolidays(Number(year))));

    const ours = new Map(allDays.flatMap((date) => [[date, findHoliday(date)] as const]).filter(([, key]) => key));

    expect([...ours].sort()).toEqual([...theirs].sort());
    expect(ours.size).toBe(17 * 21);
  });

  test('leave as working days exactly the weekdays that the golden list does not free', () => {
    const free = readFreeWeekdays(readGolden('holidays.txt'));

    const wrong = allDays.filter((date) => isWorkingDay(date) !== (weekday(date) <= 5 && !free.has(date)));

    expect(wrong).toEqual([]);
    expect(free.size).toBeGreaterThan(21 * 8);
  });
});

describe('where two holidays meet', () => {
  test('the one with a fixed date names the day', () => {
    expect(findHoliday(day('2008-05-01'))).toBe('may-day');
    expect(findHoliday(day('2049-06-06'))).toBe('national-day');
  });
});

describe('moving to a working day', () => {
  test.each([
    ['2019-12-25', '2019-12-23', '2019-12-27', 'Christmas'],
    ['2026-04-04', '2026-04-02', '2026-04-07', 'Easter'],
    ['2026-06-19', '2026-06-18', '2026-06-22', 'Midsummer Eve'],
    ['2027-01-01', '2026-12-30', '2027-01-04', 'New Year'],
    ['2019-03-23', '2019-03-22', '2019-03-25', 'an ordinary Saturday'],
    ['2019-03-20', '2019-03-20', '2019-03-20', 'a working day'],
  ])('takes %s to %s before and %s after: %s', (date, before, after) => {
    expect(moveToWorkingDay(day(date), 'before')).toBe(before);
    expect(moveToWorkingDay(day(date), 'after')).toBe(after);
    expect(moveToWorkingDay(day(date), 'keep')).toBe(date);
  });

  test('takes any day to the nearest working day, never further', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const [before, after] = [moveToWorkingDay(date, 'before'), moveToWorkingDay(date, 'after')];

        expect([before, after].every(isWorkingDay)).toBe(true);
        expect(listBetween(before, after).filter(isWorkingDay)).toEqual([]);
        expect(before <= date && date <= after).toBe(true);
      }),
    );
  });
});

describe('counting working days', () => {
  test.each([
    ['2026-06-30', -10, '2026-06-15', 'past Midsummer Eve'],
    ['2019-03-20', -10, '2019-03-06', 'two plain weeks'],
    ['2019-12-23', 1, '2019-12-27', 'past Christmas'],
    ['2019-12-29', -1, '2019-12-27', 'from a Sunday back'],
    ['2019-12-29', 1, '2019-12-30', 'from a Sunday on'],
    ['2019-12-29', 0, '2019-12-29', 'nowhere'],
  ])('%s and %i working days is %s: %s', (date, count, wanted) => {
    expect(addWorkingDays(day(date), count)).toBe(wanted);
  });

  test('passes exactly as many working days as it was asked to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const [before, after] = [addWorkingDays(date, -count), addWorkingDays(date, count)];

        expect([before, ...listBetween(before, date)].filter(isWorkingDay)).toHaveLength(count);
        expect([after, ...listBetween(date, after)].filter(isWorkingDay)).toHaveLength(count);
        expect([before, after].every(isWorkingDay)).toBe(true);
      }),
    );
  });
});

/** The days after `from` and before `to`. */
function listBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) - 1) }, (_, n) => addDays(from, n + 1));
}

function listForeignHolidays(year: number): readonly (readonly [LocalDate, Holiday])[] {
  return new Holidays('SE').getHolidays(year, 'sv').flatMap(({ date, name }) => {
    const holiday = holidayByName.get(name);
    return holiday ? [[day(date.slice(0, 10)), holiday] as const] : [];
  });
}

/** A row for each holiday, a column for each year; a dot marks a day that is free anyway, being a Saturday or a Sunday. */
function printHolidays(): string {
  const rows = [...holidayByName.values()].map((holiday) => {
    const dates = allDays.filter((date) => findHoliday(date) === holiday);
    return [holiday, ...dates.map((date) => `${date.slice(5)}${weekday(date) > 5 ? '.' : ''}`)];
  });
  const sums = years.map((year) =>
    String(allDays.filter((date) => date.startsWith(year) && isWorkingDay(date)).length),
  );
  return [['', ...years], ...rows, ['working days', ...sums]].map(printRow).join('');
}

function printRow([name = '', ...cells]: readonly string[]): string {
  return `${name.padEnd(15)}${cells.map((cell) => cell.padEnd(7)).join('')}`.trimEnd().concat('\n');
}

function readFreeWeekdays(golden: string): ReadonlySet<string> {
  const [header = '', ...rows] = golden.trimEnd().split('\n');
  const columns = header.trim().split(/\s+/);
  const cells = rows.slice(0, -1).flatMap((row) =>
    row
      .split(/\s+/)
      .slice(1)
      .map((cell, n) => `${columns[n]}-${cell}`),
  );
  return new Set(cells.filter((cell) => !cell.endsWith('.')));
}
