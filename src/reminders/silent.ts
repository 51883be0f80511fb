// Who has not answered?
import type { Asked, Standing } from '../topic.ts';

/** Those asked whose unit has no answer. A colleague's answer for the organisation counts for all of it. */
export function findSilent({ asked, replies }: Standing): readonly Asked[] {
  const answered = new Set(replies.map(({ unit }) => unit));
  return asked.filter(({ unit }) => !answered.has(unit));
}

/** How many units are asked: people, or organisations that answer once. */
export function countUnits(asked: readonly Asked[]): number {
  return new Set(asked.map(({ unit }) => unit)).size;
}
