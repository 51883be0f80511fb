// What a county is to be told, was told, and what did not arrive.
import { z } from 'zod';
import type { Instant } from '../../../calendar/zone.ts';
import { Prisma } from '../../../database/generated/client.ts';
import type { Db } from '../../../database/open.ts';
import { IS_PAUSED } from '../../../delivery/paused-store.ts';
import { isOfUse } from '../../../delivery/resend-store.ts';
import { type CountyId, SubjectId } from '../../../ids.ts';
import { PlatformName } from '../../../platform.ts';

/** One reminder; or all of a round of check-ins, and of contacts to be looked over, that come at the same time. */
const occurrence = {
  key: z.string(),
  /** One of the topics, or a notice of the house itself. */
  topic: z.string(),
  /** The first of them. */
  subjectId: SubjectId,
  kind: z.enum(['reminder', 'nudge', 'escalation']),
  roundId: z.string().nullable(),
  roundLabel: z.string().nullable(),
  /** So many go to a group's channel. */
  toGroups: z.int(),
  /** So many go to somebody who is responsible. */
  toOthers: z.int(),
};

const Due = z.object({ ...occurrence, dueAt: z.date(), isPaused: z.boolean() }).readonly();
export type Due = z.infer<typeof Due>;

const Told = z
  .object({ ...occurrence, toldAt: z.date(), sent: z.int(), waiting: z.int(), failed: z.int(), cancelled: z.int() })
  .readonly();
export type Told = z.infer<typeof Told>;

const Undelivered = z
  .object({
    key: z.string(),
    title: z.string(),
    conversation: z.string(),
    platform: PlatformName,
    /** The platform's word for why not. */
    code: z.string().nullable(),
    toldAt: z.date(),
    /** To so many in all it did not arrive. */
    ofReminder: z.int(),
    /** Too late to be of use by now. */
    isOutdated: z.boolean(),
  })
  .readonly();
export type Undelivered = z.infer<typeof Undelivered>;

/** So much is shown at once. */
const MOST = 200;

/** What is shown, and how many there are of it in all. */
export interface Listed<One> {
  readonly shown: readonly One[];
  readonly all: number;
}

const Counted = z.object({ all: z.int() });

function toListed<One>(one: z.ZodType<One>, rows: unknown): Listed<One> {
  const shown = z.array(one).parse(rows);
  return { shown, all: z.array(Counted).parse(rows)[0]?.all ?? 0 };
}

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Asked of many at once, each by themselves: together, they are one line. */
const BUNDLE = Prisma.sql`case when o.topic in ('plan', 'contact') then coalesce(o.question, o.key) else o.key end`;
const OF_ROUND = Prisma.sql`left join check_in_round r
  on o.topic = 'plan' and r.county_id = o.county_id and r.id = o.county_id || '/' || o.question`;
/** The plan's own share of a group is "kalmar/plan-2026+beredningsgruppen". */
const IS_GROUPS = Prisma.sql`o.topic = 'plan' and o.subject_id !~ '^[^/]+/[^/]+/'`;
const BUNDLED = Prisma.sql`min(o.key) as key, o.topic, min(o.subject_id) as "subjectId", o.kind,
  max(r.id) as "roundId", max(r.label) as "roundLabel",
  count(distinct o.id) filter (where ${IS_GROUPS})::int as "toGroups",
  count(distinct o.id) filter (where not (${IS_GROUPS}))::int as "toOthers"`;

/** What is planned within the span, the nearest first. */
export async function listDue(db: Db, countyId: CountyId, { from, to }: Span): Promise<Listed<Due>> {
  const rows = await db.$queryRaw`
    select ${BUNDLED}, o.due_at as "dueAt", bool_and(${IS_PAUSED}) as "isPaused", (count(*) over ())::int as "all"
    from occurrence o ${OF_ROUND}
    where o.county_id = ${countyId} and o.state in ('planned', 'queued') and o.due_at >= ${from} and o.due_at < ${to}
    group by o.due_at, o.topic, o.kind, ${BUNDLE} order by o.due_at, min(o.key) limit ${MOST}`;
  return toListed(Due, rows);
}

/** What was told since, the latest first, and to how many conversations: the numbers add up to all of them. */
export async function listTold(db: Db, countyId: CountyId, since: Instant): Promise<Listed<Told>> {
  const rows = await db.$queryRaw`
    select ${BUNDLED}, max(o.told_at) as "toldAt",
      count(d.id) filter (where d.state = 'sent')::int as sent,
      count(d.id) filter (where d.state in ('waiting', 'held', 'sending'))::int as waiting,
      count(d.id) filter (where d.state = 'failed')::int as failed,
      count(d.id) filter (where d.state = 'cancelled')::int as cancelled, (count(*) over ())::int as "all"
    from occurrence o join delivery d on d.occurrence_id = o.id and d.county_id = o.county_id ${OF_ROUND}
    where o.county_id = ${countyId} and o.state = 'told' and o.told_at >= ${since}
    group by o.due_at, o.topic, o.kind, ${BUNDLE} order by max(o.told_at) desc, min(o.key) limit ${MOST}`;
  return toListed(Told, rows);
}

/** What nobody will get unless somebody sends it again, told since; the latest first. */
export async function listUndelivered(
  db: Db,
  countyId: CountyId,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<Listed<Undelivered>> {
  const rows = await db.$queryRaw`
    select o.key, d.message->>'title' as title, c.name as conversation, d.platform, d.error as code,
      coalesce(o.told_at, o.due_at) as "toldAt", not ${isOfUse(now)} as "isOutdated",
      count(*) over (partition by o.id)::int as "ofReminder",
      count(*) over ()::int as "all"
    from delivery d join occurrence o on o.id = d.occurrence_id join conversation c on c.id = d.conversation_id
    where d.county_id = ${countyId} and o.county_id = ${countyId} and d.state = 'failed'
      and coalesce(o.told_at, o.due_at) >= ${since}
    order by "toldAt" desc, o.key, c.name limit ${MOST}`;
  return toListed(Undelivered, rows);
}

export async function countUndelivered(db: Db, countyId: CountyId, since: Instant): Promise<number> {
  const rows = await db.$queryRaw`
    select count(*)::int as "all" from delivery d join occurrence o on o.id = d.occurrence_id
    where d.county_id = ${countyId} and o.county_id = ${countyId} and d.state = 'failed'
      and coalesce(o.told_at, o.due_at) >= ${since}`;
  return z.tuple([Counted]).parse(rows)[0].all;
}

/** How many reminders lie in each month of a year, "2026-03" by "2026-03". */
export async function countByMonth(db: Db, countyId: CountyId, year: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw`
    select substring(local_date for 7) as month, count(*)::int as count from occurrence
    where county_id = ${countyId} and local_date >= ${`${year}-01-01`} and local_date <= ${`${year}-12-31`}
      and state in ('planned', 'queued', 'told')
    group by 1`;
  return new Map(counted.parse(rows).map(({ month, count }) => [month, count]));
}

const counted = z.array(z.object({ month: z.string(), count: z.int() }));
