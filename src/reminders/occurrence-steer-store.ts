// Takes occurrences off the plan for good.
import type { Tx } from '../database/open.ts';
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
