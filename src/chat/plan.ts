// "plan": the year's plan; with a word after it, how one thing in it has gone, or the next step that it takes.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { Message, Part } from '../message/message.ts';
import { formatDay } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { listActivities } from '../topics/plans/activity-store.ts';
import type { Plan } from '../topics/plans/plan.ts';
import { composeOverview } from '../topics/plans/plan-overview.ts';
import { listAddenda, listPlanSteps } from '../topics/plans/plan-step-store.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import { PlanAct } from '../topics/plans/plan-way.ts';
import { listRounds } from '../topics/plans/round-store.ts';
import { listAreas, listGoals } from '../topics/plans/strategy-store.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { addToPlan } from './plan-addendum.ts';
import { findCurrent, findOwn, isPlanWord } from './plan-asking.ts';
import { copyToYear } from './plan-copy.ts';
import { showHistory } from './plan-history.ts';
import { stepPlan } from './plan-steps.ts';

export async function tellPlan(asking: Asking): Promise<Doing> {
  const [word = '', ...more] = asking.rest.split(' ').filter((part) => part !== '');
  const rest = more.join(' ');
  if (word === '') return showPlan(asking);
  if (/^\d{4}$/.test(word) && rest === '') return showPlan(asking, Number(word));
  const act = PlanAct.options.find((one) => isPlanWord(word, ({ acts }) => acts[one]));
  if (act) return stepPlan({ ...asking, rest }, act, word);
  if (isPlanWord(word, ({ history }) => history)) return showHistory({ ...asking, rest });
  if (isPlanWord(word, ({ copy }) => copy)) return copyToYear({ ...asking, rest }, word);
  if (isPlanWord(word, ({ addendum }) => addendum)) return addToPlan({ ...asking, rest });
  const { step, words } = textsIn(asking.person.language).planYear;
  const known = [words.history, ...Object.values(words.acts), words.copy, words.addendum];
  return say(step.how(known.flatMap(([first]) => first ?? [])));
}

async function showPlan(asking: Asking, year?: number): Promise<Doing> {
  const { road, person } = asking;
  const { db } = road.database;
  const { countyId, language } = person;
  const plans = await listPlans(db, countyId);
  const plan = year === undefined ? await findCurrent(asking, plans) : plans.find((one) => one.year === year);
  if (!plan) return say(textsIn(language).planYear.step.noPlan(plans.length === 0 ? undefined : year));
  const of = { countyId, planId: plan.id };
  const isOwn = await findOwn(asking);
  const activities = (await listActivities(db, of)).filter(isOwn);
  const overview = {
    ...{ plan, activities, rounds: await listRounds(db, of) },
    ...{ areas: await listAreas(db, countyId), goals: await listGoals(db, countyId) },
    owners: await findOrganisations(
      db,
      countyId,
      activities.map(({ ownerId }) => ownerId),
    ),
  };
  const message = composeOverview(overview, language);
  const parts = [...message.parts, ...(await listWay(asking, plan))];
  return { answer: { kind: 'card', message: { ...message, parts } satisfies Message } };
}

/** The steps that the plan has taken, and what was added once it was locked. */
async function listWay({ road, person }: Asking, plan: Plan): Promise<readonly Part[]> {
  const { db } = road.database;
  const { language } = person;
  const of = { countyId: plan.countyId, planId: plan.id };
  const { timeZone } = await readCounty(db, plan.countyId);
  const { overview, addendum } = textsIn(language).planYear;
  const toDay = (at: Date) => formatDay(toLocal(at, timeZone).date, language);
  const steps = (await listPlanSteps(db, of)).map(({ at, to, decidedOn, dnr }) => {
    const meeting = decidedOn === undefined ? '' : overview.meeting(formatDay(decidedOn, language));
    return overview.stepItem(toDay(at), to, `${meeting}${dnr === undefined ? '' : overview.dnr(dnr)}`);
  });
  const addenda = (await listAddenda(db, of)).map(({ at, text }) => addendum.item(toDay(at), text));
  return [
    ...(steps.length > 0 ? [{ kind: 'list', title: overview.history, items: steps } as const] : []),
    ...(addenda.length > 0 ? [{ kind: 'list', title: addendum.list, items: addenda } as const] : []),
  ];
}
