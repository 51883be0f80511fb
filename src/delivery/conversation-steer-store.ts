// Stops, revives and calls off what the outbox holds for one conversation.
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import { ConversationId } from '../ids.ts';

export interface Refused {
  /** Of the delivery. */
  readonly id: string;
  readonly code: string;
}

export interface Refusing {
  /** A conversation that was opened since then is not paused by a refusal from before. */
  readonly claimedAt: Instant;
  readonly now: Instant;
}

/**
 * Pauses the conversations that refused these deliveries, once their failure is written down. The code is the reason.
 * @returns those that were active until now
 */
export async function pauseRefusing(
  tx: Tx,
  refused: readonly Refused[],
  { claimedAt, now }: Refusing,
): Promise<readonly ConversationId[]> {
  if (refused.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update conversation c set state = 'paused', reason = r.code, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r(id uuid, code text)
      join delivery d on d.id = r.id and d.lease_until is null and d.error = r.code
    where c.id = d.conversation_id and c.state = 'active' and c.changed_at <= ${claimedAt}
    returning c.id`;
  return rows.map(({ id }) => ConversationId.parse(id));
}

/** Before a paused conversation is opened again: what it was paused with is tried anew, as far as it is still of use. */
export async function reviveRefused(tx: Tx, id: ConversationId, now: Instant): Promise<void> {
  await tx.$executeRaw`
    update delivery d set state = 'waiting', attempts = 0, next_at = ${now}, error = null
    from conversation c, occurrence o
    where c.id = ${id} and d.conversation_id = c.id and o.id = d.occurrence_id and d.state = 'failed'
      and d.error = c.reason and d.sent_ref is null and o.useful_to > ${now}`;
}

/** When was it due, to be overtaken by a newer one or to have lost its point? */
export interface Lateness {
  readonly dueBefore: Instant;
  readonly now: Instant;
}

/** Of what waited meanwhile, that which is of no use any more is not sent in a flood: the newest of a kind says it all. */
export async function cancelOvertaken(tx: Tx, id: ConversationId, { dueBefore, now }: Lateness): Promise<void> {
  await tx.$executeRaw`
    update delivery d set state = 'cancelled' from occurrence o
    where d.conversation_id = ${id} and d.state in ('waiting', 'held') and o.id = d.occurrence_id and (
      o.useful_to <= ${now}
      or (o.due_at < ${dueBefore} and o.late = 'drop')
      or (o.due_at < ${dueBefore} and o.late = 'summarise' and exists (
        select 1 from delivery e join occurrence n on n.id = e.occurrence_id
        where e.conversation_id = d.conversation_id and e.state in ('waiting', 'held', 'sending', 'sent')
          and n.county_id = o.county_id and n.topic = o.topic and n.subject_id = o.subject_id and n.kind = o.kind
          and n.question is not distinct from o.question and n.due_at > o.due_at and n.useful_to > ${now})))`;
}

/** What waits for a paused conversation to open does not wait longer than it is of use. */
export async function cancelUseless(db: Db, now: Instant): Promise<void> {
  await db.$executeRaw`
    update delivery d set state = 'cancelled' from occurrence o, conversation c
    where d.state = 'waiting' and c.id = d.conversation_id and c.state = 'paused' and o.id = d.occurrence_id
      and o.useful_to <= ${now}`;
}

/** Nothing of what was meant for the conversation is sent there any more, nor shown anew. */
export async function callOff(tx: Tx, id: ConversationId): Promise<void> {
  await tx.$executeRaw`
    update delivery set state = case state when 'sent' then state else 'cancelled' end, shown = version
    where conversation_id = ${id} and state in ('waiting', 'held', 'sending', 'sent')`;
}
