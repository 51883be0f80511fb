// One change to one thing: who made it, when, and from what to what, as people read it.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { CountyId, PersonId } from '../ids.ts';

/** A field by its label; without `from` it is new, without `to` it was taken away. */
export const ChangedField = z
  .object({ label: z.string(), from: z.string().exactOptional(), to: z.string().exactOptional() })
  .readonly();
export type ChangedField = z.infer<typeof ChangedField>;

/** Somebody of the county, or whoever runs the service and gave it a command, by the name of their user there. */
export type ChangedBy = { readonly byId: PersonId } | { readonly operator: string };

/** Never changed, never taken away. */
export type Change = ChangedBy & {
  readonly countyId: CountyId;
  /** What kind of thing, and which: "meeting", "kalmar/7f3a21c0b2d4". */
  readonly topic: string;
  readonly subjectId: string;
  /** What was done: "move". */
  readonly act: string;
  readonly at: Instant;
  readonly fields: readonly ChangedField[];
};
