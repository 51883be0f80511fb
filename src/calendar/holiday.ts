// Which days of the year are Swedish holidays, or eves when authorities are closed?

import { addDays, LocalDate, type Weekday, weekday } from './local-date.ts';

/** The key of a holiday; the words for it live in text/. */
export type Holiday =
  | 'new-years-day'
  | 'epiphany'
  | 'good-friday'
  | 'easter-eve'
  | 'easter-day'
  | 'easter-monday'
  | 'may-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'national-day'
  | 'midsummer-eve'
  | 'midsummer-day'
  | 'all-saints-day'
  | 'christmas-eve'
  | 'christmas-day'
  | 'boxing-day'
  | 'new-years-eve';

/**
 * The holiday or eve on this day, if there is one. Where two meet, the one with a fixed date names the day.
 * Source: lag (1989:253) om allmänna helgdagar as it stands since 2005; the eves from lag (1930:173) om beräkning av
 * lagstadgad tid, 2 §, which counts midsommarafton, julafton and nyårsafton with the holidays. Easter eve is a Saturday.
 */
export function findHoliday(date: LocalDate): Holiday | undefined {
  const year = Number(date.slice(0, 4));
  const known = holidaysByYear.get(year) ?? listHolidays(year);
  holidaysByYear.set(year, known);
  return known.get(date);
}

const holidaysByYear = new Map<number, ReadonlyMap<LocalDate, Holiday>>();

function listHolidays(year: number): ReadonlyMap<LocalDate, Holiday> {
  const easter = findEaster(year);
  const midsummer = findOnOrAfter(LocalDate.parse(`${year}-06-20`), 6);
  return new Map<LocalDate, Holiday>([
    [addDays(easter, -2), 'good-friday'],
    [addDays(easter, -1), 'easter-eve'],
    [easter, 'easter-day'],
    [addDays(easter, 1), 'easter-monday'],
    [addDays(easter, 39), 'ascension-day'],
    [addDays(easter, 49), 'whit-sunday'],
    [addDays(midsummer, -1), 'midsummer-eve'],
    [midsummer, 'midsummer-day'],
    [findOnOrAfter(LocalDate.parse(`${year}-10-31`), 6), 'all-saints-day'],
    [LocalDate.parse(`${year}-01-01`), 'new-years-day'],
    [LocalDate.parse(`${year}-01-06`), 'epiphany'],
    [LocalDate.parse(`${year}-05-01`), 'may-day'],
    [LocalDate.parse(`${year}-06-06`), 'national-day'],
    [LocalDate.parse(`${year}-12-24`), 'christmas-eve'],
    [LocalDate.parse(`${year}-12-25`), 'christmas-day'],
    [LocalDate.parse(`${year}-12-26`), 'boxing-day'],
    [LocalDate.parse(`${year}-12-31`), 'new-years-eve'],
  ]);
}

function findOnOrAfter(date: LocalDate, wanted: Weekday): LocalDate {
  return addDays(date, (wanted - weekday(date) + 7) % 7);
}

/** Easter Sunday by the Gregorian reckoning of Meeus, Jones and Butcher, whose letters these are. */
function findEaster(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return addDays(LocalDate.parse(`${year}-0${month}-01`), day - 1);
}
