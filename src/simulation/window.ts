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
 * years that bring most of it into the window, by as few as will do.
 */
export function fitCounty(file: CountyFile, window: Window): Fitted {
  const here = { file, yearsMoved: 0, isInside: countInside(file, window) > 0 };
  if (here.isInside || !file.county.example) return here;
  const moved = listMoves(file, window).map((yearsMoved) => {
    const there = moveYears(file, yearsMoved);
    return { file: there, yearsMoved, inside: countInside(there, window) };
  });
  const [best] = moved.toSorted((a, b) => b.inside - a.inside || Math.abs(a.yearsMoved) - Math.abs(b.yearsMoved));
  return best && best.inside > 0 ? { file: best.file, yearsMoved: best.yearsMoved, isInside: true } : here;
}

/** By how many years can any of its dates come into the window? */
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
