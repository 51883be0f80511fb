// Takes occurrences off the plan for good.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { isAboutPartOf } from '../delivery/paused-store.ts';
import type { CountyId } from '../ids.ts';
import type { TopicKind } from '../topic.ts';
import type { PausedSubject } from './pause-store.ts';

/** @returns how many were cancelled */
export async function cancelOccurrences(tx: Tx, subject: PausedSubject, step?: string): Promise<number> {
  const { count } = await tx.occurrence.updateMany({
    where: {
      countyId: subject.countyId,
      topic: subject.topic,
      subjectId: subject.id,
      state: { in: ['planned', 'queued', 'moved'] },
      ...(step === undefined ? {} : { step }),
    },
    data: { state: 'cancelled' },
  });
  return count;
}

/** Returns when nobody is in the middle of telling an occurrence of the subject; until this transaction ends, nobody begins. */
export async function waitForTellers(tx: Tx, { countyId, topic, id }: PausedSubject): Promise<void> {
  await tx.$executeRaw`
    select 1 from occurrence o
    where o.county_id = ${countyId} and o.topic = ${topic} and ${isAboutPartOf(id)} and o.state = 'queued'
    order by o.subject_id, o.question, o.due_at, o.id for update`;
}

/**
 * What was planned but is of no use any more: after an import of a year that has begun, that is most of it. A nudge that
 * should have come before anybody was asked is of no use either.
 */
export async function dropOutdated(tx: Tx, countyId: CountyId, now: Instant): Promise<void> {
  await tx.$executeRaw`
    update occurrence o set state = 'dropped'
    where o.county_id = ${countyId} and o.state = 'planned' and (o.useful_to <= ${now}
      or (o.kind <> 'reminder' and o.due_at <= ${now} and not exists (
        select 1 from prompt p where p.county_id = o.county_id and p.topic = o.topic and p.subject_id = o.subject_id
          and p.question = o.question)))`;
}

/** Forgets subjects of which nobody was ever told. */
export async function removeUntold(
  tx: Tx,
  { countyId, topic, ids }: { readonly countyId: CountyId; readonly topic: TopicKind; readonly ids: readonly string[] },
): Promise<void> {
  const where = { countyId, topic, subjectId: { in: [...ids] } };
  await tx.occurrence.deleteMany({ where: { ...where, state: { not: 'told' } } });
  await tx.pause.deleteMany({ where });
}
