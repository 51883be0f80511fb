// From which day to which is played, and which counties have anything to do in those days?
import type { LocalDate } from '../calendar/local-date.ts';
import type { CountyFile } from '../import/county-file.ts';
import { moveYears } from '../import/move-years.ts';

/** Both days included. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Fitted {
  readonly file: CountyFile;
  /** How far its dates were moved, 0 for not at all. */
  readonly yearsMoved: number;
  /** Something of it lies in the window. */
  readonly isInside: boolean;
}

/**
 * A county with anything in the window stays as it is, and so does one that is real. An example is moved by the whole
 * years that bring most of it into the window, by as few as will do; where none bring any, into the window's first year.
 */
export function fitCounty(file: CountyFile, window: Window): Fitted {
  const here = { file, yearsMoved: 0, isInside: countInside(file, window) > 0 };
  if (here.isInside || !file.county.example) return here;
  const [best] = listMoves(file, window)
    .map((yearsMoved) => ({ yearsMoved, inside: countInside(moveYears(file, yearsMoved), window) }))
    .toSorted((a, b) => b.inside - a.inside || Math.abs(a.yearsMoved) - Math.abs(b.yearsMoved));
  if (!best) return here;
  return { file: moveYears(file, best.yearsMoved), yearsMoved: best.yearsMoved, isInside: best.inside > 0 };
}

/** From its last day in the window's first year to its first day in the window's last. */
function listMoves(file: CountyFile, { from, to }: Window): readonly number[] {
  const years = listDays(file).map(toYear);
  if (years.length === 0) return [];
  const least = toYear(from) - Math.max(...years);
  const most = toYear(to) - Math.min(...years);
  return Array.from({ length: most - least + 1 }, (_, n) => least + n);
}

function countInside(file: CountyFile, { from, to }: Window): number {
  return listDays(file).filter((day) => from <= day && day <= to).length;
}

/** The days that people are reminded of. */
function listDays({ calls, meetings, plans }: CountyFile): readonly LocalDate[] {
  return [
    ...calls.map(({ closesOn }) => closesOn),
    ...meetings.map(({ date }) => date),
    ...plans.flatMap(({ rounds }) => rounds.flatMap(({ opensOn, closesOn }) => [opensOn, closesOn])),
  ];
}

function toYear(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
