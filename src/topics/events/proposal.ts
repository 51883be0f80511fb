// Which event is meant by "10 april Språkcafé · Stadsbiblioteket · https://…"?
import { addYears, LocalDate } from '../../calendar/local-date.ts';
import { formatMonth } from '../../text/format.ts';
import { Language } from '../../text/language.ts';
import { EventDetails } from './event.ts';

/** So much is said of one event; it has to fit in a list. */
export const MOST_SIGNS = 150;

export type Proposal =
  | { readonly kind: 'understood'; readonly details: EventDetails }
  | { readonly kind: 'no-date' | 'no-title' | 'over' | 'upside-down' | 'too-long' };

/** A day without a year is the next such day. */
export function readProposal(text: string, today: LocalDate): Proposal {
  const span = readSpan(text, today);
  if (!span) return { kind: 'no-date' };
  const [title = '', ...more] = text
    .slice(span.length)
    .split(/ [·|] /)
    .map((part) => part.trim());
  if (title === '') return { kind: 'no-title' };
  if (span.toOn < span.fromOn) return { kind: 'upside-down' };
  if (span.toOn < today) return { kind: 'over' };
  const link = more.find(isLink);
  const place = more.filter((part) => part !== link && part !== '').join(', ');
  if (title.length > MOST_SIGNS || place.length > MOST_SIGNS) return { kind: 'too-long' };
  const { fromOn, toOn } = span;
  const rest = { ...(place !== '' && { place }), ...(link && { link }) };
  return { kind: 'understood', details: EventDetails.parse({ title, fromOn, toOn, ...rest }) };
}

function isLink(text: string): boolean {
  return EventDetails.unwrap().shape.link.safeParse(text).success;
}

interface Span {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  /** How much of the text it takes. */
  readonly length: number;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => LocalDate.parse(`2000-${pad(index + 1)}-01`)).map((first) =>
  Language.options.map((language) => formatMonth(first, language).toLowerCase()),
);

const TO = String.raw`\s*(?:--?|–|—|till|to)\s*`;
const ISO = String.raw`\d{4}-\d\d-\d\d`;
const month = `(?:${MONTHS.flat().join('|')})`;
/** "2026-04-10", "2026-04-10–2026-04-12" */
const isoSpan = new RegExp(`^(${ISO})(?:${TO}(${ISO}))?(?=\\s|$)`, 'i');
/** "10 april", "10–12 april", "30 april – 2 maj", each with a year or without */
const wordSpan = new RegExp(
  String.raw`^(\d{1,2})(?: (${month}))?(?:${TO}(\d{1,2}))? (${month})(?: (\d{4}))?(?=\s|$)`,
  'i',
);

function readSpan(text: string, today: LocalDate): Span | undefined {
  const iso = isoSpan.exec(text);
  if (iso) return toSpan(iso[0], LocalDate.safeParse(iso[1]).data, LocalDate.safeParse(iso[2] ?? iso[1]).data);
  const [all, first = '', firstMonth, last, lastMonth = '', year] = wordSpan.exec(text) ?? [];
  if (all === undefined || (firstMonth !== undefined && last === undefined)) return undefined;
  const to = readDay({ day: last ?? first, month: lastMonth, year }, today);
  const from = readDay({ day: first, month: firstMonth ?? lastMonth, year: to?.slice(0, 4) }, today);
  // From December into January.
  return toSpan(all, from && to && from > to && firstMonth !== undefined ? addYears(from, -1) : from, to);
}

function toSpan(all: string, fromOn: LocalDate | undefined, toOn: LocalDate | undefined): Span | undefined {
  return fromOn && toOn && { fromOn, toOn, length: all.length };
}

interface WrittenDay {
  readonly day: string;
  readonly month: string;
  readonly year: string | undefined;
}

function readDay({ day, month: name, year }: WrittenDay, today: LocalDate): LocalDate | undefined {
  const number = MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  const inYear = (one: number) => LocalDate.safeParse(`${one}-${pad(number)}-${pad(Number(day))}`).data;
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const date = inYear(thisYear);
  return date && date >= today ? date : inYear(thisYear + 1);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
