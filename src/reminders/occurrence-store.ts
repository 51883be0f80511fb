// The occurrences: what will be told, and when.
import { z } from 'zod';
import { LocalDate, LocalTime } from '../calendar/local-date.ts';
import type { Instant, ZoneName } from '../calendar/zone.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import { IS_PAUSED } from '../delivery/paused-store.ts';
import { CountyId, PromptId, SubjectId, toStableUuid } from '../ids.ts';
import { type PlannedDate, type Subject, TopicKind } from '../topic.ts';
import { type Occurrence, toOccurrenceKey } from './occurrence.ts';

export async function listOccurrences(db: Db, topic: TopicKind, subject: Subject): Promise<readonly Occurrence[]> {
  const rows = await db.occurrence.findMany({
    where: { countyId: subject.countyId, topic, subjectId: subject.id },
    orderBy: [{ dueAt: 'asc' }, { key: 'asc' }],
    select: columns,
  });
  return rows.map(toOccurrence);
}

export interface Planning {
  readonly topic: TopicKind;
  readonly subject: Subject;
  readonly zone: ZoneName;
}

export async function addOccurrences(tx: Tx, planning: Planning, dates: readonly PlannedDate[]): Promise<void> {
  const { topic, subject, zone } = planning;
  await tx.occurrence.createMany({
    data: dates.map((planned) => {
      const key = toOccurrenceKey(topic, subject, planned);
      return {
        id: toStableUuid(key),
        key,
        countyId: subject.countyId,
        topic,
        subjectId: subject.id,
        step: planned.step,
        kind: planned.kind,
        localDate: planned.date,
        localTime: planned.time,
        zone,
        dueAt: planned.at,
        usefulTo: planned.usefulTo,
        late: planned.whenLate,
        question: planned.question ?? null,
        state: 'planned',
      };
    }),
    skipDuplicates: true,
  });
}

/** Sets what a later plan says of occurrences that have not been told: their time of day, what they ask, or that they are off. */
export async function changeOccurrence(
  tx: Tx,
  occurrenceId: string,
  change: {
    readonly dueAt?: Instant;
    readonly usefulTo?: Instant;
    readonly question?: string | null;
    readonly state?: 'planned' | 'moved';
  },
): Promise<void> {
  await tx.occurrence.updateMany({
    where: { id: occurrenceId, state: { in: ['planned', 'queued', 'moved'] } },
    data: change,
  });
}

/** Takes those due before `horizon` off the plan, each by one worker only; paused subjects stay. */
export async function claimDue(tx: Tx, horizon: Instant, limit: number): Promise<readonly HandedOut[]> {
  const rows = await tx.$queryRaw`
    update occurrence set state = 'queued' where id in (
      select o.id from occurrence o
      where o.state = 'planned' and o.due_at <= ${horizon} and not ${IS_PAUSED}
      order by o.due_at limit ${limit} for update of o skip locked)
    returning id, due_at as "dueAt"`;
  return handedOut.parse(rows);
}

/** Those handed to a worker long ago and never told: their job was lost. */
export async function listStranded(db: Db, dueBefore: Instant): Promise<readonly HandedOut[]> {
  const rows = await db.$queryRaw`
    select id, due_at as "dueAt" from occurrence where state = 'queued' and due_at < ${dueBefore} limit 500`;
  return handedOut.parse(rows);
}

export type HandedOut = z.infer<typeof HandedOut>;
const HandedOut = z.object({ id: z.string(), dueAt: z.date() });
const handedOut = z.array(HandedOut);

/** Since when has the longest waiting occurrence been due and not told? Paused subjects do not wait. */
export async function findOldestDue(db: Db, now: Instant): Promise<Instant | undefined> {
  const rows = await db.$queryRaw<{ at: Instant | null }[]>`
    select min(o.due_at) as at from occurrence o
    where o.state in ('planned', 'queued') and o.due_at <= ${now} and not ${IS_PAUSED}`;
  return rows[0]?.at ?? undefined;
}

/**
 * Holds these occurrences for this transaction, as far as they are still to be told. One that was put back on the plan
 * meanwhile waits for its new time. In an order that two workers share, so that they cannot wait for each other.
 */
