// How are dates, times, numbers and lists written in words?
import { type LocalDate, type LocalTime, weekday } from '../calendar/local-date.ts';
import { type Instant, type LocalMoment, toLocal, type ZoneName } from '../calendar/zone.ts';
import type { Language } from './language.ts';

/** "onsdag 20 mars", and "onsdag 20 mars 2019" where `today` is in another year or not told. */
export function formatDate(date: LocalDate, language: Language, today?: LocalDate): string {
  return `${names[language].weekdays[weekday(date) - 1]} ${formatDay(date, language, today)}`;
}

/** The same without the weekday, "20 mars", for a date that was already said in full. */
export function formatDay(date: LocalDate, language: Language, today?: LocalDate): string {
  const [year, , day] = date.split('-');
  const words = `${Number(day)} ${formatMonth(date, language)}`;
  return today?.slice(0, 4) === year ? words : `${words} ${year}`;
}

/** The month of a date: "mars". */
export function formatMonth(date: LocalDate, language: Language): string {
  return names[language].months[Number(date.slice(5, 7)) - 1] ?? date;
}

/** "kl. 9.00"; in English "9:00". */
export function formatTime(time: LocalTime, language: Language): string {
  return names[language].clock(toClock(time, language));
}

/** "kl. 13.00–15.00"; in English "13:00–15:00". */
export function formatTimeSpan(from: LocalTime, to: LocalTime, language: Language): string {
  return names[language].clock(`${toClock(from, language)}–${toClock(to, language)}`);
}

/** "onsdag 20 mars kl. 9.00"; in English "Wednesday 20 March at 9:00". */
export function formatDateTime({ date, time }: LocalMoment, language: Language, today?: LocalDate): string {
  return names[language].moment(formatDate(date, language, today), formatTime(time, language));
}

/** An instant as the clock of a place shows it: "onsdag 20 mars kl. 9.00". */
export function formatInstant(instant: Instant, zone: ZoneName, language: Language, today?: LocalDate): string {
  return formatDateTime(toLocal(instant, zone), language, today);
}

/** The last moment of something. "fredag 28 mars" where that is the end of the day, else with the hour: "fredag 28 mars kl. 16.00". */
export function formatDeadline(instant: Instant, zone: ZoneName, language: Language, today?: LocalDate): string {
  const { date, time } = toLocal(instant, zone);
  return time === '23:59' ? formatDate(date, language, today) : formatDateTime({ date, time }, language, today);
}

/** "A, B och C". */
export function formatList(items: readonly string[], language: Language): string {
  return joinLast(items, names[language].and);
}

/** "A, B eller C". */
export function formatAlternatives(items: readonly string[], language: Language): string {
  return joinLast(items, names[language].or);
}

/** "1 dag", "14 dagar". */
export function formatCount(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`;
}

/** "12,5", in English "12.5"; from five digits on in groups of three: "12 500". */
export function formatNumber(number: number, language: Language): string {
  const [whole = '', decimals] = String(number).split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);
  return decimals === undefined ? grouped : `${grouped}${names[language].decimalMark}${decimals}`;
}

/** An order for `sort`: in Swedish å ä ö come last, and "Område 2" comes before "Område 10". */
export function compareText(a: string, b: string, language: Language): number {
  return collators[language].compare(a, b);
}

function joinLast(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

const NO_BREAK_SPACE = '\u00a0';

const collators = {
  sv: new Intl.Collator('sv', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
} satisfies Record<Language, Intl.Collator>;

/**
 * Our own names and not those of Intl: a card is compared with the one that was sent, and what Intl says changes with the
 * version of Node (Node 20 moved English times to a narrow no-break space).
 */
const names = {
  sv: {
    weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    months: [
      'januari',
      'februari',
      'mars',
      'april',
      'maj',
      'juni',
      'juli',
      'augusti',
      'september',
      'oktober',
      'november',
      'december',
    ],
    and: 'och',
    or: 'eller',
    decimalMark: ',',
    clockMark: '.',
    clock: (time: string) => `kl. ${time}`,
    moment: (date: string, time: string) => `${date} ${time}`,
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    and: 'and',
    or: 'or',
    decimalMark: '.',
    clockMark: ':',
    clock: (time: string) => time,
    moment: (date: string, time: string) => `${date} at ${time}`,
  },
} satisfies Record<Language, unknown>;

function toClock(time: LocalTime, language: Language): string {
  const [hours, minutes] = time.split(':');
  return `${Number(hours)}${names[language].clockMark}${minutes}`;
}
