// A county's plan for a year: drafted, prepared, approved, followed up, locked.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { Provenance } from '../../directory/provenance.ts';
import { CountyId, GroupId } from '../../ids.ts';

export const PlanState = z.enum(['draft', 'prepared', 'approved', 'followed-up', 'locked']);
export type PlanState = z.infer<typeof PlanState>;

export const Plan = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    year: z.int(),
    state: PlanState,
    /** When the council approved it, and under what number. */
    approvedOn: LocalDate.exactOptional(),
    dnr: z.string().exactOptional(),
    /** The groups that draft and approve it. */
    preparedById: GroupId.exactOptional(),
    approvedById: GroupId.exactOptional(),
    /** The plan of an earlier year that it was copied from. */
    copiedFromId: z.string().exactOptional(),
    isExample: z.boolean(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Plan = z.infer<typeof Plan>;

/** Does it ask how its activities go? An example does before it is approved too, so that it can be tried. */
export function isChecked({ state, isExample }: Plan): boolean {
  return state === 'approved' || (isExample && state !== 'locked');
}

/** Has the one come further than the other? */
export function isFurther(a: PlanState, b: PlanState): boolean {
  return PlanState.options.indexOf(a) > PlanState.options.indexOf(b);
}

/** Nothing in it changes any more; what is new is an addendum. */
export function isLocked({ state }: Pick<Plan, 'state'>): boolean {
  return state === 'locked';
}
