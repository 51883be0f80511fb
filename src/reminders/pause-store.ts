// Which subjects are paused, or which of their questions.
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import { ALL, IS_PAUSED } from '../delivery/paused-store.ts';
import type { Subject, TopicKind } from '../topic.ts';
import type { Occurrence } from './occurrence.ts';

export interface PausedSubject extends Subject {
  readonly topic: TopicKind;
  /** Where it is one question of several, such as a round of a plan; all of it where it is left out. */
  readonly question?: string;
}

/** Those of these whose subject is paused. */
export async function listPaused(db: Db, occurrences: readonly Occurrence[]): Promise<ReadonlySet<Occurrence>> {
  if (occurrences.length === 0) return new Set();
  const ids = occurrences.map(({ occurrenceId }) => occurrenceId);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select o.id from occurrence o where o.id = any(${ids}::uuid[]) and ${IS_PAUSED}`;
  const paused = new Set(rows.map(({ id }) => id));
  return new Set(occurrences.filter(({ occurrenceId }) => paused.has(occurrenceId)));
}

/** Is any of these paused? */
export async function isPaused(db: Db, subjects: readonly PausedSubject[]): Promise<boolean> {
  for (const subject of subjects) if ((await db.pause.count({ where: toHolding(subject) })) > 0) return true;
  return false;
}

export async function addPause(tx: Tx, subject: PausedSubject, pausedAt: Instant): Promise<void> {
  const { countyId, topic, id, question = ALL } = subject;
  await tx.pause.createMany({ data: { countyId, topic, subjectId: id, question, pausedAt }, skipDuplicates: true });
}

/** Whatever held it: after this it goes on. */
export async function removePause(tx: Tx, subject: PausedSubject): Promise<void> {
  await tx.pause.deleteMany({ where: toHolding(subject) });
}

/** The pauses that hold it. All of a subject goes on with each of its questions. */
function toHolding({ countyId, topic, id, question }: PausedSubject) {
  const own = { countyId, topic, subjectId: id };
  return question === undefined ? own : { ...own, question: { in: [ALL, question] } };
}

/** Back on the plan: they are handed out again once the pause ends. */
export async function putBack(tx: Tx, occurrences: readonly Occurrence[]): Promise<void> {
  if (occurrences.length === 0) return;
  const ids = occurrences.map(({ occurrenceId }) => occurrenceId);
  await tx.occurrence.updateMany({ where: { id: { in: ids } }, data: { state: 'planned' } });
}
