// On which days are coordinators told that an agenda or minutes are missing, or that a year has too few meetings?
import { climbLadder } from '../../calendar/ladder.ts';
import { addDays, type LocalDate } from '../../calendar/local-date.ts';
import { toInstant } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { findStart, hasMinutes, type Meeting } from './meeting.ts';
import { findLastSlot, listLooks } from './watch.ts';

const AGENDA = 'agenda:';
const MINUTES = 'minutes:';
const QUOTA = 'quota:';

/** So long after its day it is still of use to be told. */
const USEFUL_DAYS = 14;

/** What is there is not asked for, and of a cancelled meeting nothing. */
export function planMeetingWatch(meeting: Meeting, county: County): readonly PlannedDate[] {
  if (meeting.cancelledOn !== undefined) return [];
  const { timeZone: zone } = county;
  const { agenda, minutes } = county.ladders.watch;
  const anchor = meeting.heldOn;
  const before = climbLadder(agenda, { anchor, zone, moveDefault: 'before' }).map((planned) => ({
    ...{ ...planned, ...telling, step: `${AGENDA}${planned.step}` },
    usefulTo: findStart(meeting, zone),
  }));
  const after = climbLadder(minutes, { anchor, zone, moveDefault: 'after' }).map((planned) => ({
    ...{ ...planned, ...telling, step: `${MINUTES}${planned.step}` },
    usefulTo: toInstant({ date: addDays(planned.date, USEFUL_DAYS), time: planned.time }, zone),
  }));
  return [...(meeting.agenda.length === 0 ? before : []), ...(hasMinutes(meeting) ? [] : after)].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

/** Only while one more meeting can still be called in time. */
export function planQuotaWatch(year: number, county: County): readonly PlannedDate[] {
  const { timeZone: zone } = county;
  const time = county.ladders.watch.at;
  const { bookBy } = findLastSlot(county, year);
  return listLooks(county, year)
    .filter(({ date }) => date <= bookBy)
    .map(({ step, date }) => ({
      ...{ ...telling, step: `${QUOTA}${step}`, date, time },
      at: toInstant({ date, time }, zone),
      usefulTo: toInstant({ date: earlier(addDays(date, USEFUL_DAYS), addDays(bookBy, 1)), time }, zone),
    }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const telling = { kind: 'reminder', whenLate: 'send' } as const;

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}

export function isAboutMinutes(step: string): boolean {
  return step.startsWith(MINUTES);
}
