// When may the next message go out without breaking a platform's limits?
import type { Limit } from '../platform.ts';

/** A number of sends in any while, wherever it is counted. */
export type Window = Pick<Limit, 'count' | 'perMs'>;

/**
 * Platforms count by arrival, and what was promised its moment arrives a little after it, some sooner and some later.
 * So much further apart, it arrives far enough apart, from whichever replica it comes.
 */
const SPARE_MS = 50;
/** In a long while it costs little to be surer: what the turnstile of a process that died still knew, nobody does. */
const LONG_MS = 10_000;
const LONG_SPARE_MS = 500;

/** What all conversations of a tenant share comes no closer together than this: none waits in a crowd for its request to be made. */
const CROWD_MS = 20;

/**
 * The windows by which moments are promised. A limit of so many a second is spread evenly; of so many a minute the first
 * ones come at once, and nobody waits for what is still free.
 */
export function toPromised({ scope, count, perMs }: Limit): readonly Window[] {
  const wide = perMs + (perMs < LONG_MS ? SPARE_MS : LONG_SPARE_MS);
  const apart = Math.ceil(wide / count);
  if (scope === 'conversation') return [{ count, perMs: wide }];
  if (apart <= CROWD_MS * 2) return [{ count: 1, perMs: apart }];
  return [
    { count, perMs: wide },
    { count: 1, perMs: CROWD_MS },
  ];
}

/**
 * The earliest moment, not before `from`, at which one more send keeps every limit, given those before and after it that have
 * been promised theirs. Milliseconds since the epoch, ascending.
 */
export function findFreeSlot(slots: readonly number[], windows: readonly Window[], from: number): number {
  let slot = from;
  let isFree = false;
  while (!isFree) {
    const moved = windows.reduce((at, window) => Math.max(at, findAfter(slots, window, at)), slot);
    isFree = moved === slot;
    slot = moved;
  }
  return slot;
}

/** Where a window that it would fall into is full: when the first of that window has left it. Else the moment itself. */
function findAfter(slots: readonly number[], { count, perMs }: Window, slot: number): number {
  const place = findPlace(slots, slot);
  for (let first = Math.max(0, place - count); first <= place; first += 1) {
    const begins = slots[first];
    const last = slots[first + count - 1];
    if (begins === undefined || last === undefined) break;
    if (Math.max(last, slot) - Math.min(begins, slot) < perMs) return begins + perMs;
  }
  return slot;
}

/** Adds a slot where it belongs. */
export function addSlot(slots: readonly number[], slot: number): readonly number[] {
  return slots.toSpliced(findPlace(slots, slot), 0, slot);
}

/** Gives back one that was promised and not used; where it is forgotten already, nothing changes. */
export function removeSlot(slots: readonly number[], slot: number): readonly number[] {
  const place = findPlace(slots, slot) - 1;
  return slots[place] === slot ? slots.toSpliced(place, 1) : slots;
}

/** How many there are up to it. */
function findPlace(slots: readonly number[], slot: number): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] ?? slot) <= slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sends that still count against some limit at `from`. */
export function forgetOldSlots(slots: readonly number[], windows: readonly Window[], from: number): readonly number[] {
  const longest = Math.max(0, ...windows.map(({ perMs }) => perMs));
  return slots.filter((slot) => slot > from - longest);
}
