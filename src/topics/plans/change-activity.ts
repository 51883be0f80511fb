// Who may change what a plan says of an activity, or add one to it? And then what is asked about the plan follows.
import type { Instant } from '../../calendar/zone.ts';
import type { Tx } from '../../database/open.ts';
import type { PersonId } from '../../ids.ts';
import type { ChangedField } from '../../records/change.ts';
import { addChange } from '../../records/change-store.ts';
import { dropOutdated } from '../../reminders/occurrence-steer-store.ts';
import type { Topics } from '../../topic.ts';
import type { ActivityDetails } from './activity.ts';
import { saveActivities } from './activity-store.ts';
import { isFurther, isLocked, type Plan } from './plan.ts';
import { planAnew } from './plan-anew.ts';
import type { PlanRole } from './plan-way.ts';

/** locked: it takes addenda only · decided: what the council has approved only the coordinator changes. */
export type ChangeRefusal = 'locked' | 'not-allowed' | 'decided';

export function refuseChange({ state }: Pick<Plan, 'state'>, role: PlanRole): ChangeRefusal | undefined {
  if (role === 'other') return 'not-allowed';
  if (isLocked({ state })) return 'locked';
  return role === 'preparer' && isFurther(state, 'prepared') ? 'decided' : undefined;
}

export interface ChangingActivity {
  readonly plan: Plan;
  readonly activity: ActivityDetails;
  readonly act: 'new' | 'change';
  readonly byId: PersonId;
  readonly now: Instant;
  /** For the trace. */
  readonly fields: readonly ChangedField[];
  readonly topics: Topics;
}

/** In the transaction given, once `refuseChange` has nothing against it. What is as it was leaves no trace. */
export async function changeActivity(tx: Tx, changing: ChangingActivity): Promise<void> {
  const { plan, activity, act, byId, now, fields, topics } = changing;
  const { countyId } = plan;
  const saved = await saveActivities(tx, countyId, [activity]);
  if (saved.length === 0) return;
  await addChange(tx, { countyId, topic: 'activity', subjectId: activity.id, act, byId, at: now, fields });
  // Another owner is another share: what was planned for the one before comes off.
  await planAnew(tx, topics, plan, now);
  await dropOutdated(tx, countyId, now);
}
