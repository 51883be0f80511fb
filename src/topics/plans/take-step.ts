// Takes a plan one step further for somebody, or says why not.
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../calendar/local-date.ts';
import type { Instant } from '../../calendar/zone.ts';
import type { Db, Tx } from '../../database/open.ts';
import { readActor } from '../../directory/actor-store.ts';
import { findReach, mayIn } from '../../directory/may.ts';
import type { Person } from '../../directory/person.ts';
import type { PersonId } from '../../ids.ts';
import { hasPersonalNumber } from '../../message/personal-number.ts';
import type { Addendum } from './addendum.ts';
import { listHeldOn } from './held-store.ts';
import type { Plan } from './plan.ts';
import { MOST_DNR } from './plan-step.ts';
import { addPlanStep, hasPlanStep, keepAddendum } from './plan-step-store.ts';
import { findPlanOf, setPlanState } from './plan-store.ts';
import { findTarget, type PlanAct, type PlanRole, refuseStep, type StepRefusal } from './plan-way.ts';

/** What somebody is to the plan on a day. */
export async function findPlanRole(db: Db, plan: Plan, person: Person, today: LocalDate): Promise<PlanRole> {
  const actor = await readActor(db, person, today);
  if (findReach(actor, 'step-plan') === 'all') return 'coordinator';
  return mayIn(actor, 'step-plan', plan.preparedById) ? 'preparer' : 'other';
}

export interface Stepping {
  /** Of whoever asks: a step that is taken under it already counts as taken. */
  readonly id?: string | undefined;
  readonly plan: Plan;
  readonly act: PlanAct;
  readonly role: PlanRole;
  /** Not there where it is the operator. */
  readonly byId?: PersonId;
  /** The operator's user. */
  readonly operator?: string;
  readonly now: Instant;
  readonly today: LocalDate;
  /** To approve: the day of the council's meeting, and the number of the decision. */
  readonly decidedOn?: LocalDate;
  readonly dnr?: string;
}

export type NotTaken =
  | StepRefusal
  | { readonly kind: 'no-day' }
  | { readonly kind: 'day-ahead'; readonly day: LocalDate }
  /** `held` are the last days on which the group that approves has met. */
  | { readonly kind: 'no-meeting'; readonly day: LocalDate; readonly held: readonly LocalDate[] }
  /** In the number of the decision. */
  | { readonly kind: 'personal-number' }
  | { readonly kind: 'long-dnr'; readonly length: number; readonly most: number }
  | { readonly kind: 'overtaken' };

/** What an approval records beside the day; undefined for the other steps. */
export type Checked = { readonly meetingId?: string } | { readonly refusal: NotTaken };

/** Could it take the step? Changes nothing. */
export async function checkStep(db: Db, stepping: Stepping): Promise<Checked> {
  const { plan, act, role, today, decidedOn, dnr = '' } = stepping;
  const refusal = refuseStep(plan, act, role);
  if (refusal) return { refusal };
  if (act !== 'approve') return {};
  if (hasPersonalNumber(dnr)) return { refusal: { kind: 'personal-number' } };
  if (dnr.length > MOST_DNR) return { refusal: { kind: 'long-dnr', length: dnr.length, most: MOST_DNR } };
  if (decidedOn === undefined) return { refusal: { kind: 'no-day' } };
  if (decidedOn > today) return { refusal: { kind: 'day-ahead', day: decidedOn } };
  const { countyId, approvedById } = plan;
  const held = await listHeldOn(db, { countyId, ...(approvedById && { groupId: approvedById }), to: today });
  const meeting = held.find(({ heldOn }) => heldOn === decidedOn);
  if (meeting) return { meetingId: meeting.id };
  const days = [...new Set(held.map(({ heldOn }) => heldOn))];
  return { refusal: { kind: 'no-meeting', day: decidedOn, held: days.slice(0, MOST_NAMED) } };
}

/** A year of a council that meets often enough. */
const MOST_NAMED = 5;

export type Taken = { readonly plan: Plan } | { readonly refusal: NotTaken };

/** In the transaction given: the plan stands where the step leads, and the step is kept. */
export async function takeStep(tx: Tx, stepping: Stepping): Promise<Taken> {
  const taken = await tryStep(tx, stepping);
  const { id, plan } = stepping;
  // Sent twice at once, the second may have to wait for the first to know.
  const isRepeat = 'refusal' in taken && id !== undefined && (await hasPlanStep(tx, plan, id));
  return isRepeat ? { plan } : taken;
}

async function tryStep(tx: Tx, stepping: Stepping): Promise<Taken> {
  const checked = await checkStep(tx, stepping);
  if ('refusal' in checked) return checked;
  const { id, plan: before, act, byId, operator, now, decidedOn, dnr } = stepping;
  const approval = act === 'approve' && decidedOn ? { decidedOn, ...(dnr && { dnr }), ...checked } : {};
  const to = findTarget(act);
  const after: Plan = {
    ...before,
    state: to,
    ...(decidedOn && act === 'approve' && { approvedOn: decidedOn, ...(dnr && { dnr }) }),
  };
  if (!(await setPlanState(tx, before, after))) return { refusal: { kind: 'overtaken' } };
  const { countyId, id: planId, state: from } = before;
  const by = { ...(byId && { byId }), ...(operator && { operator }) };
  await addPlanStep(tx, { id, countyId, planId, from, to, at: now, ...by, ...approval });
  return { plan: after };
}

export type Added = { readonly addendum: Addendum } | { readonly refusal: 'no-plan' | 'not-allowed' | 'not-locked' };

export interface Adding extends Pick<Addendum, 'countyId' | 'text' | 'activityId' | 'byId' | 'at'> {
  /** Of whoever asks: what is added under it already is not added again. */
  readonly id?: string;
  readonly year: number;
  readonly role: (plan: Plan) => Promise<PlanRole>;
}

/** Only to a plan that is locked, and only by the coordinator: until then the plan itself is changed. */
export async function addAddendum(tx: Tx, { id = randomUUID(), year, role, ...addendum }: Adding): Promise<Added> {
  const plan = await findPlanOf(tx, addendum.countyId, year);
  if (!plan) return { refusal: 'no-plan' };
  if ((await role(plan)) !== 'coordinator') return { refusal: 'not-allowed' };
  if (plan.state !== 'locked') return { refusal: 'not-locked' };
  return { addendum: await keepAddendum(tx, { ...addendum, id, planId: plan.id }) };
}
