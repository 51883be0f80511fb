// Counts, county by county, of what is asked, planned and sent.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { IS_PAUSED } from '../delivery/paused-store.ts';

/** How many questions can be answered now, by county. */
export async function countOpenPrompts(db: Db, now: Instant): Promise<ReadonlyMap<string, number>> {
  const rows = await db.prompt.groupBy({
    by: ['countyId'],
    where: { closedAt: null, closesAt: { gt: now } },
    _count: true,
  });
  return new Map(rows.map(({ countyId, _count }) => [countyId, _count]));
}

const nextRows = z.array(z.object({ county: z.string(), at: z.date(), topic: z.string(), subject: z.string() }));

/** What each county is told of next; what is paused waits. */
export async function listNext(db: Db) {
  const rows = await db.$queryRaw`
    select distinct on (o.county_id) o.county_id as county, o.due_at as at, o.topic, o.subject_id as subject
    from occurrence o where o.state = 'planned' and not ${IS_PAUSED}
    order by o.county_id, o.due_at, o.key`;
  return new Map(nextRows.parse(rows).map(({ county, ...next }) => [county, next]));
}

/** How many deliveries are in each state, by "<county> <state>". */
export async function countDeliveries(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.delivery.groupBy({ by: ['countyId', 'state'], _count: true });
  return new Map(rows.map(({ countyId, state, _count }) => [`${countyId} ${state}`, _count]));
}
