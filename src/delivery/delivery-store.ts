// The outbox: which messages wait, which are on their way, and what became of them.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import { type ConversationId, type CountyId, type PromptId, toStableUuid } from '../ids.ts';
import { Message } from '../message/message.ts';
import { Conversation, PlatformName, Sent } from '../platform.ts';
import { type ClaimedDelivery, type Outcome, toDeliveryKey } from './delivery.ts';

export interface NewDelivery {
  readonly conversationId: ConversationId;
  readonly platform: PlatformName;
  readonly message: Message;
}

export interface Cause {
  readonly occurrenceId: string;
  readonly countyId: CountyId;
  readonly promptId?: PromptId;
  readonly at: Instant;
}

/** Writes outbox rows; a pair of occurrence and conversation that is there already stays as it is. Returns how many were new. */
export async function addDeliveries(tx: Tx, cause: Cause, deliveries: readonly NewDelivery[]): Promise<number> {
  const { count } = await tx.delivery.createMany({
    data: deliveries.map((delivery) => ({
      id: toStableUuid(`${cause.occurrenceId}>${delivery.conversationId}`),
      occurrenceId: cause.occurrenceId,
      countyId: cause.countyId,
      promptId: cause.promptId ?? null,
      conversationId: delivery.conversationId,
      platform: delivery.platform,
      message: delivery.message,
      state: 'waiting',
      nextAt: cause.at,
    })),
    skipDuplicates: true,
  });
  return count;
}

export interface Claim {
  readonly platform: PlatformName;
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly limit: number;
}

/** Leases messages whose turn it is, oldest first. One whose worker died in mid-send comes back as unknown. */
export async function claimSends(db: Db, claim: Claim): Promise<readonly ClaimedDelivery[]> {
  const rows = await db.$queryRaw`
    with turn as (
      select d.id from delivery d join conversation c on c.id = d.conversation_id
      where d.platform = ${claim.platform} and c.state = 'active' and d.next_at <= ${claim.now}
        and (d.state = 'waiting' or (d.state = 'sending' and d.lease_until < ${claim.now}))
      order by d.next_at limit ${claim.limit} for update of d skip locked)
    update delivery d
    set is_unknown = d.is_unknown or d.state = 'sending', state = 'sending', lease_until = ${claim.leaseUntil},
        attempts = d.attempts + 1
    from turn, occurrence o, conversation c
    where d.id = turn.id and o.id = d.occurrence_id and c.id = d.conversation_id
    returning d.id, o.key, d.generation, d.message, d.version, d.attempts, d.is_unknown, d.sent_ref, d.slot_at,
      c.id as conversation_id, c.platform, c.kind, c.name, c.address`;
  return readClaims(rows);
}

/** Leases cards that should show a newer version than they do. */
export async function claimUpdates(db: Db, claim: Claim): Promise<readonly ClaimedDelivery[]> {
  const rows = await db.$queryRaw`
    with turn as (
      select d.id from delivery d join conversation c on c.id = d.conversation_id
      where d.platform = ${claim.platform} and c.state = 'active' and d.next_at <= ${claim.now}
        and d.state = 'sent' and d.shown < d.version and (d.lease_until is null or d.lease_until < ${claim.now})
      order by d.next_at limit ${claim.limit} for update of d skip locked)
    update delivery d set lease_until = ${claim.leaseUntil}, attempts = d.attempts + 1
    from turn, occurrence o, conversation c
    where d.id = turn.id and o.id = d.occurrence_id and c.id = d.conversation_id
    returning d.id, o.key, d.generation, d.message, d.version, d.attempts, d.is_unknown, d.sent_ref, d.slot_at,
      c.id as conversation_id, c.platform, c.kind, c.name, c.address`;
  return readClaims(rows);
}

/** Writes down what became of a batch, in one statement per kind of outcome. */
export async function settle(db: Db, outcomes: readonly Outcome[], now: Instant): Promise<void> {
  const of = <K extends Outcome['kind']>(kind: K) =>
    JSON.stringify(outcomes.filter((outcome): outcome is Extract<Outcome, { kind: K }> => outcome.kind === kind));
  const has = (kind: Outcome['kind']) => outcomes.some((outcome) => outcome.kind === kind);
  if (has('sent')) {
    await db.$executeRaw`
      update delivery d set state = 'sent', sent_at = coalesce(d.sent_at, ${now}), sent_ref = o.sent, shown = o.version,
        slot_at = null, lease_until = null, is_unknown = false, attempts = 0, error = null
      from jsonb_to_recordset(${of('sent')}::jsonb) as o(id uuid, sent jsonb, version int) where d.id = o.id`;
  }
  if (has('again')) {
    await db.$executeRaw`
      update delivery d set state = case when d.sent_ref is null then 'waiting' else 'sent' end, next_at = o.at,
        slot_at = null, lease_until = null, is_unknown = o."isUnknown", error = o.code
      from jsonb_to_recordset(${of('again')}::jsonb) as o(id uuid, at timestamptz, "isUnknown" boolean, code text)
      where d.id = o.id`;
  }
  if (has('paced')) {
    await db.$executeRaw`
      update delivery d set state = case when d.sent_ref is null then 'waiting' else 'sent' end, next_at = o.at,
        slot_at = o.at, lease_until = null, attempts = d.attempts - 1
      from jsonb_to_recordset(${of('paced')}::jsonb) as o(id uuid, at timestamptz) where d.id = o.id`;
  }
  if (has('failed')) {
    // An update that can never be shown leaves the post as it stands.
    await db.$executeRaw`
      update delivery d set state = case when d.sent_ref is null then 'failed' else 'sent' end, shown = d.version,
        lease_until = null, error = o.code
      from jsonb_to_recordset(${of('failed')}::jsonb) as o(id uuid, code text) where d.id = o.id`;
  }
  if (has('gone')) {
    await db.$executeRaw`
      update delivery d set state = 'waiting', generation = d.generation + 1, sent_ref = null, shown = 0, attempts = 0,
        lease_until = null, is_unknown = false
      from jsonb_to_recordset(${of('gone')}::jsonb) as o(id uuid) where d.id = o.id`;
  }
}

