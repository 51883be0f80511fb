// What a failed delivery was about, and which conversation is out of reach, for those who are told of it.
import type { Db } from '../database/open.ts';
import { type ConversationId, CountyId } from '../ids.ts';

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

/** A conversation that takes nothing any more. */
export interface LostConversation {
  readonly countyId: CountyId;
  readonly name: string;
  /** Such as "archived". */
  readonly reason: string;
}

/** Those of these that are out of reach still. */
export async function listLost(db: Db, ids: readonly ConversationId[]): Promise<readonly LostConversation[]> {
  const rows = await db.conversation.findMany({
    where: { id: { in: [...ids] }, state: { not: 'active' } },
    select: { countyId: true, name: true, reason: true },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ countyId, name, reason }) => ({
    countyId: CountyId.parse(countyId),
    name,
    reason: reason ?? '',
  }));
}
