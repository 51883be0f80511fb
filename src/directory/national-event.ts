// What recurs each year for every county: the surveys in October, the report in February.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { readReference } from './reference.ts';

const MonthAndDay = z.string().regex(/^\d{2}-\d{2}$/);

/** The days of one year, and what it is called in each language. */
const NationalEvent = z
  .object({ id: z.string().min(1), from: MonthAndDay, to: MonthAndDay, sv: z.string().min(1), en: z.string().min(1) })
  .readonly();

export interface NationalEvent {
  readonly id: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly title: { readonly sv: string; readonly en: string };
}

let events: readonly z.infer<typeof NationalEvent>[] | undefined;

/** In order. The file is read once; a new survey is a new line there, and no change in code. */
export function listNationalEvents(year: number): readonly NationalEvent[] {
  events ??= readReference('national-events.csv', z.array(NationalEvent));
  return events
    .map(({ id, from, to, sv, en }) => ({
      id,
      fromOn: LocalDate.parse(`${year}-${from}`),
      toOn: LocalDate.parse(`${year}-${to}`),
      title: { sv, en },
    }))
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
}
