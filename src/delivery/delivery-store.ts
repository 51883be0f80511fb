// The outbox: which messages wait, which are on their way, and what became of them.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import { type ConversationId, type CountyId, type PersonId, type PromptId, toStableUuid } from '../ids.ts';
import { Message } from '../message/message.ts';
import { Conversation, PlatformName, Sent } from '../platform.ts';
import { type ClaimedDelivery, type Outcome, toDeliveryKey } from './delivery.ts';

export interface NewDelivery {
  readonly occurrenceId: string;
  readonly countyId: CountyId;
  readonly promptId?: PromptId | undefined;
  readonly conversationId: ConversationId;
  readonly platform: PlatformName;
  readonly message: Message;
}

/** A card that shows what it should is not looked at again until it changes. */
const NEVER = new Date('9999-12-31T00:00:00Z');

/** Writes outbox rows; a pair of occurrence and conversation that is there already stays as it is. */
export async function addDeliveries(tx: Tx, deliveries: readonly NewDelivery[], at: Instant): Promise<void> {
  if (deliveries.length === 0) return;
  // The same message goes to many: it is handed over once.
  const messages = [...new Set(deliveries.map(({ message }) => message))];
  const places = new Map(messages.map((message, place) => [message, place + 1]));
  const rows = deliveries.map(({ message, ...row }) => ({
    ...row,
    id: toStableUuid(`${row.occurrenceId}>${row.conversationId}`),
    message: places.get(message),
  }));
  await tx.$executeRaw`
    insert into delivery (id, occurrence_id, conversation_id, county_id, platform, prompt_id, message, state, next_at)
    select r.id, r."occurrenceId", r."conversationId", r."countyId", r.platform, r."promptId", m.message, 'waiting', ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "occurrenceId" uuid, "conversationId" text,
        "countyId" text, platform text, "promptId" uuid, message int)
      join jsonb_array_elements(${JSON.stringify(messages)}::jsonb) with ordinality as m(message, place)
        on m.place = r.message
    on conflict do nothing`;
}

export interface Claim {
  readonly platform: PlatformName;
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly limit: number;
}

