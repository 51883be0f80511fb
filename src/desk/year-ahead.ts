// What comes back by a rule is planned and previewed for a year: from where to where.
import { addDays, type Days, type LocalDate } from '../calendar/local-date.ts';

const YEAR = 366;
/** What opened so long ago may still be answered. */
const BACK = 120;

export function toYearAhead(today: LocalDate): Days {
  return { fromOn: addDays(today, -BACK), toOn: addDays(today, YEAR) };
}