/** When does the next message or update of a platform come to its turn? Undefined when none waits. */
export async function findNextTurn(db: Db, platform: PlatformName): Promise<Instant | undefined> {
  const rows = await db.$queryRaw<{ at: Instant | null }[]>`
    select min(case when d.state = 'sending' then d.lease_until else greatest(d.next_at, coalesce(d.lease_until, d.next_at)) end) as at
    from delivery d join conversation c on c.id = d.conversation_id
    where d.platform = ${platform} and c.state = 'active'
      and (d.state in ('waiting', 'sending') or (d.state = 'sent' and d.shown < d.version))`;
  return rows[0]?.at ?? undefined;
}

/** The newest card of a prompt in each conversation, where it has been sent or is on its way. */
export interface Card {
  readonly id: string;
  readonly occurrenceId: string;
  readonly conversationId: string;
  readonly platform: PlatformName;
  readonly personId: string | null;
  readonly message: Message;
}

export async function listCards(db: Db, countyId: CountyId, promptId: PromptId): Promise<readonly Card[]> {
  const rows = await db.$queryRaw`
    select distinct on (d.conversation_id) d.id, d.occurrence_id as "occurrenceId", d.conversation_id as "conversationId",
      d.platform, c.person_id as "personId", d.message
    from delivery d join conversation c on c.id = d.conversation_id
    where d.prompt_id = ${promptId}::uuid and d.county_id = ${countyId} and d.state in ('waiting', 'sending', 'sent')
    order by d.conversation_id, coalesce(d.sent_at, d.next_at) desc, d.id`;
  return cardRows.parse(rows);
}

/** Gives a card new content; the outbox shows it when its turn comes. */
export async function changeCard(tx: Tx, card: Pick<Card, 'id'>, message: Message, now: Instant): Promise<void> {
  await tx.delivery.update({
    where: { id: card.id },
    data: { message, version: { increment: 1 }, nextAt: now },
  });
}

const cardRows = z.array(
  z.object({
    id: z.string(),
    occurrenceId: z.string(),
    conversationId: z.string(),
    platform: PlatformName,
    personId: z.string().nullable(),
    message: Message,
  }),
);

const claimRows = z.array(
  z.object({
    id: z.string(),
    key: z.string(),
    generation: z.int(),
    message: Message,
    version: z.int(),
    attempts: z.int(),
    is_unknown: z.boolean(),
    sent_ref: z.json().nullable(),
    slot_at: z.date().nullable(),
    conversation_id: Conversation.unwrap().shape.id,
    platform: Conversation.unwrap().shape.platform,
    kind: Conversation.unwrap().shape.kind,
    name: z.string(),
    address: z.json(),
  }),
);

function readClaims(rows: unknown): readonly ClaimedDelivery[] {
  return claimRows.parse(rows).map((row) => ({
    id: row.id,
    key: toDeliveryKey(row.key, row.conversation_id, row.generation),
    to: { id: row.conversation_id, platform: row.platform, kind: row.kind, name: row.name, address: row.address },
    message: row.message,
    version: row.version,
    attempts: row.attempts,
    isUnknown: row.is_unknown,
    ...(row.slot_at === null ? {} : { slotAt: row.slot_at }),
    ...(row.sent_ref === null ? {} : { sent: Sent.parse(row.sent_ref) }),
  }));
}

/** Platforms with something whose turn it is and that nobody has in hand. */
export async function listBusyPlatforms(db: Db, now: Instant): Promise<readonly PlatformName[]> {
  const rows = await db.$queryRaw<{ platform: string }[]>`
    select distinct d.platform from delivery d join conversation c on c.id = d.conversation_id
    where c.state = 'active' and d.next_at <= ${now}
      and (d.state = 'waiting' or (d.state = 'sending' and d.lease_until < ${now})
        or (d.state = 'sent' and d.shown < d.version and (d.lease_until is null or d.lease_until < ${now})))`;
  return rows.map(({ platform }) => PlatformName.parse(platform));
}
