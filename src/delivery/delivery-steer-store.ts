// Holds, releases and cancels what waits in the outbox for one subject, or for all the parts of one.
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import type { Subject, TopicKind } from '../topic.ts';
import { IS_PAUSED, isAboutPartOf } from './paused-store.ts';

export interface DeliveriesOf extends Subject {
  readonly topic: TopicKind;
}

/** As far as it is paused. What is on its way is held too, should it come back: see `settle`. */
export async function holdWaiting(tx: Tx, { countyId, topic, id }: DeliveriesOf): Promise<void> {
  await tx.$executeRaw`
    update delivery d set state = 'held' from occurrence o
    where o.id = d.occurrence_id and d.state in ('waiting', 'sending')
      and o.county_id = ${countyId} and o.topic = ${topic} and ${isAboutPartOf(id)} and ${IS_PAUSED}`;
}

/** As far as it is not paused any more. What is still in a worker's hand stays there; what is of no use any more is not sent. */
export async function releaseHeld(tx: Tx, { countyId, topic, id }: DeliveriesOf, now: Instant): Promise<void> {
  await tx.$executeRaw`
    update delivery d set state = case when d.lease_until is not null then 'sending'
      when o.useful_to <= ${now} then 'cancelled' else 'waiting' end from occurrence o
    where o.id = d.occurrence_id and d.state = 'held'
      and o.county_id = ${countyId} and o.topic = ${topic} and ${isAboutPartOf(id)} and not ${IS_PAUSED}`;
}

/** Those on their way may still arrive, see countOnTheirWay; put off by the platform, they do not come back. */
export async function cancelWaiting(tx: Tx, { countyId, topic, id }: DeliveriesOf, step?: string): Promise<void> {
  await tx.$executeRaw`
    update delivery d set state = 'cancelled' from occurrence o
    where o.id = d.occurrence_id and d.state in ('waiting', 'held', 'sending')
      and o.county_id = ${countyId} and o.topic = ${topic} and o.subject_id = ${id}
      and o.step = coalesce(${step ?? null}::text, o.step)`;
}

/** How many are between the database and the platform right now? */
export async function countOnTheirWay(db: Db, { countyId, topic, id }: DeliveriesOf): Promise<number> {
  const rows = await db.$queryRaw<{ count: bigint }[]>`
    select count(*) as count from delivery d join occurrence o on o.id = d.occurrence_id
    where d.state in ('sending', 'held', 'cancelled') and d.lease_until is not null
      and o.county_id = ${countyId} and o.topic = ${topic} and ${isAboutPartOf(id)}`;
  return Number(rows[0]?.count ?? 0);
}
