// By how many years is an example county moved, so that its year is this one and what one waits for lies ahead?

import { addYears, type LocalDate } from '../calendar/local-date.ts';
import { moveToWorkingDay } from '../calendar/working-day.ts';
import type { CountyFile } from './county-file.ts';
import { moveDays, moveYears } from './move-years.ts';

/** From the year that the file is about, that of its latest plan, to this one. */
export function countYears(file: CountyFile, today: LocalDate): number {
  return Math.max(0, toYear(today) - findMainYear(file));
}

/**
 * The example in its new year. Whoever had a seat when the year began has had it the year before as well: without that,
 * nobody could be told in January of what was due in December.
 */
export function moveExample(file: CountyFile, years: number): CountyFile {
  if (years === 0) return file;
  const isFromTheStart = (from: LocalDate) => from < `${findMainYear(file)}-02`;
  const seatedEarlier = file.groups.map((group) => ({
    ...group,
    members: group.members.map((seat) =>
      isFromTheStart(seat.from) ? { ...seat, from: addYears(seat.from, -1) } : seat,
    ),
  }));
  return holdOnWorkingDays(moveYears({ ...file, groups: seatedEarlier }, years));
}

/** Nobody meets or opens a check-in on a Sunday, though the same day of another year was a Thursday. */
function holdOnWorkingDays(file: CountyFile): CountyFile {
  return {
    ...file,
    meetings: file.meetings.map(holdOnWorkingDay),
    plans: file.plans.map((plan) => ({
      ...plan,
      rounds: plan.rounds.map((round) => ({
        ...round,
        opensOn: moveToWorkingDay(round.opensOn, 'after'),
        closesOn: moveToWorkingDay(round.closesOn, 'before'),
      })),
    })),
  };
}

function holdOnWorkingDay(meeting: CountyFile['meetings'][number]) {
  const { date, answerBy } = meeting;
  return {
    ...meeting,
    date: moveToWorkingDay(date, 'after'),
    ...(answerBy && { answerBy: moveToWorkingDay(answerBy, 'before') }),
  };
}

/** Calls and meetings that are over by now come a year later: their next time lies ahead. */
export function bringAhead(file: CountyFile, today: LocalDate): CountyFile {
  return {
    ...file,
    calls: file.calls.map((call) => (call.closesOn < today ? nextCall(call) : call)),
    meetings: file.meetings.map((meeting) => (meeting.date < today ? nextMeeting(meeting) : meeting)),
  };
}

/** When a call closes or a meeting is held by now; undefined for one that is not stored. */
export type FindDay = (kind: 'call' | 'meeting', id: string) => LocalDate | undefined;

/** As `bringAhead` did when the example was loaded: what came a year later then, still does. */
export function keepAhead(file: CountyFile, findStoredDay: FindDay): CountyFile {
  return {
    ...file,
    calls: file.calls.map((call) => {
      const next = nextCall(call);
      return findStoredDay('call', call.id) === next.closesOn ? next : call;
    }),
    meetings: file.meetings.map((meeting) => {
      const next = nextMeeting(meeting);
      return findStoredDay('meeting', meeting.id) === next.date ? next : meeting;
    }),
  };
}

function nextCall(call: CountyFile['calls'][number]) {
  return moveDays(call, ['opensOn', 'closesOn'], 1);
}

function nextMeeting(meeting: CountyFile['meetings'][number]) {
  return holdOnWorkingDay(moveDays(meeting, ['date', 'answerBy'], 1));
}

function findMainYear({ plans, strategy }: CountyFile): number {
  return plans.length > 0 ? Math.max(...plans.map(({ year }) => year)) : toYear(strategy.from);
}

function toYear(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
