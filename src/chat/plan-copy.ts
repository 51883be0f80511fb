// "plan kopiera 2025": what is not finished goes on in next year's plan, once that is confirmed.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { textsIn } from '../text/texts.ts';
import { isUnfinished } from '../topics/plans/activity.ts';
import { listActivities } from '../topics/plans/activity-store.ts';
import { copyPlan } from '../topics/plans/copy-plan.ts';
import { explainNotCopied } from '../topics/plans/explain-refusal.ts';
import { planAnew } from '../topics/plans/plan-anew.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import { findPlanRole } from '../topics/plans/take-step.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { isYes } from './plan-steps.ts';

/** @param word by which it was called */
export async function copyToYear({ road, person, rest }: Asking, word: string): Promise<Doing> {
  const { db } = road.database;
  const { countyId, language } = person;
  const { copy, step } = textsIn(language).planYear;
  const tokens = rest.split(' ').filter((token) => token !== '');
  const isConfirmed = isYes(tokens.at(-1));
  const toYear = Number(tokens.find((token) => /^\d{4}$/.test(token)) ?? 0);
  const from = (await listPlans(db, countyId)).find(({ year }) => year < toYear);
  if (!from) return say(step.refused(copy.notLater));
  const { timeZone } = await readCounty(db, countyId);
  const now = road.clock.now();
  if ((await findPlanRole(db, from, person, toLocal(now, timeZone).date)) === 'other') {
    return say(step.refused(copy.notAllowed));
  }
  const copying = { countyId, fromYear: from.year, toYear };
  if (!isConfirmed) {
    const activities = await listActivities(db, { countyId, planId: from.id });
    const carried = activities.filter(isUnfinished).length;
    const [yes = ''] = textsIn(language).planYear.words.yes;
    const parts = [
      { kind: 'text', text: copy.will(carried, activities.length - carried) },
      { kind: 'notice', tone: 'info', text: step.confirm(`plan ${word} ${toYear} ${yes}`) },
    ] as const;
    return {
      answer: { kind: 'card', message: { language, title: copy.title(from.year, toYear), parts, buttons: [] } },
    };
  }
  return {
    ...say(copy.done(toYear, 0)),
    async conclude(tx) {
      const copied = await copyPlan(tx, copying);
      if ('refusal' in copied) return { kind: 'note', text: step.refused(explainNotCopied(copied.refusal, language)) };
      await planAnew(tx, road.topics, copied.plan, now);
      const already = copied.already > 0 ? [copy.already(copied.already)] : [];
      return { kind: 'note', text: [copy.done(toYear, copied.carried.length), ...already].join(' ') };
    },
  };
}
