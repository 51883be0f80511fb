// A plan has taken a step, or was copied: what is asked about it follows.
import type { Instant } from '../../calendar/zone.ts';
import type { Tx } from '../../database/open.ts';
import { listLive } from '../../reminders/live-store.ts';
import { planAll } from '../../reminders/plan-ahead.ts';
import type { Topics } from '../../topic.ts';
import type { Plan } from './plan.ts';
import { listPlanSubjects } from './plan-topic.ts';

/** In the transaction of the step: a plan that is approved asks, one that is locked asks nothing more, and a part that it has not any more neither. */
export async function planAnew(tx: Tx, topics: Topics, { countyId, id: planId }: Plan, now: Instant): Promise<void> {
  const parts = [...(await listPlanSubjects(tx, { countyId, planId })), ...(await listLive(tx, countyId, 'plan'))];
  await planAll(tx, topics.plan, parts, now);
  await planAll(tx, topics.followup, await listLive(tx, countyId, 'followup'), now);
}
