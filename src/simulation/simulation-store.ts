// What the simulated clock must know of the road: when something happens next, and what a post was about.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { IS_PAUSED } from '../delivery/paused-store.ts';
import { ConversationId, CountyId, PersonId, type PromptId } from '../ids.ts';
import type { DueKind } from '../topic.ts';

/** When is the next occurrence due, or the next question over? */
export async function findNextInstant(db: Db): Promise<Instant | undefined> {
  const rows = await db.$queryRaw<{ at: Instant | null }[]>`
    select least(
      (select min(o.due_at) from occurrence o where o.state = 'planned' and not ${IS_PAUSED}),
      (select min(closes_at) from prompt where closed_at is null)) as at`;
  return rows[0]?.at ?? undefined;
}

/** Why something was posted. */
export interface Cause {
  readonly key: string;
  readonly countyId: CountyId;
  readonly topic: string;
  readonly kind: DueKind;
}

const Cause = z.object({
  key: z.string(),
  countyId: CountyId,
  topic: z.string(),
  kind: z.enum(['reminder', 'nudge', 'escalation']),
});

const causeColumns = { key: true, countyId: true, topic: true, kind: true } as const;

export async function findCauses(db: Db, occurrenceKeys: readonly string[]): Promise<readonly Cause[]> {
  const rows = await db.occurrence.findMany({ where: { key: { in: [...occurrenceKeys] } }, select: causeColumns });
  return rows.map((row) => Cause.parse(row));
}

const Untold = Cause.extend({ state: z.enum(['moved', 'cancelled', 'dropped']) });
export type Untold = z.infer<typeof Untold>;

/** What was planned and is not told: its date moved, somebody took it off, or nobody was left to tell. */
export async function listUntold(db: Db, now: Instant): Promise<readonly Untold[]> {
  const rows = await db.occurrence.findMany({
    where: { OR: [{ state: { in: ['moved', 'cancelled'] } }, { state: 'dropped', dueAt: now }] },
    select: { ...causeColumns, state: true },
    orderBy: { key: 'asc' },
  });
  return rows.map((row) => Untold.parse(row));
}

/** Until when a question is to be answered, when those who are silent are first nudged, and when it is over. */
export interface Deadlines {
  readonly answerBy: Instant;
  readonly nudgedAt?: Instant;
  readonly closesAt: Instant;
}

export async function readDeadlines(db: Db, promptId: PromptId, now: Instant): Promise<Deadlines> {
  const { answerBy, closesAt, countyId, topic, subjectId, question } = await db.prompt.findUniqueOrThrow({
    where: { id: promptId },
    select: { answerBy: true, closesAt: true, countyId: true, topic: true, subjectId: true, question: true },
  });
  const nudge = await db.occurrence.findFirst({
    where: { countyId, topic, subjectId, question, kind: 'nudge', dueAt: { gt: now } },
    select: { dueAt: true },
    orderBy: { dueAt: 'asc' },
  });
  return { answerBy, closesAt, ...(nudge && { nudgedAt: nudge.dueAt }) };
}

/** Whose personal conversation is which? */
export async function readOwners(db: Db): Promise<ReadonlyMap<ConversationId, PersonId>> {
  const rows = await db.conversation.findMany({
    where: { personId: { not: null } },
    select: { id: true, personId: true },
  });
  return new Map(rows.map(({ id, personId }) => [ConversationId.parse(id), PersonId.parse(personId)]));
}
