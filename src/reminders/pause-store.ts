// Which subjects are paused.
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import type { Subject, TopicKind } from '../topic.ts';
import type { Occurrence } from './occurrence.ts';

export interface PausedSubject extends Subject {
  readonly topic: TopicKind;
}

/** Those of these whose subject is paused. */
export async function listPaused(db: Db, occurrences: readonly Occurrence[]): Promise<ReadonlySet<Occurrence>> {
  if (occurrences.length === 0) return new Set();
  const ids = occurrences.map(({ occurrenceId }) => occurrenceId);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select o.id from occurrence o
    join pause p on p.county_id = o.county_id and p.topic = o.topic and p.subject_id = o.subject_id
    where o.id = any(${ids}::uuid[])`;
  const paused = new Set(rows.map(({ id }) => id));
  return new Set(occurrences.filter(({ occurrenceId }) => paused.has(occurrenceId)));
}

/** Is any of these paused? */
export async function isPaused(db: Db, subjects: readonly PausedSubject[]): Promise<boolean> {
  for (const { countyId, topic, id } of subjects) {
    if ((await db.pause.count({ where: { countyId, topic, subjectId: id } })) > 0) return true;
  }
  return false;
}

export async function addPause(tx: Tx, { countyId, topic, id }: PausedSubject, pausedAt: Instant): Promise<void> {
  await tx.pause.createMany({ data: { countyId, topic, subjectId: id, pausedAt }, skipDuplicates: true });
}

export async function removePause(tx: Tx, { countyId, topic, id }: PausedSubject): Promise<void> {
  await tx.pause.deleteMany({ where: { countyId, topic, subjectId: id } });
}

/** Back on the plan: they are handed out again once the pause ends. */
export async function putBack(tx: Tx, occurrences: readonly Occurrence[]): Promise<void> {
  if (occurrences.length === 0) return;
  const ids = occurrences.map(({ occurrenceId }) => occurrenceId);
  await tx.occurrence.updateMany({ where: { id: { in: ids } }, data: { state: 'planned' } });
}
