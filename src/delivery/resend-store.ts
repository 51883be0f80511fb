// The delivery log of one occurrence, and a second chance for what failed.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { PlatformName } from '../platform.ts';
import { DeliveryState } from './delivery.ts';
import { IS_PAUSED } from './paused-store.ts';

const LogLine = z
  .object({
    conversation: z.string(),
    platform: PlatformName,
    state: DeliveryState,
    attempts: z.int(),
    sentAt: z.date().nullable(),
    /** The platform's word for why not, "archived". */
    error: z.string().nullable(),
  })
  .readonly();
export type LogLine = z.infer<typeof LogLine>;

export interface DeliveriesOfOne {
  readonly countyId: CountyId;
  readonly occurrenceKey: string;
}

/** One line for each conversation that was to be told: the lines of all states add up to the recipients. */
export async function listDeliveryLog(
  db: Db,
  { countyId, occurrenceKey }: DeliveriesOfOne,
): Promise<readonly LogLine[]> {
  const rows = await db.$queryRaw`
    select c.name as conversation, d.platform, d.state, d.attempts, d.sent_at as "sentAt", d.error
    from delivery d join occurrence o on o.id = d.occurrence_id join conversation c on c.id = d.conversation_id
    where o.key = ${occurrenceKey} and o.county_id = ${countyId} order by c.name`;
  return z.array(LogLine).parse(rows);
}

/**
 * Of the occurrence `o` of a statement. What waited for nothing when it was told, such as word of what did not arrive, has
 * no end of its own: whoever asks for it has a use for it.
 */
export function isOfUse(now: Instant): Prisma.Sql {
  return Prisma.sql`(o.useful_to > ${now} or o.useful_to <= o.due_at)`;
}

/** How many messages. */
export interface Retried {
  readonly again: number;
  /** Left, for they are of no use any more. */
  readonly outdated: number;
  /** Left, for what they are about is paused. */
  readonly paused: number;
}

/** Puts what failed, and is still of use, back into the outbox, and nothing else. */
export async function retryFailed(
  tx: Tx,
  { countyId, occurrenceKey }: DeliveriesOfOne,
  now: Instant,
): Promise<Retried> {
  const again = await tx.$executeRaw`
    update delivery d set state = 'waiting', attempts = 0, next_at = ${now}, error = null from occurrence o
    where o.id = d.occurrence_id and d.state = 'failed' and o.key = ${occurrenceKey} and o.county_id = ${countyId}
      and ${isOfUse(now)} and not ${IS_PAUSED}`;
  const left = await tx.$queryRaw<{ outdated: number; paused: number }[]>`
    select count(*) filter (where not ${isOfUse(now)})::int as outdated, count(*) filter (where ${isOfUse(now)})::int as paused
    from delivery d join occurrence o on o.id = d.occurrence_id
    where d.state = 'failed' and o.key = ${occurrenceKey} and o.county_id = ${countyId}`;
  return { again, outdated: 0, paused: 0, ...left[0] };
}
