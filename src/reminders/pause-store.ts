// Which subjects are paused.
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import type { Subject, TopicKind } from '../topic.ts';
import type { Occurrence } from './occurrence.ts';

export interface PausedSubject extends Subject {
  readonly topic: TopicKind;
}

export async function isPaused(db: Db, { countyId, topic, id }: PausedSubject): Promise<boolean> {
  return (await db.pause.count({ where: { countyId, topic, subjectId: id } })) > 0;
}

export async function addPause(tx: Tx, { countyId, topic, id }: PausedSubject, pausedAt: Instant): Promise<void> {
  await tx.pause.createMany({ data: { countyId, topic, subjectId: id, pausedAt }, skipDuplicates: true });
}

export async function removePause(tx: Tx, { countyId, topic, id }: PausedSubject): Promise<void> {
  await tx.pause.deleteMany({ where: { countyId, topic, subjectId: id } });
}

/** Back on the plan: it is handed out again once the pause ends. */
export async function putBack(tx: Tx, occurrence: Occurrence): Promise<void> {
  await tx.occurrence.update({ where: { id: occurrence.occurrenceId }, data: { state: 'planned' } });
}
