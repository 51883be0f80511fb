// So what: an answer becomes the latest state of each activity that it is about, and a line in its history.
import type { Db } from '../../database/open.ts';
import type { Due, Replied } from '../../topic.ts';
import { findActivities, keepCheckIn } from './activity-store.ts';
import { findAnswersAbout, listAskedAbout } from './check-in-form.ts';
import { addCheckIn } from './check-in-store.ts';
import { findLastTimes, findPlanOfSubject } from './plan-reading.ts';
import { toPeriod, toSlug } from './round.ts';
import { listRounds } from './round-store.ts';

/** A state that a later round has set already stays; the history has both. */
export async function keepLatest(db: Db, due: Due, replied: Replied): Promise<void> {
  const { countyId, subjectId, prompt } = due;
  const plan = await findPlanOfSubject(db, { countyId, id: subjectId });
  if (!plan || !prompt) return;
  const planId = plan.id;
  const rounds = await listRounds(db, { countyId, planId });
  const round = rounds.find((one) => toSlug(one) === due.question);
  if (!round) return;
  const { answers, at, receipt, isLate, personId, organisationId, insteadOfId } = replied;
  const slugs = listAskedAbout(prompt.form);
  const activities = await findActivities(
    db,
    countyId,
    slugs.map((slug) => `${countyId}/${slug}`),
  );
  const before = await findLastTimes(db, { rounds, plan }, { activities, round });
  for (const slug of slugs) {
    const activity = activities.find(({ id }) => id === `${countyId}/${slug}`);
    const about = findAnswersAbout(slug, answers);
    if (!activity || !about) continue;
    const checkIn = { ...about, at, round: toSlug(round) };
    const by = { receipt, isLate, personId, organisationId, ...(insteadOfId && { insteadOfId }) };
    const kept = { ...checkIn, ...by, countyId, planId, activityId: activity.id, period: toPeriod(round, plan) };
    await addCheckIn(db, kept, before.get(activity.id)?.answers);
    const latest = rounds.find((one) => toSlug(one) === activity.latest?.round);
    if (latest && latest.opensOn > round.opensOn) continue;
    await keepCheckIn(db, { countyId, id: activity.id }, checkIn);
  }
}
