// What did, or would, an import change? Told kind by kind, with names.

import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';

/** The kinds of row that a county file makes, in the order in which they are written and told. */
export const RowKind = z.enum([
  'county',
  'organisation',
  'person',
  'group',
  'membership',
  'contact',
  'instrument',
  'call',
  'meeting',
  'strategy',
  'area',
  'goal',
  'plan',
  'round',
  'activity',
  'figure',
]);
export type RowKind = z.infer<typeof RowKind>;

const Names = z.array(z.string()).readonly();

export const KindChanges = z
  .object({
    kind: RowKind,
    added: Names,
    changed: Names,
    unchanged: z.int(),
    /** No longer in the file: removed where nothing was told of it, else ended. */
    ended: Names,
    /** No longer in the file and not over, but people have been told of it: it stays and goes on reminding. */
    kept: Names,
  })
  .readonly();
export type KindChanges = z.infer<typeof KindChanges>;

/** A call that got another last day, or a meeting that got another day. `isTold` where there is still time for the notice. */
export const Moved = z
  .object({
    kind: z.enum(['call', 'meeting']),
    name: z.string(),
    from: LocalDate,
    to: LocalDate,
    isTold: z.boolean(),
  })
  .readonly();
export type Moved = z.infer<typeof Moved>;

export const CountyChanges = z
  .object({
    county: z.string(),
    name: z.string(),
    /** Of an example, whose dates were moved this much when it was loaded. */
    yearsMoved: z.int(),
    kinds: z.array(KindChanges).readonly(),
    moved: z.array(Moved).readonly(),
  })
  .readonly();
export type CountyChanges = z.infer<typeof CountyChanges>;

export function countChanges({ kinds }: CountyChanges): number {
  return kinds.reduce((sum, { added, changed, ended }) => sum + added.length + changed.length + ended.length, 0);
}
