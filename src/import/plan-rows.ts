// Has the reminders of a county follow what has just been saved.

import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { type CountyId, SubjectId } from '../ids.ts';
import { listLive } from '../reminders/live-store.ts';
import { dropOutdated } from '../reminders/occurrence-steer-store.ts';
import { planAll } from '../reminders/plan-ahead.ts';
import type { Subject, Topics } from '../topic.ts';
import { listPlanSubjects } from '../topics/plans/plan-topic.ts';
import type { RowKind } from './changes.ts';
import type { StoredRow } from './stored-rows-store.ts';

/** All of them: the ladders of the county may be others. What is of no use any more is taken off at once. */
export async function planRows(
  tx: Tx,
  { topics, now }: { readonly topics: Topics; readonly now: Instant },
  { countyId, rows }: { readonly countyId: CountyId; readonly rows: readonly StoredRow[] },
): Promise<void> {
  const idsOf = (wanted: RowKind) => rows.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  for (const kind of ['call', 'meeting'] as const)
    await planAll(tx, topics[kind], toSubjects(countyId, idsOf(kind)), now);
  const ofPlans: Subject[] = [];
  for (const planId of idsOf('plan')) ofPlans.push(...(await listPlanSubjects(tx, { countyId, planId })));
  await planAll(tx, topics.plan, [...ofPlans, ...(await listLive(tx, countyId, 'plan'))], now);
  // What recurs, or is watched over, has no row of its own. Of what is gone, or by another rule, it comes off.
  for (const topic of [topics.followup, topics.contact, topics.event, topics.watch]) {
    await planAll(tx, topic, await listLive(tx, countyId, topic.kind), now);
  }
  await dropOutdated(tx, countyId, now);
}

function toSubjects(countyId: CountyId, ids: readonly string[]): readonly Subject[] {
  return ids.map((id) => ({ countyId, id: SubjectId.parse(id) }));
}
