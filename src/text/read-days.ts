// Which days are meant by what somebody writes: "1–15 juli", "från 2026-07-01 till 2026-07-15", "vecka 28", "i morgon"?
import { addDays, addMonths, type Days, daysBetween, LocalDate, weekday } from '../calendar/local-date.ts';
import { formatDate, formatMonth } from './format.ts';
import { Language } from './language.ts';

export interface Reading {
  readonly today: LocalDate;
  /** Which year is meant where none is written: days to come, or days that have been. */
  readonly towards: 'coming' | 'past';
}

/** In Swedish or English. Undefined where it is not understood as a whole, or the days do not exist or come in order. */
export function readDays(text: string, reading: Reading): Days | undefined {
  const [first, last, ...more] = tidy(text)
    .split('-')
    .map((part) => part.trim());
  if (first === undefined || more.length > 0) return undefined;
  const days = last === undefined ? readOne(first, reading) : readSpan(first, last, reading);
  return days && days.fromOn <= days.toOn ? days : undefined;
}

const MONTHS = Array.from({ length: 12 }, (_, month) => addMonths(LocalDate.parse('2000-01-01'), month));
const monthNames = Language.options.map((language) =>
  MONTHS.map((month) => formatMonth(month, language).toLowerCase()),
);
const WEEKDAYS = Language.options.flatMap((language) =>
  Array.from(
    { length: 7 },
    (_, day) => formatDate(addDays(LocalDate.parse('2001-01-01'), day), language).split(' ')[0],
  ),
);
const weekdays = new RegExp(`(?<!\\p{L})(?:${WEEKDAYS.join('|')})(?:en)?(?!\\p{L})`, 'giu');
const FILLERS = /(?<!\p{L})(?:från och med|fr\.? ?o\.? ?m\.?|från|from|mellan|between|den|the|of|on|hela)(?!\p{L})/gu;
const UNTIL = /(?<!\p{L})(?:till och med|t\.? ?o\.? ?m\.?|till|until|through|to|och|and)(?!\p{L})/gu;

/** Small letters, one kind of dash between the two ends, and dates of the form 2026-07-01 as 20260701. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(\d{4})-(\d{2})-(\d{2})/g, ' $1$2$3 ')
    .replace(/[–—−]/g, '-')
    .replace(/,/g, ' ')
    .replace(weekdays, ' ')
    .replace(FILLERS, ' ')
    .replace(UNTIL, ' - ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d{8}) (\d{8})$/, '$1 - $2');
}

/** A day as far as it was written. */
interface Written {
  readonly day?: number | undefined;
  readonly month?: number | undefined;
  readonly week?: number | undefined;
  readonly year?: number | undefined;
}

function readOne(text: string, reading: Reading): Days | undefined {
  const written = readWritten(text, reading.today);
  if (!written) return undefined;
  const { day, month, week, year } = written;
  if (week === undefined && month === undefined) return undefined;
  const years = year === undefined ? listYears(reading) : [year];
  const found = years.flatMap((one) => {
    if (week !== undefined) return toWeek(week, one) ?? [];
    return (day === undefined ? toMonth(month, one) : toDay({ day, month, year: one })) ?? [];
  });
  return year === undefined ? choose(found, reading) : found[0];
}

function readSpan(first: string, last: string, reading: Reading): Days | undefined {
  const { today } = reading;
  const end = readWritten(last, today);
  const start = first === '' ? toWritten(today) : readWritten(first, today);
  if (!start || !end) return undefined;
  const isWeeks = start.week !== undefined;
  const [from, to]: readonly Written[] = isWeeks
    ? [start, { week: end.week ?? end.day ?? 0, ...(end.year && { year: end.year }) }]
    : [complete(start, end), complete(end, start)];
  if (!from || !to) return undefined;
  const years = to.year ?? from.year;
  const found = (years === undefined ? listYears(reading) : [years, years + 1]).flatMap((year) => {
    const toOn = toEnd(to, to.year ?? year)?.toOn;
    const fromOn = toOn && findStart(from, to.year ?? year, toOn);
    return fromOn && toOn ? [{ fromOn, toOn }] : [];
  });
  const ordered = found.filter(({ fromOn, toOn }) => fromOn <= toOn);
  return years === undefined ? choose(ordered, reading) : ordered[0];
}

/** "15 juli–1 juli" is a slip, not most of a year. */
const HALF_A_YEAR = 183;

