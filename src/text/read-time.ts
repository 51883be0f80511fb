// Which time of day is meant by "13", "13.00", "kl. 9:30"?
import { LocalTime } from '../calendar/local-date.ts';

/** Undefined where it is not understood as a whole. */
export function readTime(text: string): LocalTime | undefined {
  const found = /^(?:kl\.? ?|at )?(\d{1,2})(?:[.:](\d{2}))?$/i.exec(text.trim());
  if (!found) return undefined;
  const [, hour = '', minute = '00'] = found;
  return LocalTime.safeParse(`${hour.padStart(2, '0')}:${minute}`).data;
}