/** Leases messages whose turn it is, oldest first. One whose worker died in mid-send comes back as unknown, and waits no longer for it. */
export async function claimSends(db: Db, claim: Claim): Promise<readonly ClaimedDelivery[]> {
  // Each half follows the index from its beginning; asked for together, all that waits would be sorted every time.
  const rows = await db.$queryRaw`
    with waiting as (
      select d.id from delivery d join conversation c on c.id = d.conversation_id
      where d.platform = ${claim.platform} and d.state = 'waiting' and d.next_at <= ${claim.now} and c.state = 'active'
      order by d.next_at limit ${claim.limit} for update of d skip locked),
    left_behind as (
      select d.id from delivery d join conversation c on c.id = d.conversation_id
      where d.platform = ${claim.platform} and d.state = 'sending' and d.lease_until < ${claim.now} and c.state = 'active'
      limit ${claim.limit} for update of d skip locked),
    turn as (select id from waiting union all select id from left_behind)
    update delivery d
    set is_unknown = d.is_unknown or d.state = 'sending', state = 'sending', lease_until = ${claim.leaseUntil},
        attempts = d.attempts + case d.state when 'waiting' then 1 else 0 end
    from turn, occurrence o, conversation c
    where d.id = turn.id and o.id = d.occurrence_id and c.id = d.conversation_id
    returning d.id, o.key, d.generation, d.message::text as message, d.version, d.attempts, d.is_unknown, d.sent_ref,
      d.slot_at, c.id as conversation_id, c.platform, c.kind, c.name, c.address`;
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
    returning d.id, o.key, d.generation, d.message::text as message, d.version, d.attempts, d.is_unknown, d.sent_ref,
      d.slot_at, c.id as conversation_id, c.platform, c.kind, c.name, c.address`;
  return readClaims(rows);
}

/** At which moment each of these that are leased until then may be sent. */
export async function keepPromises(
  tx: Tx,
  promises: readonly { readonly id: string; readonly slotAt: Instant }[],
  leaseUntil: Instant,
): Promise<void> {
  await tx.$executeRaw`
    update delivery d set slot_at = p."slotAt"
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as p(id uuid, "slotAt" timestamptz)
    where d.id = p.id and d.lease_until = ${leaseUntil}`;
}

export interface Settling {
  readonly now: Instant;
  /** Of the lease under which the batch was tried. */
  readonly leaseUntil: Instant;
}

/**
 * Writes down what became of a batch, in one statement per kind of outcome. What somebody else has claimed since is
 * left to them: they look for what arrived, and a late word from here would send it to the next one as new.
 */
export async function settle(db: Db, outcomes: readonly Outcome[], { now, leaseUntil }: Settling): Promise<void> {
  const of = <K extends Outcome['kind']>(kind: K) =>
    JSON.stringify(outcomes.filter((outcome): outcome is Extract<Outcome, { kind: K }> => outcome.kind === kind));
  const has = (kind: Outcome['kind']) => outcomes.some((outcome) => outcome.kind === kind);
  if (has('sent')) {
    await db.$executeRaw`
      update delivery d set state = 'sent', sent_at = coalesce(d.sent_at, ${now}), sent_ref = o.sent, shown = o.version,
        next_at = case when o.version < d.version then d.next_at else ${NEVER} end,
        slot_at = null, lease_until = null, is_unknown = false, attempts = 0, error = null
      from jsonb_to_recordset(${of('sent')}::jsonb) as o(id uuid, sent jsonb, version int)
      where d.id = o.id and d.lease_until = ${leaseUntil}`;
  }
  if (has('again')) {
    await db.$executeRaw`
      update delivery d set state = ${BACK}, next_at = o.at, slot_at = o."slotAt", lease_until = null,
        is_unknown = o."isUnknown", error = o.code, attempts = d.attempts - case when o."isUntried" then 1 else 0 end
      from jsonb_to_recordset(${of('again')}::jsonb)
        as o(id uuid, at timestamptz, "isUnknown" boolean, code text, "isUntried" boolean, "slotAt" timestamptz)
      where d.id = o.id and d.lease_until = ${leaseUntil}`;
  }
  if (has('paced')) {
    await db.$executeRaw`
      update delivery d set state = ${BACK}, next_at = o.at, slot_at = o."slotAt", lease_until = null,
        attempts = d.attempts - 1
      from jsonb_to_recordset(${of('paced')}::jsonb) as o(id uuid, at timestamptz, "slotAt" timestamptz)
      where d.id = o.id and d.lease_until = ${leaseUntil}`;
  }
  if (has('failed')) {
    // An update that can never be shown leaves the post as it stands.
    await db.$executeRaw`
      update delivery d
      set state = case when d.state = 'cancelled' then d.state when d.sent_ref is null then 'failed' else 'sent' end,
        shown = d.version, next_at = ${NEVER}, slot_at = null, lease_until = null, is_unknown = o."isUnknown",
        error = o.code
      from jsonb_to_recordset(${of('failed')}::jsonb) as o(id uuid, "isUnknown" boolean, code text)
      where d.id = o.id and d.lease_until = ${leaseUntil}`;
  }
  if (has('gone')) {
    await db.$executeRaw`
      update delivery d set state = 'waiting', generation = d.generation + 1, sent_ref = null, shown = 0, attempts = 0,
        slot_at = null, lease_until = null, is_unknown = false
      from jsonb_to_recordset(${of('gone')}::jsonb) as o(id uuid) where d.id = o.id and d.lease_until = ${leaseUntil}`;
  }
}

/** What was put off waits again, unless it was held or cancelled meanwhile. */
const BACK = Prisma.sql`case when d.state in ('held', 'cancelled') then d.state
  when d.sent_ref is null then 'waiting' else 'sent' end`;

/** When does the next message or update of a platform come to its turn? Undefined when none waits. */
export async function findNextTurn(db: Db, platform: PlatformName): Promise<Instant | undefined> {
  const rows = await db.$queryRaw<{ at: Instant | null }[]>`
    select min(at) as at from (
      (select d.next_at as at from delivery d join conversation c on c.id = d.conversation_id
        where d.platform = ${platform} and d.state = 'waiting' and c.state = 'active' order by d.next_at limit 1)
      union all
      select d.lease_until from delivery d join conversation c on c.id = d.conversation_id
        where d.platform = ${platform} and d.state = 'sending' and c.state = 'active'
      union all
      select greatest(d.next_at, d.lease_until) from delivery d join conversation c on c.id = d.conversation_id
        where d.platform = ${platform} and d.state = 'sent' and d.next_at < ${NEVER} and d.shown < d.version
          and c.state = 'active') as turn`;
  return rows[0]?.at ?? undefined;
}

/** A card of a prompt, where it has been sent or is on its way. */
export interface Card {
  readonly id: string;
  /** Of those in its conversation. */
  readonly isNewest: boolean;
  readonly occurrenceId: string;
  readonly platform: PlatformName;
  readonly message: Message;
}

export interface WhichCards {
  /** Leaves out the cards of everybody else; those of groups are there in any case. */
  readonly personIds?: readonly PersonId[];
  /** Also the older ones in each conversation that still ask. */
  readonly isWithOlder: boolean;
}

/** Of each conversation the newest. */
export async function listCards(
  db: Db,
  { id, countyId }: { readonly id: PromptId; readonly countyId: CountyId },
  { personIds, isWithOlder }: WhichCards,
): Promise<readonly Card[]> {
  const isForAll = personIds === undefined;
  const rows = await db.$queryRaw`
    select id, "occurrenceId", platform, message, place = 1 as "isNewest" from (
      select d.id, d.occurrence_id as "occurrenceId", d.platform, d.message,
        row_number() over (partition by d.conversation_id order by coalesce(d.sent_at, d.next_at) desc, d.id) as place
      from delivery d join conversation c on c.id = d.conversation_id
      where d.prompt_id = ${id}::uuid and d.county_id = ${countyId} and c.county_id = d.county_id and d.state in ('waiting', 'sending', 'sent')
        and (${isForAll} or c.person_id is null or c.person_id = any(${[...(personIds ?? [])]}::text[]))) as card
    where place = 1 or (${isWithOlder} and message -> 'question' is not null)
    order by place, id`;
  return cardRows.parse(rows);
}

/** An older card is shown anew once the newest ones are. */
const OLDER_MS = 1_000;

/** Gives a card new content; the outbox shows it when its turn comes, which no change brings forward. */
export async function changeCard(
  tx: Tx,
  card: Pick<Card, 'id' | 'isNewest'>,
  message: Message,
  now: Instant,
): Promise<void> {
  const turn = card.isNewest ? now : new Date(now.getTime() + OLDER_MS);
  await tx.$executeRaw`
    update delivery set message = ${JSON.stringify(message)}::jsonb, version = version + 1,
      next_at = case when state = 'sent' and shown = version then ${turn} else next_at end
    where id = ${card.id}::uuid`;
}

const cardRows = z.array(
  z.object({
    id: z.string(),
    isNewest: z.boolean(),
    occurrenceId: z.string(),
    platform: PlatformName,
    message: Message,
  }),
);

const claimRows = z.array(
  z.object({
    id: z.string(),
    key: z.string(),
    generation: z.int(),
    message: z.string(),
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
  const messages = new Map<string, Message>();
  const read = (text: string): Message => {
    const message = messages.get(text) ?? Message.parse(JSON.parse(text));
    messages.set(text, message);
    return message;
  };
  return claimRows.parse(rows).map((row) => ({
    id: row.id,
    key: toDeliveryKey(row.key, row.conversation_id, row.generation),
    to: { id: row.conversation_id, platform: row.platform, kind: row.kind, name: row.name, address: row.address },
    message: read(row.message),
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
    select p.platform from unnest(${PlatformName.options}::text[]) as p(platform)
    where exists (select 1 from delivery d join conversation c on c.id = d.conversation_id
        where d.platform = p.platform and d.state = 'waiting' and d.next_at <= ${now} and c.state = 'active')
      or exists (select 1 from delivery d join conversation c on c.id = d.conversation_id
        where d.platform = p.platform and d.state = 'sending' and d.lease_until < ${now} and c.state = 'active')
      or exists (select 1 from delivery d join conversation c on c.id = d.conversation_id
        where d.platform = p.platform and d.state = 'sent' and d.next_at <= ${now} and d.shown < d.version
          and (d.lease_until is null or d.lease_until < ${now}) and c.state = 'active')`;
  return rows.map(({ platform }) => PlatformName.parse(platform));
}
