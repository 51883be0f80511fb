// Which step may a plan take next, and who may take it?
import { z } from 'zod';
import type { Plan, PlanState } from './plan.ts';

export const PlanAct = z.enum(['prepare', 'approve', 'follow-up', 'lock']);
export type PlanAct = z.infer<typeof PlanAct>;

/**
 * What somebody is to a plan: one of the county's coordinators, one who calls together the group that prepares it, or
 * neither.
 */
export const PlanRole = z.enum(['coordinator', 'preparer', 'other']);
export type PlanRole = z.infer<typeof PlanRole>;

interface Step {
  readonly from: PlanState;
  readonly to: PlanState;
  readonly by: readonly PlanRole[];
}

/** No step is left out and none is taken back. What the council has decided only the coordinator records. */
const way = {
  prepare: { from: 'draft', to: 'prepared', by: ['coordinator', 'preparer'] },
  approve: { from: 'prepared', to: 'approved', by: ['coordinator'] },
  'follow-up': { from: 'approved', to: 'followed-up', by: ['coordinator', 'preparer'] },
  lock: { from: 'followed-up', to: 'locked', by: ['coordinator'] },
} as const satisfies Record<PlanAct, Step>;

export type StepRefusal =
  | { readonly kind: 'not-allowed'; readonly act: PlanAct; readonly by: readonly PlanRole[] }
  /** `next` is what can be done; nothing where it is locked. */
  | { readonly kind: 'not-next'; readonly act: PlanAct; readonly state: PlanState; readonly next?: PlanAct };

/** Why a plan cannot take this step, where it cannot. */
export function refuseStep({ state }: Pick<Plan, 'state'>, act: PlanAct, role: PlanRole): StepRefusal | undefined {
  const { from, by }: Step = way[act];
  if (!by.includes(role)) return { kind: 'not-allowed', act, by };
  if (state === from) return undefined;
  const next = findNext(state);
  return { kind: 'not-next', act, state, ...(next && { next }) };
}

/** What a plan can become next. */
export function findNext(state: PlanState): PlanAct | undefined {
  return PlanAct.options.find((act) => way[act].from === state);
}

/** The state that a step leads to. */
export function findTarget(act: PlanAct): PlanState {
  return way[act].to;
}

/** What somebody may do with a plan as it stands. */
export function listActs(plan: Pick<Plan, 'state'>, role: PlanRole): readonly PlanAct[] {
  return PlanAct.options.filter((act) => refuseStep(plan, act, role) === undefined);
}
