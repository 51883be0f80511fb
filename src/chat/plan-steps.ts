// "plan beredd", "plan godkänd 2024-02-28 dnr 1539-2023-1": says what will happen, and does it once that is confirmed.
import { LocalDate } from '../calendar/local-date.ts';
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { formatDay } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { explainNotTaken } from '../topics/plans/explain-refusal.ts';
import type { Plan } from '../topics/plans/plan.ts';
import { planAnew } from '../topics/plans/plan-anew.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import { findNext, findTarget, type PlanAct } from '../topics/plans/plan-way.ts';
import { checkStep, findPlanRole, type NotTaken, type Stepping, takeStep } from '../topics/plans/take-step.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findCurrent, isPlanWord } from './plan-asking.ts';

/** @param word by which the step was called: what confirms it is said in the same language */
export async function stepPlan(asking: Asking, act: PlanAct, word: string): Promise<Doing> {
  const { road, person } = asking;
  const { db } = road.database;
  const { countyId, language } = person;
  const { step: texts } = textsIn(language).planYear;
  const written = readWritten(asking.rest);
  const plans = await listPlans(db, countyId);
  const plan = await choosePlan(asking, { plans, act, year: written.year });
  if (!plan) return say(texts.refused(texts.noPlan(written.year)));
  const { timeZone } = await readCounty(db, countyId);
  const now = road.clock.now();
  const today = toLocal(now, timeZone).date;
  const role = await findPlanRole(db, plan, person, today);
  const { decidedOn, dnr } = written;
  const stepping: Stepping = {
    ...{ plan, act, role, byId: person.id, now, today },
    ...(decidedOn && { decidedOn }),
    ...(dnr !== undefined && { dnr }),
  };
  const checked = await checkStep(db, stepping);
  if ('refusal' in checked) return say(texts.refused(explainRefusal(checked.refusal, language)));
  if (!written.isConfirmed) return preview(stepping, language, word);
  return {
    ...say(texts.done(plan.year, findTarget(act))),
    async conclude(tx) {
      const taken = await takeStep(tx, stepping);
      if ('refusal' in taken) {
        return { kind: 'note', text: texts.refused(explainRefusal(taken.refusal, language)) };
      }
      await planAnew(tx, road.topics, taken.plan, now);
      return { kind: 'note', text: texts.done(taken.plan.year, taken.plan.state) };
    },
  };
}

interface Written {
  readonly year?: number;
  readonly decidedOn?: LocalDate;
  readonly dnr?: string;
  readonly isConfirmed: boolean;
}

/** In any order but for the yes, which comes last. */
function readWritten(rest: string): Written {
  const tokens = rest.split(' ').filter((token) => token !== '');
  const isConfirmed = isYes(tokens.at(-1));
  const said = isConfirmed ? tokens.slice(0, -1) : tokens;
  const at = said.findIndex((token) => isPlanWord(token, (words) => words.dnr));
  const dnr = at === -1 ? '' : said.slice(at + 1).join(' ');
  const before = at === -1 ? said : said.slice(0, at);
  const year = before.find((token) => /^\d{4}$/.test(token));
  const decidedOn = before.map((token) => LocalDate.safeParse(token).data).find((day) => day !== undefined);
  return {
    isConfirmed,
    ...(year !== undefined && { year: Number(year) }),
    ...(decidedOn && { decidedOn }),
    ...(dnr !== '' && { dnr }),
  };
}

/** What confirms. */
export function isYes(token = ''): boolean {
  return isPlanWord(token, ({ yes }) => yes);
}

interface Choosing {
  readonly plans: readonly Plan[];
  readonly act: PlanAct;
  readonly year: number | undefined;
}

/** That of the year written; else the one that waits for this step, this year's before others; else the current one. */
async function choosePlan(asking: Asking, { plans, act, year }: Choosing): Promise<Plan | undefined> {
  if (year !== undefined) return plans.find((plan) => plan.year === year);
  const current = await findCurrent(asking, plans);
  const waiting = plans.filter(({ state }) => findNext(state) === act);
  return waiting.find(({ id }) => id === current?.id) ?? waiting[0] ?? current;
}

function preview({ plan, act, decidedOn, dnr }: Stepping, language: Language, word: string): Doing {
  const { step, words } = textsIn(language).planYear;
  const [yes = ''] = words.yes;
  const [number = ''] = words.dnr;
  const isApproval = act === 'approve' && decidedOn;
  const written = [
    ...['plan', word, String(plan.year)],
    ...(isApproval ? [decidedOn, ...(dnr === undefined ? [] : [number, dnr])] : []),
    yes,
  ].join(' ');
  const lines = [
    step.becomes(plan.year, plan.state, findTarget(act)),
    ...(isApproval ? [step.decided(formatDay(decidedOn, language), dnr)] : []),
    step.follows(act),
  ];
  const parts = [
    ...lines.map((text) => ({ kind: 'text', text }) as const),
    { kind: 'notice', tone: 'info', text: step.confirm(written) } as const,
  ];
  return { answer: { kind: 'card', message: { language, title: step.title(act, plan.year), parts, buttons: [] } } };
}

/** Why a step was not taken, and what to write instead. */
function explainRefusal(refusal: NotTaken, language: Language): string {
  const { step } = textsIn(language).planYear;
  if (refusal.kind === 'no-day') return step.writeDay;
  const why = explainNotTaken(refusal, language);
  return refusal.kind === 'not-next' ? `${why} ${step.writeNext(refusal.next)}` : why;
}
