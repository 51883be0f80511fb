// What of some subjects lies in the outbox, and where something of them has arrived.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import type { DeliveriesOf } from '../delivery/delivery-steer-store.ts';
import { isOfUse } from '../delivery/resend-store.ts';
import { Message } from '../message/message.ts';
import { Conversation } from '../platform.ts';
import type { Place } from '../reminders/post.ts';
import { Language } from '../text/language.ts';
import type { Told } from './desk-subject.ts';

const waitingRows = z.array(
  z
    .object({ key: z.string(), kind: z.enum(['reminder', 'nudge', 'escalation']), message: Message, to: Conversation })
    .readonly(),
);
type Waiting = z.infer<typeof waitingRows>[number];

/** What is written and not yet on its way to anybody, and is not held. A closed door is waited for while it is of use. */
export async function listWaiting(
  db: Db,
  { countyId, topic, id, question }: Told,
  now: Instant,
): Promise<readonly Waiting[]> {
  const rows = await db.$queryRaw`
    select o.key, o.kind, d.message,
      jsonb_build_object('id', c.id, 'platform', c.platform, 'kind', c.kind, 'name', c.name, 'address', c.address) as "to"
    from delivery d join occurrence o on o.id = d.occurrence_id join conversation c on c.id = d.conversation_id
    where o.county_id = ${countyId} and d.county_id = o.county_id and o.topic = ${topic} and o.subject_id = ${id}
      and d.state = 'waiting' and d.sent_ref is null and ${isAsked(question)}
      and (c.state = 'active' or (c.state = 'paused' and o.useful_to > ${now}))
    order by d.next_at, o.key, c.id`;
  return waitingRows.parse(rows);
}

const placeRows = z.array(Conversation.unwrap().extend({ language: Language }));

/** The conversations in which something of it was sent, or is on its way, with the language that is spoken there. */
export async function listReached(db: Db, { countyId, topic, id, question }: Told): Promise<readonly Place[]> {
  const rows = await db.$queryRaw`
    select c.id, c.platform, c.kind, c.name, c.address, coalesce(p.language, k.languages[1]) as language
    from conversation c join county k on k.id = c.county_id
      left join person p on p.county_id = c.county_id and p.id = c.person_id
    where c.county_id = ${countyId} and c.state in ('active', 'paused') and exists (
      select 1 from delivery d join occurrence o on o.id = d.occurrence_id
      where d.conversation_id = c.id and o.county_id = ${countyId} and o.topic = ${topic} and o.subject_id = ${id}
        and (d.sent_at is not null or d.lease_until is not null) and ${isAsked(question)})
    order by c.id`;
  return placeRows.parse(rows).map(({ language, ...conversation }) => ({ conversation, language }));
}

/** The conversations in which something of it waits that nobody has in hand. */
export async function listStillWaiting(db: Db, { countyId, topic, id }: DeliveriesOf): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct d.conversation_id as id from delivery d join occurrence o on o.id = d.occurrence_id
    where o.county_id = ${countyId} and d.county_id = o.county_id and o.topic = ${topic} and o.subject_id = ${id}
      and d.state in ('waiting', 'held') and d.sent_ref is null and d.lease_until is null`;
  return new Set(rows.map((row) => row.id));
}

/** What waits and asks nothing any more, since what it asked about is off; and news of an earlier move. */
export async function callOffOutdated(tx: Tx, { countyId, topic, id }: DeliveriesOf): Promise<void> {
  await tx.$executeRaw`
    update delivery d set state = 'cancelled' from occurrence o
    where o.id = d.occurrence_id and o.county_id = ${countyId} and o.topic = ${topic} and o.subject_id = ${id}
      and d.state in ('waiting', 'held') and d.sent_ref is null and d.message -> 'question' is null
      and (d.prompt_id is not null or o.step like 'moved:%')`;
}

export interface Failed {
  /** Of the occurrence. */
  readonly key: string;
  readonly isOfUse: boolean;
}

/** What nobody got and nobody will try again by himself, message by message. */
export async function listFailed(db: Db, told: readonly Told[], now: Instant): Promise<readonly Failed[]> {
  const failed: Failed[] = [];
  for (const { countyId, topic, id, question } of told) {
    const rows = await db.$queryRaw<Failed[]>`
      select o.key, ${isOfUse(now)} as "isOfUse" from delivery d join occurrence o on o.id = d.occurrence_id
      where o.county_id = ${countyId} and d.county_id = o.county_id and o.topic = ${topic} and o.subject_id = ${id}
        and d.state = 'failed' and ${isAsked(question)}`;
    failed.push(...rows);
  }
  return failed;
}

/** Under the question, where it is one question of several. */
function isAsked(question: string | undefined): Prisma.Sql {
  return question === undefined ? Prisma.sql`true` : Prisma.sql`o.question = ${question}`;
}
