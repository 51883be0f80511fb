// How far from its anchor can a ladder's first or last step fall, in whole days?
import type { Ladder } from '../calendar/ladder.ts';

export interface Reach {
  readonly before: number;
  readonly after: number;
}

/** No Swedish run of free days is near a fortnight, so no step is moved further. */
const FORTNIGHT = 14;

/** An upper bound, to find the subjects that may have a date in a window. */
export function findReach(...ladders: readonly Ladder[]): Reach {
  const days = ladders.flat().map(({ days, unit }) => (unit === 'working-days' ? 2 * days : days));
  return { before: Math.max(0, ...days.map((day) => -day)) + FORTNIGHT, after: Math.max(0, ...days) + FORTNIGHT };
}