export async function lockQueued(tx: Tx, occurrenceIds: readonly string[]): Promise<readonly Occurrence[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from occurrence where id = any(${[...occurrenceIds]}::uuid[]) and state = 'queued'
    order by county_id, topic, subject_id, question, due_at, id for update`;
  const rows = await tx.occurrence.findMany({ where: { id: { in: locked.map(({ id }) => id) } }, select: columns });
  const found = new Map(rows.map((row) => [row.id, toOccurrence(row)]));
  return locked.flatMap(({ id }) => found.get(id) ?? []);
}

export async function findOccurrence(db: Db, occurrenceId: string): Promise<Occurrence | undefined> {
  const row = await db.occurrence.findUnique({ where: { id: occurrenceId }, select: columns });
  return row ? toOccurrence(row) : undefined;
}

/** The one of this key, in the county. */
export async function findOccurrenceOf(
  db: Db,
  countyId: CountyId,
  key: Occurrence['key'],
): Promise<Occurrence | undefined> {
  const row = await db.occurrence.findFirst({ where: { countyId, key }, select: columns });
  return row ? toOccurrence(row) : undefined;
}

/** Is there another of the same kind and question, due later but already due or told, that says the same and more? */
export async function hasNewerDue(tx: Tx, occurrence: Occurrence, now: Instant): Promise<boolean> {
  const newer = await tx.occurrence.count({
    where: {
      countyId: occurrence.countyId,
      topic: occurrence.topic,
      subjectId: occurrence.id,
      kind: occurrence.kind,
      question: occurrence.question ?? null,
      dueAt: { gt: occurrence.dueAt, lte: now },
      usefulTo: { gt: now },
      state: { in: ['planned', 'queued', 'told'] },
    },
  });
  return newer > 0;
}

export interface ToldOccurrence {
  readonly occurrence: Occurrence;
  readonly promptId?: PromptId | undefined;
}

export async function markTold(tx: Tx, told: readonly ToldOccurrence[], at: Instant): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ occurrence, promptId }) => ({ id: occurrence.occurrenceId, prompt: promptId }));
  await tx.$executeRaw`
    update occurrence o set state = 'told', told_at = ${at}, prompt_id = t.prompt
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id uuid, prompt uuid) where o.id = t.id`;
}

export async function markDropped(tx: Tx, occurrences: readonly Occurrence[]): Promise<void> {
  if (occurrences.length === 0) return;
  const ids = occurrences.map(({ occurrenceId }) => occurrenceId);
  await tx.occurrence.updateMany({ where: { id: { in: ids } }, data: { state: 'dropped' } });
}

/** How often were the silent ones of this prompt nudged? */
export async function countNudges(db: Db, countyId: CountyId, promptId: PromptId): Promise<number> {
  return db.occurrence.count({ where: { countyId, promptId, kind: 'nudge', state: 'told' } });
}

const columns = {
  id: true,
  key: true,
  countyId: true,
  topic: true,
  subjectId: true,
  step: true,
  kind: true,
  localDate: true,
  localTime: true,
  dueAt: true,
  usefulTo: true,
  late: true,
  question: true,
  promptId: true,
  state: true,
  toldAt: true,
} as const satisfies Prisma.OccurrenceSelect;

const stored = z.object({
  kind: z.enum(['reminder', 'nudge', 'escalation']),
  late: z.enum(['send', 'summarise', 'drop']),
  state: z.enum(['planned', 'queued', 'told', 'moved', 'cancelled', 'dropped']),
});

function toOccurrence(row: Prisma.OccurrenceGetPayload<{ select: typeof columns }>): Occurrence {
  const { kind, late, state } = stored.parse(row);
  return {
    occurrenceId: row.id,
    key: row.key,
    countyId: CountyId.parse(row.countyId),
    id: SubjectId.parse(row.subjectId),
    topic: TopicKind.parse(row.topic),
    step: row.step,
    kind,
    date: LocalDate.parse(row.localDate),
    time: LocalTime.parse(row.localTime),
    dueAt: row.dueAt,
    usefulTo: row.usefulTo,
    whenLate: late,
    ...(row.question === null ? {} : { question: row.question }),
    ...(row.promptId === null ? {} : { promptId: PromptId.parse(row.promptId) }),
    state,
    ...(row.toldAt === null ? {} : { toldAt: row.toldAt }),
  };
}
