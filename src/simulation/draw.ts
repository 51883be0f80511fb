// Chance that comes out the same every time: the same seed and the same matter give the same number, whoever asks first.
import { createHash } from 'node:crypto';

/** A number from 0 up to, not including, 1. */
export type Draw = (matter: string) => number;

export function createDraw(seed: number): Draw {
  return (matter) => createHash('sha256').update(`${seed}/${matter}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** The first is the most common, and each one after it rarer: of green, yellow and red mostly green. */
export function pickEarly<T>(items: readonly T[], chance: number): T | undefined {
  const position = Math.floor(Math.log(1 - chance) / Math.log(REST));
  return items[Math.min(position, items.length - 1)];
}

/** The share that goes on past each. */
const REST = 0.4;
