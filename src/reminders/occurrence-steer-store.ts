// Takes occurrences off the plan for good.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
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

/** What was planned but is of no use any more: after an import of a year that has begun, that is most of it. */
export async function dropOutdated(tx: Tx, countyId: CountyId, now: Instant): Promise<void> {
  await tx.occurrence.updateMany({
    where: { countyId, state: 'planned', usefulTo: { lte: now } },
    data: { state: 'dropped' },
  });
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
