// When may the next message go out without breaking a platform's limits?
import type { Limit } from '../platform.ts';

/**
 * The earliest moment, not before `from`, at which one more send keeps every limit, given the sends so far.
 * Milliseconds since the epoch, ascending; sends still to come that have been promised their moment count too.
 */
export function findFreeSlot(slots: readonly number[], limits: readonly Limit[], from: number): number {
  const earliest = limits.map(({ count, perMs }) => {
    const blocking = slots.at(-count);
    return blocking === undefined ? from : blocking + perMs;
  });
  return Math.max(from, slots.at(-1) ?? from, ...earliest);
}

/** The sends that still count against some limit at `from`. */
export function forgetOldSlots(slots: readonly number[], limits: readonly Limit[], from: number): readonly number[] {
  const window = Math.max(0, ...limits.map(({ perMs }) => perMs));
  return slots.filter((slot) => slot > from - window);
}
