// When were the silent ones of a question last reminded of it?
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { Prompt } from '../replies/prompt.ts';

export async function findLastNudge(db: Db, { id, countyId }: Prompt): Promise<Instant | undefined> {
  const row = await db.occurrence.findFirst({
    where: { countyId, promptId: id, kind: 'nudge', state: 'told' },
    orderBy: { toldAt: 'desc' },
    select: { toldAt: true },
  });
  return row?.toldAt ?? undefined;
}
