// Which plan and which parts of it are meant by somebody who writes "plan", and which of its words did they write?
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { listMemberships } from '../directory/membership-store.ts';
import { Language } from '../text/language.ts';
import { type Texts, textsIn } from '../text/texts.ts';
import type { Activity } from '../topics/plans/activity.ts';
import type { Plan } from '../topics/plans/plan.ts';
import type { Asking } from './asking.ts';

/** Before the year's plan is there, the one before it is still what holds. */
export async function findCurrent({ road, person }: Asking, plans: readonly Plan[]): Promise<Plan | undefined> {
  const { timeZone } = await readCounty(road.database.db, person.countyId);
  const year = Number(toLocal(road.clock.now(), timeZone).date.slice(0, 4));
  return plans.find((one) => one.year <= year) ?? plans.at(-1);
}

/** What one's groups follow; for a coordinator everything. */
export async function findOwn({ road, person }: Asking): Promise<(activity: Activity) => boolean> {
  const { db } = road.database;
  const { timeZone } = await readCounty(db, person.countyId);
  const today = toLocal(road.clock.now(), timeZone).date;
  const seats = (await listMemberships(db, person.countyId, person.id)).filter(
    ({ fromOn, toOn }) => fromOn <= today && (toOn === undefined || today <= toOn),
  );
  return ({ groupId }) => person.roles.includes('coordinator') || seats.some((seat) => seat.groupId === groupId);
}

type PlanWords = Texts['planYear']['words'];

/** In any language. */
export function isPlanWord(word: string, pick: (words: PlanWords) => readonly string[]): boolean {
  const wanted = word.toLowerCase().normalize('NFC');
  return Language.options.some((language) => pick(textsIn(language).planYear.words).includes(wanted));
}
