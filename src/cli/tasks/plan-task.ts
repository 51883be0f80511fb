// Task: tell how a year's plan stands, take it one step further, copy it to another year, or add to one that is locked.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { toLocal } from '../../calendar/zone.ts';
import type { Tx } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { InvalidInput } from '../../errors.ts';
import { CountyId } from '../../ids.ts';
import { Light } from '../../message/form.ts';
import { hasPersonalNumber } from '../../message/personal-number.ts';
import { listActivities } from '../../topics/plans/activity-store.ts';
import { ActivityStatus } from '../../topics/plans/check-in.ts';
import { copyPlan } from '../../topics/plans/copy-plan.ts';
import { PlanState } from '../../topics/plans/plan.ts';
import { planAnew } from '../../topics/plans/plan-anew.ts';
import { listAddenda, listPlanSteps } from '../../topics/plans/plan-step-store.ts';
import { findPlanOf } from '../../topics/plans/plan-store.ts';
import { PlanAct } from '../../topics/plans/plan-way.ts';
import { addAddendum, type NotTaken, takeStep } from '../../topics/plans/take-step.ts';
import { assertCounty } from './find-person.ts';
import { type Desk, defineTask } from './task.ts';

const PlanRequest = z.object({
  county: CountyId,
  year: z.int(),
  step: PlanAct.optional(),
  /** The day of the council's decision. */
  on: LocalDate.optional(),
  dnr: z.string().optional(),
  copyTo: z.int().optional(),
  addendum: z.string().optional(),
  /** The user who asks. */
  by: z.string().min(1),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

const PlanReply = z
  .object({
    year: z.int(),
    state: PlanState,
    activities: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          light: Light.optional(),
          status: ActivityStatus.optional(),
          carriedFrom: z.string().optional(),
        }),
      )
      .readonly(),
    steps: z
      .array(
        z.object({
          on: LocalDate,
          from: PlanState,
          to: PlanState,
          meeting: z.string().optional(),
          dnr: z.string().optional(),
        }),
      )
      .readonly(),
    addenda: z.array(z.object({ on: LocalDate, text: z.string() })).readonly(),
    copied: z.object({ carried: z.int(), already: z.int(), finished: z.int() }).optional(),
  })
  .readonly();
export type PlanReply = z.infer<typeof PlanReply>;

export const planTask = defineTask({
  name: 'plan',
  needsDatabase: true,
  request: PlanRequest,
  reply: PlanReply,
  async run(desk, request) {
    const { database } = desk;
    await assertCounty(database.db, request.county);
    return database.transaction(async (tx) => {
      if (request.step) await step(desk, tx, request, request.step);
      if (request.addendum !== undefined) await add(desk, tx, request, request.addendum);
      const copied = request.copyTo === undefined ? undefined : await copy(desk, tx, request, request.copyTo);
      const shown = await describe(tx, { ...request, year: request.copyTo ?? request.year });
      return { ...shown, ...(copied && { copied }) };
    });
  },
});

async function readPlanOf(tx: Tx, { county, year }: PlanRequest) {
  const plan = await findPlanOf(tx, county, year);
  if (!plan)
    throw new InvalidInput(`${county} has no plan for ${year}. Import one, or copy another year's with --copy-to.`);
  return plan;
}

/** The operator acts for the county's coordinator. */
async function step({ clock, topics }: Desk, tx: Tx, request: PlanRequest, act: PlanAct): Promise<void> {
  const plan = await readPlanOf(tx, request);
  const { timeZone } = await readCounty(tx, request.county);
  const now = clock.now();
  const today = toLocal(now, timeZone).date;
  const { on, dnr, by: operator } = request;
  const approval = { ...(on && { decidedOn: on }), ...(dnr !== undefined && { dnr }) };
  const taken = await takeStep(tx, { plan, act, role: 'coordinator', operator, now, today, ...approval });
  if ('refusal' in taken) throw new InvalidInput(explain(taken.refusal, request.year));
  await planAnew(tx, topics, taken.plan, now);
}

function explain(refusal: NotTaken, year: number): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return `Nobody may ${refusal.act} the plan for ${year} here.`;
    case 'not-next':
      return `The plan for ${year} is ${refusal.state}: "${refusal.act}" is not its next step. ${
        refusal.next === undefined ? 'It is locked; use --addendum.' : `Its next step is "${refusal.next}".`
      }`;
    case 'no-day':
      return 'Say with --on YYYY-MM-DD on which day the council approved it, and with --dnr under what number.';
    case 'day-ahead':
      return `${refusal.day} is still to come. Say with --on on which day the council approved it.`;
    case 'no-meeting':
      return `The council had no meeting on ${refusal.day}. ${
        refusal.held.length === 0 ? 'Add the meeting first.' : `It last met on ${refusal.held.join(', ')}.`
      }`;
    case 'personal-number':
      return 'The dnr looks like a personal identity number. Correct it.';
    case 'long-dnr':
      return `The dnr is ${refusal.length} characters. Shorten it to at most ${refusal.most}.`;
    case 'overtaken':
      return 'Somebody else changed the plan meanwhile. Look at it again.';
  }
}

async function copy({ clock, topics }: Desk, tx: Tx, { county, year }: PlanRequest, toYear: number) {
  const copied = await copyPlan(tx, { countyId: county, fromYear: year, toYear });
  if ('refusal' in copied) {
    const why = {
      'no-plan': `${county} has no plan for ${year}.`,
      'not-later': `${toYear} is not later than ${year}.`,
      'not-draft': `The plan for ${toYear} is not a draft any more, and is not changed by a copy.`,
      'no-strategy': `No strategy of ${county} is in force in ${toYear}.`,
    };
    throw new InvalidInput(why[copied.refusal.kind]);
  }
  await planAnew(tx, topics, copied.plan, clock.now());
  const { carried, already, finished } = copied;
  return { carried: carried.length, already, finished };
}

async function add({ clock }: Desk, tx: Tx, { county, year }: PlanRequest, text: string): Promise<void> {
  if (hasPersonalNumber(text))
    throw new InvalidInput('Nothing was added: the text looks as if it has a personal number.');
  const adding = { countyId: county, year, text, at: clock.now(), role: async () => 'coordinator' as const };
  const added = await addAddendum(tx, adding);
  if (!('refusal' in added)) return;
  const isOpen = added.refusal === 'not-locked';
  throw new InvalidInput(
    isOpen ? `The plan for ${year} is not locked: change it instead.` : `${county} has no plan for ${year}.`,
  );
}

async function describe(tx: Tx, request: PlanRequest): Promise<PlanReply> {
  const plan = await readPlanOf(tx, request);
  const of = { countyId: plan.countyId, planId: plan.id };
  const { timeZone } = await readCounty(tx, plan.countyId);
  const toDay = (at: Date) => toLocal(at, timeZone).date;
  return {
    year: plan.year,
    state: plan.state,
    activities: (await listActivities(tx, of)).map(({ id, title, latest, carriedFromId: carriedFrom }) => ({
      ...{ id, title, light: latest?.light, status: latest?.status, carriedFrom },
    })),
    steps: (await listPlanSteps(tx, of)).map(({ at, from, to, meetingId: meeting, dnr }) => ({
      ...{ on: toDay(at), from, to, meeting, dnr },
    })),
    addenda: (await listAddenda(tx, of)).map(({ at, text }) => ({ on: toDay(at), text })),
  };
}
