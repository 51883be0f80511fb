// A county's plan for a year, and the way it goes: drafted, prepared, approved, followed up, locked.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { Provenance } from '../../directory/provenance.ts';
import { InvalidInput } from '../../errors.ts';
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
    isExample: z.boolean(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Plan = z.infer<typeof Plan>;

/** One step on the way. To approve takes the day of the council's decision. */
export type PlanStep =
  | { readonly to: 'prepared' | 'followed-up' | 'locked' }
  | { readonly to: 'approved'; readonly approvedOn: LocalDate; readonly dnr?: string };

const nextState = {
  draft: 'prepared',
  prepared: 'approved',
  approved: 'followed-up',
  'followed-up': 'locked',
  locked: undefined,
} as const satisfies Record<PlanState, PlanState | undefined>;

/** The plan one step further. No step is left out and none is taken back. */
export function advance(plan: Plan, step: PlanStep): Plan {
  const next = nextState[plan.state];
  if (step.to !== next) {
    const way = next === undefined ? 'It is not changed any more.' : `The next step is ${next}.`;
    const message = `The plan for ${plan.year} is ${plan.state} and cannot become ${step.to}. ${way}`;
    throw new InvalidInput(message, [{ path: 'state', message }]);
  }
  if (step.to !== 'approved') return { ...plan, state: step.to };
  const { approvedOn, dnr } = step;
  return { ...plan, state: 'approved', approvedOn, ...(dnr !== undefined && { dnr }) };
}

/** Does it ask how its activities go? An example does before it is approved too, so that it can be tried. */
export function isChecked({ state, isExample }: Plan): boolean {
  return state === 'approved' || (isExample && state !== 'locked');
}

/** Has the one come further than the other? */
export function isFurther(a: PlanState, b: PlanState): boolean {
  return PlanState.options.indexOf(a) > PlanState.options.indexOf(b);
}
