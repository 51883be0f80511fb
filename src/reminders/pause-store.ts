// Which subjects are paused, or which of their questions: each by itself, or with all that is named after it.
import type { Instant } from '../calendar/zone.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import { ALL, IS_PAUSED, isOf } from '../delivery/paused-store.ts';
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

/** Is any of these paused, by itself or as a part of something? */
export async function isPaused(db: Db, subjects: readonly PausedSubject[]): Promise<boolean> {
  for (const { id, ...subject } of subjects) {
    const rows = await db.$queryRaw<unknown[]>`
      select 1 from pause p where ${isOwn(subject)} and ${isOf(Prisma.sql`${id}::text`, Prisma.sql`p.subject_id`)} limit 1`;
    if (rows.length > 0) return true;
  }
  return false;
}

export async function addPause(tx: Tx, subject: PausedSubject, pausedAt: Instant): Promise<void> {
  const { countyId, topic, id, question = ALL } = subject;
  await tx.pause.createMany({ data: { countyId, topic, subjectId: id, question, pausedAt }, skipDuplicates: true });
}

/** With the pauses of its parts, and of all its questions where none is named. What is paused as a part of something waits for that. */
export async function removePause(tx: Tx, { countyId, topic, id, question }: PausedSubject): Promise<void> {
  const own = question === undefined ? Prisma.sql`true` : Prisma.sql`p.question = ${question}`;
  await tx.$executeRaw`
    delete from pause p where p.county_id = ${countyId} and p.topic = ${topic} and ${own}
      and ${isOf(Prisma.sql`p.subject_id`, Prisma.sql`${id}::text`)}`;
}

/** With the pause of all its questions. */
function isOwn({ countyId, topic, question }: Omit<PausedSubject, 'id'>): Prisma.Sql {
  const own = Prisma.sql`p.county_id = ${countyId} and p.topic = ${topic}`;
  return question === undefined ? own : Prisma.sql`${own} and p.question in (${ALL}, ${question})`;
}

/** Back on the plan: they are handed out again once the pause ends. */
export async function putBack(tx: Tx, occurrences: readonly Occurrence[]): Promise<void> {
  if (occurrences.length === 0) return;
  const ids = occurrences.map(({ occurrenceId }) => occurrenceId);
  await tx.occurrence.updateMany({ where: { id: { in: ids } }, data: { state: 'planned' } });
}
