// An activity of a plan is changed, or a new one is added: checked first, kept with its trace, and asked about from then on.
import { z } from 'zod';
import { listChanged } from '../../../desk/list-changed.ts';
import { type CountyId, SubjectId } from '../../../ids.ts';
import type { Wrong } from '../../../message/check-entries.ts';
import { describeAnswers } from '../../../message/describe-answers.ts';
import type { Entries } from '../../../message/entries.ts';
import type { Answers, FieldFault, Form } from '../../../message/form.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Activity } from '../../../topics/plans/activity.ts';
import { findActivities } from '../../../topics/plans/activity-store.ts';
import { changeActivity, refuseChange } from '../../../topics/plans/change-activity.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import { findPlan, listPlans } from '../../../topics/plans/plan-store.ts';
import { findPlanRole } from '../../../topics/plans/take-step.ts';
import { checkForm } from '../check-form.ts';
import { readEntries, readNonce } from '../read-entries.ts';
import type { DoneWord, Outcome, Visit } from '../visit.ts';
import { ACTIVITY } from './activity-fields.tsx';
import { createActivityForm, findDayFaults, toActivity, toAnswers, toMark } from './activity-form.ts';
import { findActivity } from './activity-page.tsx';
import { chooseYear } from './read-plan.ts';

export async function addActivity(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const { db } = visit.setting.road.database;
  const { id: countyId } = visit.visitor.county;
  const plan = chooseYear(await listPlans(db, countyId), visit);
  const nonce = readNonce(body);
  if (!plan || !nonce) return undefined;
  return save(visit, body, { plan, id: toNewId(countyId, nonce), word: 'added' });
}

/** Called as what is made at the desk is: told from what stands in a file. */
function toNewId(countyId: CountyId, nonce: string): SubjectId {
  return SubjectId.parse(`${countyId}/${nonce.replaceAll('-', '').slice(0, 12)}`);
}

const Changing = z.object({ _mark: z.string() });

export async function changeOne(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const found = await findActivity(visit);
  const { data } = Changing.safeParse(body);
  if (!found || !data) return undefined;
  const { plan, activity } = found;
  return save(visit, body, { plan, id: activity.id, word: 'changed', mark: data._mark, opened: activity });
}

interface Saving {
  readonly plan: Plan;
  readonly id: SubjectId;
  readonly word: DoneWord & ('added' | 'changed');
  /** Of one that is changed: as it was when the page was opened. */
  readonly mark?: string;
  readonly opened?: Activity;
}

async function save(visit: Visit, body: unknown, saving: Saving) {
  const { id, word, mark } = saving;
  const { countyId, id: planId } = saving.plan;
  const { database, clock, topics } = visit.setting.road;
  const { person, language, today } = visit.visitor;
  const texts = textsIn(language).deskYear.activity;
  const form = await createActivityForm(visit, saving.opened);
  const entries = readEntries(body);
  return database.transaction(async (tx): Promise<Outcome | undefined> => {
    const plan = await findPlan(tx, { countyId, planId });
    const [before] = await findActivities(tx, countyId, [id]);
    // What another plan has is not drawn into this one, by whatever name it was sent.
    if (!plan || (before && before.planId !== planId)) return undefined;
    const refusal = refuseChange(plan, await findPlanRole(tx, plan, person, today));
    if (refusal) return { kind: 'refused', text: texts.notChanged(texts.refused[refusal]) };
    const seen = { before, isOutdated: mark !== (before && toMark(before)) };
    const read = check(form, entries, { plan, seen, language });
    if ('faults' in read) return { kind: 'faults', slug: ACTIVITY, values: entries, ...read };
    const { answers } = read;
    await changeActivity(tx, {
      ...{ plan, byId: person.id, now: clock.now(), topics, act: word === 'added' ? 'new' : 'change' },
      activity: toActivity(answers, { plan, id, before }),
      fields: listChanged(form, { before: before ? toAnswers(before) : {}, after: answers, language }),
    });
    return { kind: 'done', word };
  });
}

interface Written {
  readonly written: Answers;
  readonly language: Language;
}

/** Each field that reads otherwise than what somebody else has saved meanwhile, with what stands there now. */
function listOthers(form: Form, before: Activity, { written, language }: Written): readonly FieldFault[] {
  const stored = toAnswers(before);
  const { nowIs, nowEmpty } = textsIn(language).deskYear.activity;
  const described = describeAnswers(form, stored, language);
  return form.fields
    .filter(({ key }) => stored[key] !== written[key])
    .map(({ key }) => {
      const now = described.find((one) => one.key === key)?.value;
      return { field: key, message: now === undefined ? nowEmpty : nowIs(now) };
    });
}

interface Checking {
  readonly plan: Plan;
  readonly language: Language;
  readonly seen: {
    readonly before: Activity | undefined;
    /** Somebody else has saved it since the page was opened. */
    readonly isOutdated: boolean;
  };
}

function check(
  form: Form,
  entries: Entries,
  { plan, seen, language }: Checking,
): { readonly answers: Answers } | Wrong {
  const texts = textsIn(language).deskYear.activity;
  const read = checkForm(form, entries, language);
  if ('faults' in read) return read;
  const faults = findDayFaults(read.answers, plan, language);
  if (faults.length > 0) return { faults, text: texts.notKept(faults.length) };
  const { before, isOutdated } = seen;
  const others = before && isOutdated ? listOthers(form, before, { written: read.answers, language }) : [];
  return others.length > 0 ? { faults: others, text: texts.overtaken } : read;
}
