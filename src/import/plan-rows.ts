// Has the reminders of a county follow what has just been saved.

import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { type CountyId, SubjectId } from '../ids.ts';
import { listLive } from '../reminders/live-store.ts';
import { dropOutdated } from '../reminders/occurrence-steer-store.ts';
import { planSubject } from '../reminders/plan-ahead.ts';
import type { Subject, Topic, TopicKind, Topics } from '../topic.ts';
import { listPlanSubjects } from '../topics/plans/plan-topic.ts';
import type { RowKind } from './changes.ts';
import type { StoredRow } from './stored-rows-store.ts';

const TOPIC_OF = { call: 'call', meeting: 'meeting' } as const satisfies Partial<Record<RowKind, TopicKind>>;

/** All of them: the ladders of the county may be others. What is of no use any more is taken off at once. */
export async function planRows(
  tx: Tx,
  { topics, now }: { readonly topics: Topics; readonly now: Instant },
  { countyId, rows }: { readonly countyId: CountyId; readonly rows: readonly StoredRow[] },
): Promise<void> {
  for (const { kind, id } of rows) {
    if (kind === 'plan') await planAll(tx, topics.plan, await listPlanSubjects(tx, { countyId, planId: id }), now);
    if (kind !== 'call' && kind !== 'meeting') continue;
    await planSubject(tx, topics[TOPIC_OF[kind]], { countyId, id: SubjectId.parse(id) }, now);
  }
  // What recurs has no row of its own. Of a contact who is gone, or by another rule, what was planned comes off.
  for (const topic of [topics.plan, topics.followup, topics.contact, topics.event]) {
    await planAll(tx, topic, await listLive(tx, countyId, topic.kind), now);
  }
  await dropOutdated(tx, countyId, now);
}

async function planAll(tx: Tx, topic: Topic, subjects: readonly Subject[], now: Instant): Promise<void> {
  for (const subject of subjects) await planSubject(tx, topic, subject, now);
}
