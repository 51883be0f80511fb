// Which plan and which parts of it are meant by somebody who writes "plan", and which of its words did they write?
import { mayIn } from '../directory/may.ts';
import { Language } from '../text/language.ts';
import { type Texts, textsIn } from '../text/texts.ts';
import type { Activity } from '../topics/plans/activity.ts';
import type { Plan } from '../topics/plans/plan.ts';
import type { Asking } from './asking.ts';
import { findActor } from './find-actor.ts';
import { findToday } from './find-today.ts';

/** Before the year's plan is there, the one before it is still what holds. */
export async function findCurrent(asking: Asking, plans: readonly Plan[]): Promise<Plan | undefined> {
  const year = Number((await findToday(asking)).slice(0, 4));
  return plans.find((one) => one.year <= year) ?? plans.at(-1);
}

/** What one's groups follow; for whoever sees all of the county everything. */
export async function findOwn(asking: Asking): Promise<(activity: Activity) => boolean> {
  const actor = await findActor(asking);
  return ({ groupId }) => mayIn(actor, 'see-plan', groupId);
}

type PlanWords = Texts['planYear']['words'];

/** In any language. */
export function isPlanWord(word: string, pick: (words: PlanWords) => readonly string[]): boolean {
  const wanted = word.toLowerCase().normalize('NFC');
  return Language.options.some((language) => pick(textsIn(language).planYear.words).includes(wanted));
}
