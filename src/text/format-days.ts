// "1–15 juli", "28 juni–3 juli", "1 juli": how are several days written?
import type { Days, LocalDate } from '../calendar/local-date.ts';
import { formatDay } from './format.ts';
import type { Language } from './language.ts';

/** What the two ends share is said once; the year where it is not this one. */
export function formatDays({ fromOn, toOn }: Days, language: Language, today: LocalDate): string {
  if (fromOn === toOn) return formatDay(fromOn, language, today);
  const last = formatDay(toOn, language, today);
  if (fromOn.slice(0, 7) === toOn.slice(0, 7)) return `${Number(fromOn.slice(8))}–${last}`;
  const isSameYear = fromOn.slice(0, 4) === toOn.slice(0, 4);
  return `${formatDay(fromOn, language, isSameYear ? toOn : today)}–${last}`;
}
