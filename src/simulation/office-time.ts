// When would somebody at work get round to it?
import { LocalTime } from '../calendar/local-date.ts';
import { addWorkingDays, isWorkingDay } from '../calendar/working-day.ts';
import { type Instant, toInstant, toLocal, type ZoneName } from '../calendar/zone.ts';

/** After `from` and before `to`. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Most do it soon or not at all. */
const PATIENCE = 5 * 24 * HOUR;
const OPENS = LocalTime.parse('08:00');
const OPEN_HOURS = 9;

/**
 * A whole minute of office hours in the span, rather sooner than later. Undefined where nobody is at work in it.
 * @param chance between 0 and 1
 */
export function pickOfficeTime({ from, to }: Span, zone: ZoneName, chance: number): Instant | undefined {
  const left = Math.min(to.getTime() - from.getTime(), PATIENCE);
  if (left <= 0) return undefined;
  const wished = findOpen(new Date(from.getTime() + chance ** 2 * left), zone, chance);
  const soonest = findOpen(from, zone, 0);
  const withinHour = findOpen(new Date(soonest.getTime() + chance * HOUR), zone, 0);
  const inTime = [wished, withinHour, soonest].find((at) => at < to);
  if (!inTime) return undefined;
  const minute = Math.floor(inTime.getTime() / MINUTE) * MINUTE;
  const picked = minute > from.getTime() ? minute : minute + MINUTE;
  return picked < to.getTime() ? new Date(picked) : undefined;
}

/** This moment where it is in office hours; else some time of the next day at work: the earlier, the smaller the chance. */
function findOpen(at: Instant, zone: ZoneName, chance: number): Instant {
  const { date } = toLocal(at, zone);
  const opens = toInstant({ date, time: OPENS }, zone);
  const isToday = isWorkingDay(date) && at.getTime() < opens.getTime() + OPEN_HOURS * HOUR;
  if (isToday && at >= opens) return at;
  const day = isToday ? date : addWorkingDays(date, 1);
  return new Date(toInstant({ date: day, time: OPENS }, zone).getTime() + chance * OPEN_HOURS * HOUR);
}
