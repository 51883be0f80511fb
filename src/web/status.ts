// How does it stand: what is asked, what comes next, what was sent, and is the service at it?
import { z } from 'zod';
import { type Instant, toIsoWithOffset } from '../calendar/zone.ts';
import type { Database } from '../database/open.ts';
import { listCounties } from '../directory/county-store.ts';
import { CountyId } from '../ids.ts';
import { findOldestDue } from '../reminders/occurrence-store.ts';
import { findLastBeat } from '../reminders/tick-store.ts';
import { countDeliveries, countOpenPrompts, listNext } from './status-store.ts';
import { VERSION } from './version.ts';

export const CountyStatus = z
  .object({
    id: CountyId,
    name: z.string(),
    isExample: z.boolean(),
    openPrompts: z.int(),
    /** The next occurrence: what it is about, and when it is due. */
    next: z
      .object({ at: z.iso.datetime({ offset: true }), topic: z.string(), subject: z.string() })
      .readonly()
      .exactOptional(),
    deliveries: z.object({ sent: z.int(), waiting: z.int(), failed: z.int(), cancelled: z.int() }).readonly(),
  })
  .readonly();
export type CountyStatus = z.infer<typeof CountyStatus>;

export const Status = z
  .object({
    version: z.string(),
    database: z.enum(['embedded', 'postgres']),
    now: z.iso.datetime(),
    lastTick: z.iso.datetime().exactOptional(),
    /** Since when has the longest waiting occurrence been due? */
    oldestDue: z.iso.datetime().exactOptional(),
    counties: z.array(CountyStatus).readonly(),
  })
  .readonly();
export type Status = z.infer<typeof Status>;

export async function readStatus({ db, kind }: Database, now: Instant): Promise<Status> {
  const prompts = await countOpenPrompts(db, now);
  const next = await listNext(db);
  const deliveries = await countDeliveries(db);
  const lastTick = await findLastBeat(db, 'due');
  const oldestDue = await findOldestDue(db, now);
  const counties = (await listCounties(db)).map(({ id, name, isExample, timeZone }) => {
    const first = next.get(id);
    const count = (...states: readonly string[]) =>
      states.reduce((sum, state) => sum + (deliveries.get(`${id} ${state}`) ?? 0), 0);
    return {
      id,
      name,
      isExample,
      openPrompts: prompts.get(id) ?? 0,
      ...(first && { next: { ...first, at: toIsoWithOffset(first.at, timeZone) } }),
      deliveries: {
        sent: count('sent'),
        waiting: count('waiting', 'held', 'sending'),
        failed: count('failed'),
        cancelled: count('cancelled'),
      },
    };
  });
  return {
    version: VERSION,
    database: kind,
    now: now.toISOString(),
    ...(lastTick && { lastTick: lastTick.toISOString() }),
    ...(oldestDue && { oldestDue: oldestDue.toISOString() }),
    counties,
  };
}
