// Is something tried too often? Counted in the database, so that all replicas count together.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db } from './open.ts';

/** At most so many in a window, which begins with the first. */
export interface AttemptLimit {
  readonly most: number;
  readonly perMinutes: number;
}

/** @returns whether this one is within the limit */
export async function countAttempt(
  db: Db,
  { scope, now }: { readonly scope: string; readonly now: Instant },
  { most, perMinutes }: AttemptLimit,
): Promise<boolean> {
  const endsAt = new Date(now.getTime() + perMinutes * 60_000);
  const rows = await db.$queryRaw`
    insert into attempt as a (scope, count, ends_at) values (${scope}, 1, ${endsAt})
    on conflict (scope) do update set
      count = case when a.ends_at <= ${now} then 1 else a.count + 1 end,
      ends_at = case when a.ends_at <= ${now} then excluded.ends_at else a.ends_at end
    returning count`;
  return counted.parse(rows)[0].count <= most;
}

const counted = z.tuple([z.object({ count: z.int() })]);

export async function forgetAttempts(db: Db, now: Instant): Promise<void> {
  await db.attempt.deleteMany({ where: { endsAt: { lte: now } } });
}
