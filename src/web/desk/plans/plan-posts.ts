// A plan takes a step, is copied to the next year, or gets an addendum: first what will happen, then it is done.
import { z } from 'zod';
import { LocalDate } from '../../../calendar/local-date.ts';
import { hasPersonalNumber } from '../../../message/personal-number.ts';
import { addChange } from '../../../records/change-store.ts';
import { textsIn } from '../../../text/texts.ts';
import { isUnfinished } from '../../../topics/plans/activity.ts';
import { listActivities } from '../../../topics/plans/activity-store.ts';
import { copyPlan } from '../../../topics/plans/copy-plan.ts';
import { explainNotCopied, explainNotTaken } from '../../../topics/plans/explain-refusal.ts';
import { planAnew } from '../../../topics/plans/plan-anew.ts';
import { MOST_DNR } from '../../../topics/plans/plan-step.ts';
import { listPlans } from '../../../topics/plans/plan-store.ts';
import { PlanAct } from '../../../topics/plans/plan-way.ts';
import { addAddendum, checkStep, findPlanRole, type Stepping, takeStep } from '../../../topics/plans/take-step.ts';
import { checkForm } from '../check-form.ts';
import { readEntries, readNonce } from '../read-entries.ts';
import type { Outcome, Posted, Visit } from '../visit.ts';
import { ADDENDUM, createAddendumForm } from './addenda.tsx';
import { renderCopying, renderStepping } from './confirm-page.tsx';
import { chooseYear, toPlanUrl } from './read-plan.ts';

/** What carries no underscore is filled in; the rest the form carries unseen. */
const StepBody = z.object({
  _act: PlanAct,
  _confirmed: z.literal('yes').optional(),
  decidedOn: LocalDate.optional().catch(undefined),
  dnr: z.string().trim().default(''),
});

export async function stepPlan(visit: Visit, body: unknown): Promise<Posted | undefined> {
  const { setting, visitor } = visit;
  const { database, clock, topics } = setting.road;
  const { person, language, today, county } = visitor;
  const plan = chooseYear(await listPlans(database.db, county.id), visit);
  const { data } = StepBody.safeParse(body);
  if (!plan || !data) return undefined;
  const { _act: act, _confirmed: confirmed, decidedOn, dnr } = data;
  const wrong = findDnrFault(visit, act, { dnr, decidedOn });
  if (wrong) return wrong;
  const role = await findPlanRole(database.db, plan, person, today);
  const stepping: Stepping = {
    ...{ id: readNonce(body), plan, act, role, byId: person.id, now: clock.now(), today },
    ...(decidedOn && { decidedOn }),
    ...(dnr !== '' && { dnr }),
  };
  const { step } = textsIn(language).planYear;
  if (!confirmed) {
    const checked = await checkStep(database.db, stepping);
    if ('refusal' in checked) return refuse(step.refused(explainNotTaken(checked.refusal, language)));
    return { kind: 'shown', html: renderStepping(visit, stepping), status: 200 };
  }
  const taken = await database.transaction(async (tx) => {
    const result = await takeStep(tx, stepping);
    if (!('refusal' in result)) await planAnew(tx, topics, result.plan, stepping.now);
    return result;
  });
  if ('refusal' in taken) return refuse(step.refused(explainNotTaken(taken.refusal, language)));
  return { kind: 'done', word: 'stepped' };
}

interface Approval {
  readonly dnr: string;
  readonly decidedOn: LocalDate | undefined;
}

function findDnrFault({ visitor }: Visit, act: PlanAct, { dnr, decidedOn }: Approval): Outcome | undefined {
  const { forms, deskYear, planYear } = textsIn(visitor.language);
  const isPersonal = hasPersonalNumber(dnr);
  if (!isPersonal && dnr.length <= MOST_DNR) return undefined;
  const message = isPersonal ? forms.personalNumber.atField : planYear.addendum.tooLong(dnr.length, MOST_DNR);
  const text = isPersonal ? forms.personalNumber.inMessage : deskYear.activity.notKept(1);
  const values = { dnr, ...(decidedOn && { decidedOn }) };
  return { kind: 'faults', slug: act, text, faults: [{ field: 'dnr', message }], values };
}

const CopyBody = z.object({ _confirmed: z.literal('yes').optional() });

/** To the year after: what is not finished goes on there. */
export async function copyToNext(visit: Visit, body: unknown): Promise<Posted | undefined> {
  const { setting, visitor } = visit;
  const { database, clock, topics } = setting.road;
  const { person, language, today, county } = visitor;
  const plan = chooseYear(await listPlans(database.db, county.id), visit);
  const { data } = CopyBody.safeParse(body);
  if (!plan || !data) return undefined;
  const { copy, step } = textsIn(language).planYear;
  const now = clock.now();
  if ((await findPlanRole(database.db, plan, person, today)) === 'other') return refuse(step.refused(copy.notAllowed));
  const copying = { countyId: county.id, fromYear: plan.year, toYear: plan.year + 1 };
  if (!data._confirmed) {
    const activities = await listActivities(database.db, { countyId: county.id, planId: plan.id });
    const carried = activities.filter(isUnfinished).length;
    const html = renderCopying(visit, { plan, carried, finished: activities.length - carried });
    return { kind: 'shown', html, status: 200 };
  }
  const copied = await database.transaction(async (tx) => {
    const result = await copyPlan(tx, copying);
    if ('refusal' in result) return result;
    const { id: subjectId } = result.plan;
    if (result.carried.length > 0) {
      const fields = result.carried.map(({ title }) => ({
        label: textsIn(language).deskYear.activity.name,
        to: title,
      }));
      await addChange(tx, {
        ...{ countyId: county.id, topic: 'plan', subjectId, act: 'copy', byId: person.id },
        ...{ at: now, fields },
      });
    }
    await planAnew(tx, topics, result.plan, now);
    return result;
  });
  if ('refusal' in copied) return refuse(step.refused(explainNotCopied(copied.refusal, language)));
  return { kind: 'led', url: `${toPlanUrl(copied.plan.year)}?done=copied#done` };
}

export async function addToLocked(visit: Visit, body: unknown): Promise<Posted | undefined> {
  const { setting, visitor } = visit;
  const { database, clock } = setting.road;
  const { person, language, today, county } = visitor;
  const plan = chooseYear(await listPlans(database.db, county.id), visit);
  const id = readNonce(body);
  if (!plan || !id) return undefined;
  const { planYear } = textsIn(language);
  const entries = readEntries(body);
  const read = checkForm(createAddendumForm(language), entries, language);
  if ('faults' in read) return { kind: 'faults', slug: ADDENDUM, values: entries, ...read };
  const text = z.string().parse(read.answers.text);
  const adding = { id, countyId: county.id, year: plan.year, text, byId: person.id, at: clock.now() };
  const added = await database.transaction((tx) =>
    addAddendum(tx, { ...adding, role: (found) => findPlanRole(tx, found, person, today) }),
  );
  if (!('refusal' in added)) return { kind: 'done', word: 'addendum' };
  const why = {
    'no-plan': planYear.step.noPlan(plan.year),
    'not-allowed': planYear.addendum.notAllowed,
    'not-locked': planYear.addendum.notLocked(plan.year),
  };
  return refuse(planYear.step.refused(why[added.refusal]));
}

function refuse(text: string): Outcome {
  return { kind: 'refused', text };
}
