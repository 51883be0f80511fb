// Are a platform's limits kept, and is no time wasted in keeping them?
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findFreeSlot, forgetOldSlots } from '../../src/delivery/pace.ts';
import type { Limit } from '../../src/platform.ts';

const TEAMS: readonly Limit[] = [
  { scope: 'conversation', count: 7, perMs: 1_000 },
  { scope: 'conversation', count: 8, perMs: 2_000 },
  { scope: 'conversation', count: 60, perMs: 30_000 },
];

describe('findFreeSlot', () => {
  test('the first sends go at once, the next waits for the window', () => {
    const slots = promise(Array.from({ length: 9 }, () => 0));

    expect(slots).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
  });

  test('no window of any limit ever holds more sends than it may', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 120 }), (arrivals) => {
        const slots = promise(arrivals.toSorted((a, b) => a - b));

        for (const { count, perMs } of TEAMS) {
          for (const start of slots) {
            const inWindow = slots.filter((slot) => slot >= start && slot < start + perMs);
            expect(inWindow.length).toBeLessThanOrEqual(count);
          }
        }
      }),
    );
  });

  test('what has left every window is forgotten, and forgetting it changes no slot', () => {
    const slots = promise(Array.from({ length: 100 }, (_, n) => n * 400));

    const kept = forgetOldSlots(slots, TEAMS, 60_000);

    expect(kept.length).toBeLessThan(slots.length);
    expect(findFreeSlot(kept, TEAMS, 60_000)).toBe(findFreeSlot(slots, TEAMS, 60_000));
  });
});

/** Promises a slot for each arrival, in turn. */
function promise(arrivals: readonly number[]): readonly number[] {
  const slots: number[] = [];
  for (const from of arrivals) slots.push(findFreeSlot(slots, TEAMS, from));
  return slots;
}
