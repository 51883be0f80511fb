// "plan tillägg 2024 …": what is added to a plan that is locked.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { textsIn } from '../text/texts.ts';
import { MOST_SIGNS } from '../topics/plans/addendum.ts';
import { isLocked } from '../topics/plans/plan.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import { addAddendum, findPlanRole } from '../topics/plans/take-step.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findCurrent } from './plan-asking.ts';

/** To the year written, else to the latest plan that is locked. */
export async function addToPlan(asking: Asking): Promise<Doing> {
  const { road, person, rest } = asking;
  const { db } = road.database;
  const { countyId, language } = person;
  const { addendum: texts, step } = textsIn(language).planYear;
  const [, written, text = ''] = /^(?:(\d{4})(?:\s+|$))?(.*)$/su.exec(rest) ?? [];
  if (text.trim() === '') return say(texts.how);
  if (text.length > MOST_SIGNS) return say(texts.tooLong(text.length, MOST_SIGNS));
  const plans = await listPlans(db, countyId);
  const meant = plans.find(isLocked) ?? (await findCurrent(asking, plans));
  const year = written === undefined ? meant?.year : Number(written);
  if (year === undefined) return say(step.refused(step.noPlan(undefined)));
  const { timeZone } = await readCounty(db, countyId);
  const now = road.clock.now();
  const today = toLocal(now, timeZone).date;
  return {
    ...say(texts.kept(year)),
    async conclude(tx) {
      const role = (plan: (typeof plans)[number]) => findPlanRole(tx, plan, person, today);
      const added = await addAddendum(tx, { countyId, year, text, byId: person.id, at: now, role });
      if (!('refusal' in added)) return { kind: 'note', text: texts.kept(year) };
      const why = {
        'no-plan': step.noPlan(year),
        'not-allowed': texts.notAllowed,
        'not-locked': texts.notLocked(year),
      };
      return { kind: 'note', text: step.refused(why[added.refusal]) };
    },
  };
}
