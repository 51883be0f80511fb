// "plan": the year's plan, with what one's groups follow in it; for a coordinator, all of it.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { listMemberships } from '../directory/membership-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import { textsIn } from '../text/texts.ts';
import type { Activity } from '../topics/plans/activity.ts';
import { listActivities } from '../topics/plans/activity-store.ts';
import { composeOverview } from '../topics/plans/plan-overview.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import { listRounds } from '../topics/plans/round-store.ts';
import { listAreas, listGoals } from '../topics/plans/strategy-store.ts';
import { type Asking, type Doing, say } from './asking.ts';

export async function showPlan({ road, person }: Asking): Promise<Doing> {
  const { db } = road.database;
  const { countyId, language } = person;
  const { timeZone } = await readCounty(db, countyId);
  const today = toLocal(road.clock.now(), timeZone).date;
  const plans = await listPlans(db, countyId);
  // Before the year's plan is there, the one before it is still what holds.
  const year = Number(today.slice(0, 4));
  const plan = plans.find((one) => one.year <= year) ?? plans.at(-1);
  if (!plan) return say(textsIn(language).plans.overview.noPlan);
  const seats = (await listMemberships(db, countyId, person.id)).filter(
    ({ fromOn, toOn }) => fromOn <= today && (toOn === undefined || today <= toOn),
  );
  const isOwn = ({ groupId }: Activity) =>
    person.roles.includes('coordinator') || seats.some((seat) => seat.groupId === groupId);
  const of = { countyId, planId: plan.id };
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
  return { answer: { kind: 'card', message: composeOverview(overview, language) } };
}
