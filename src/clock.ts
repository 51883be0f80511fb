// The only file that reads the clock. Everyone else is told what time it is.
import type { Instant } from './calendar/zone.ts';

export interface Clock {
  now(): Instant;
}

export const wallClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for simulations and tests. */
export interface MovableClock extends Clock {
  moveTo(instant: Instant): void;
}

export function createMovableClock(start: Instant): MovableClock {
  let current = start;
  return {
    now: () => current,
    moveTo: (instant) => {
      current = instant;
    },
  };
}