/** In the year of the end, or in the one before it where that would come after it: "20 december–6 januari". */
function findStart(from: Written, year: number, toOn: LocalDate): LocalDate | undefined {
  const years = from.year === undefined ? [year, year - 1] : [from.year];
  const found = years.flatMap((one) => toEnd(from, one)?.fromOn ?? []).find((fromOn) => fromOn <= toOn);
  const isGuess = from.year === undefined && found?.slice(0, 4) !== toOn.slice(0, 4);
  return found && isGuess && daysBetween(found, toOn) > HALF_A_YEAR ? undefined : found;
}

function toEnd(written: Written, year: number): Days | undefined {
  if (written.week !== undefined) return toWeek(written.week, year);
  return written.day === undefined ? toMonth(written.month, year) : toDay({ ...written, year });
}

/** "1–15 juli" and "July 1–15": the month is said once. */
function complete(one: Written, other: Written): Written {
  return one.month === undefined && other.month !== undefined ? { ...one, month: other.month } : one;
}

function listYears({ today }: Reading): readonly number[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1];
}

/** The first that is not over yet, or the last that has begun. */
function choose(found: readonly Days[], { today, towards }: Reading): Days | undefined {
  return towards === 'coming'
    ? found.find(({ toOn }) => toOn >= today)
    : found.findLast(({ fromOn }) => fromOn <= today);
}

function readWritten(text: string, today: LocalDate): Written | undefined {
  if (/^(?:i ?dag|nu|today|now)$/.test(text)) return toWritten(today);
  if (/^(?:i ?går|yesterday)$/.test(text)) return toWritten(addDays(today, -1));
  if (/^(?:i ?morgon|tomorrow)$/.test(text)) return toWritten(addDays(today, 1));
  return readWhole(text) ?? readWeek(text) ?? readSlashed(text) ?? readNamed(text);
}

function readWhole(text: string): Written | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : undefined;
}

function readWeek(text: string): Written | undefined {
  const found = /^(?:veckorna|vecka|v|week|weeks)\.? ?(\d{1,2})(?: (\d{4}))?$/.exec(text);
  return found ? { week: Number(found[1]), ...toYear(found[2]) } : undefined;
}

/** The day comes first, as in Sweden: 1/7 is 1 July. */
function readSlashed(text: string): Written | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})(?:[ /](\d{4}))?$/.exec(text);
  return found ? { day: Number(found[1]), month: Number(found[2]), ...toYear(found[3]) } : undefined;
}

function readNamed(text: string): Written | undefined {
  const found =
    /^(?:(?<day>\d{1,2})(?::e|:a|st|nd|rd|th|\.)? ?)?(?<month>\p{L}{3,}\.?)?(?: (?<year>\d{4}))?$/u.exec(text) ??
    /^(?<month>\p{L}{3,}\.?) (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/u.exec(text);
  const { day, month: name, year } = found?.groups ?? {};
  const month = name === undefined ? undefined : findMonth(name.replace('.', ''));
  if (!found || (name !== undefined && month === undefined) || (day === undefined && month === undefined))
    return undefined;
  return { ...(day !== undefined && { day: Number(day) }), ...(month !== undefined && { month }), ...toYear(year) };
}

/** "juli", "july", "jul". */
function findMonth(word: string): number | undefined {
  const at = monthNames.map((names) => names.findIndex((name) => name.startsWith(word))).find((place) => place >= 0);
  return at === undefined ? undefined : at + 1;
}

function toYear(year: string | undefined): Pick<Written, 'year'> {
  return year === undefined ? {} : { year: Number(year) };
}

function toWritten(date: LocalDate): Written {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

function toDay({ day, month, year }: Written): Days | undefined {
  const pad = (number: number | undefined, length: number) => String(number).padStart(length, '0');
  const date = LocalDate.safeParse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
  return date.success ? { fromOn: date.data, toOn: date.data } : undefined;
}

function toMonth(month: number | undefined, year: number): Days | undefined {
  const first = toDay({ day: 1, month: month ?? 0, year })?.fromOn;
  return first && { fromOn: first, toOn: addDays(addMonths(first, 1), -1) };
}

/** ISO 8601: week 1 is the one with 4 January in it. */
function toWeek(week: number, year: number): Days | undefined {
  const fourth = LocalDate.safeParse(`${year}-01-04`);
  if (!fourth.success || week < 1) return undefined;
  const monday = addDays(fourth.data, 1 - weekday(fourth.data) + 7 * (week - 1));
  const isInYear = addDays(monday, 3).startsWith(`${year}-`);
  return isInYear ? { fromOn: monday, toOn: addDays(monday, 6) } : undefined;
}
