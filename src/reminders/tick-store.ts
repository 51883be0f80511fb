// When each tick last ran, on any replica.
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';

export async function beat(db: Db, name: string, at: Instant): Promise<void> {
  await db.$executeRaw`
    insert into tick (name, at) values (${name}, ${at}) on conflict (name) do update set at = excluded.at`;
}

/** True for the one that comes first after `every` milliseconds, false for all others. */
export async function takeTurn(
  db: Db,
  name: string,
  { now, every }: { readonly now: Instant; readonly every: number },
): Promise<boolean> {
  const changed = await db.$executeRaw`
    insert into tick (name, at) values (${name}, ${now})
    on conflict (name) do update set at = excluded.at where tick.at <= ${new Date(now.getTime() - every)}`;
  return changed > 0;
}

export async function findLastBeat(db: Db, name: string): Promise<Instant | undefined> {
  const row = await db.tick.findUnique({ where: { name }, select: { at: true } });
  return row?.at;
}
