// Are a platform's limits kept, and is no time wasted in keeping them?
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addSlot, findFreeSlot, forgetOldSlots, removeSlot, toPromised } from '../../src/delivery/pace.ts';
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
        // In whatever order they come: one that is sooner goes into the gaps between those that are later.
        const slots = promise(arrivals);

        expect(breaks(slots)).toBe(false);
      }),
    );
  });

  test('a free moment between others that were promised theirs is used', () => {
    const slots = [0, 0, 0, 0, 0, 0, 0, 10_000];

    expect(findFreeSlot(slots, TEAMS, 0)).toBe(1_000);
    expect(findFreeSlot([...slots.slice(0, 7), 2_500], TEAMS, 0)).toBe(1_000);
    expect(
      findFreeSlot(
        Array.from({ length: 8 }, (_, n) => 100 * n),
        TEAMS,
        50,
      ),
    ).toBe(2_000);
  });

  test('nothing could have been promised a moment sooner', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 40 }), (arrivals) => {
        const slots = promise(arrivals);

        const free = findFreeSlot(slots, TEAMS, 500);

        for (let sooner = 500; sooner < free; sooner += 250) expect(breaks(addSlot(slots, sooner))).toBe(true);
      }),
    );
  });

  test('one that is given back is free again, and no other', () => {
    expect(removeSlot([0, 5, 5, 9], 5)).toEqual([0, 5, 9]);
    expect(removeSlot([0, 5, 9], 7)).toEqual([0, 5, 9]);
    expect(removeSlot([], 7)).toEqual([]);
  });

  test('what has left every window is forgotten, and forgetting it changes no slot', () => {
    const slots = promise(Array.from({ length: 100 }, (_, n) => n * 400));

    const kept = forgetOldSlots(slots, TEAMS, 60_000);

    expect(kept.length).toBeLessThan(slots.length);
    expect(findFreeSlot(kept, TEAMS, 60_000)).toBe(findFreeSlot(slots, TEAMS, 60_000));
  });
});

function breaks(slots: readonly number[]): boolean {
  return TEAMS.some(({ count, perMs }) =>
    slots.some((start) => slots.filter((slot) => slot >= start && slot < start + perMs).length > count),
  );
}

/** Promises a slot for each arrival, in turn. */
function promise(arrivals: readonly number[]): readonly number[] {
  return arrivals.reduce<readonly number[]>((slots, from) => addSlot(slots, findFreeSlot(slots, TEAMS, from)), []);
}

describe('what is promised', () => {
  test('keeps a little off the limits, as arrivals tarry', () => {
    expect(toPromised({ scope: 'conversation', count: 7, perMs: 1_000 })).toEqual([{ count: 7, perMs: 1_050 }]);
  });

  test('spreads what a tenant shares in a second', () => {
    expect(toPromised({ scope: 'tenant', count: 30, perMs: 1_000 })).toEqual([{ count: 1, perMs: 35 }]);
  });

  test('lets come what a tenant shares in a minute as long as there is some, but not in a crowd', () => {
    expect(toPromised({ scope: 'tenant', count: 300, perMs: 60_000 })).toEqual([
      { count: 300, perMs: 60_500 },
      { count: 1, perMs: 20 },
    ]);
  });
});
