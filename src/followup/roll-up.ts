// How do many lights become one? By the worst of them, never by an average.
import type { Light } from '../message/form.ts';
import type { LightCounts } from './report.ts';

const WORST_FIRST = ['red', 'yellow', 'green'] as const satisfies readonly Light[];

/** The worst of those that are rated; unrated where none is. What is not rated makes nothing better and nothing worse. */
export function findWorst(lights: readonly Light[]): Light {
  return WORST_FIRST.find((light) => lights.includes(light)) ?? 'unrated';
}

export function countLights(lights: readonly Light[]): LightCounts {
  const count = (wanted: Light) => lights.filter((light) => light === wanted).length;
  return { green: count('green'), yellow: count('yellow'), red: count('red'), unrated: count('unrated') };
}
