// What a failed delivery was about, for those who are told of it.
import type { Db } from '../database/open.ts';
import { CountyId } from '../ids.ts';

export interface FailedDelivery {
  readonly id: string;
  readonly countyId: CountyId;
  readonly conversation: string;
  readonly title: string;
  readonly code: string;
}

/** The topic of what tells of failures, which is not told of in turn: two coordinators out of reach would go on for ever. */
export const TROUBLE = 'trouble';

export async function listFailed(db: Db, deliveryIds: readonly string[]): Promise<readonly FailedDelivery[]> {
  const rows = await db.$queryRaw<
    { id: string; countyId: string; conversation: string; title: string; code: string | null }[]
  >`
    select d.id, d.county_id as "countyId", c.name as conversation, d.message->>'title' as title, d.error as code
    from delivery d join conversation c on c.id = d.conversation_id join occurrence o on o.id = d.occurrence_id
    where d.state = 'failed' and d.id = any(${[...deliveryIds]}::uuid[]) and o.topic <> ${TROUBLE} order by c.name`;
  return rows.map((row) => ({ ...row, countyId: CountyId.parse(row.countyId), code: row.code ?? '' }));
}
