// Where is a group or a person reached, and may we write there?
import type { Instant } from '../calendar/zone.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import type { ConversationId, CountyId, GroupId, PersonId } from '../ids.ts';
import { KnownConversation, type StateChange } from './conversation.ts';
import { dropNulls, saveChanged } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  platform: true,
  kind: true,
  name: true,
  address: true,
  groupId: true,
  personId: true,
} as const;

/** The active conversations of these groups, by id. */
export function listGroupConversations(
  db: Db,
  countyId: CountyId,
  groupIds: Iterable<GroupId>,
): Promise<readonly KnownConversation[]> {
  return readConversations(db, { countyId, state: 'active', groupId: { in: [...new Set(groupIds)] } });
}

/** The active conversations of these people, by id. */
export function listPersonConversations(
  db: Db,
  countyId: CountyId,
  personIds: Iterable<PersonId>,
): Promise<readonly KnownConversation[]> {
  return readConversations(db, { countyId, state: 'active', personId: { in: [...new Set(personIds)] } });
}

/**
 * Writes conversations. A new one is active; one that is known keeps its state.
 * @returns the ids of those that were new or changed
 */
export function saveConversations(
  db: Db,
  { countyId, now }: { readonly countyId: CountyId; readonly now: Instant },
  conversations: readonly KnownConversation[],
): Promise<readonly ConversationId[]> {
  return saveChanged(conversations, {
    read: (ids) => readConversations(db, { countyId, id: { in: ids } }),
    create: (fresh) =>
      db.conversation.createMany({ data: fresh.map((one) => ({ ...toRow(one), state: 'active', changedAt: now })) }),
    update: (changed) => db.conversation.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

/**
 * Pauses, ends or opens a conversation again.
 * @returns whether its state was another before: who should be told of it is told once
 */
export async function changeConversation(
  db: Db,
  { countyId, id }: { readonly countyId: CountyId; readonly id: ConversationId },
  { state, reason, at }: StateChange,
): Promise<boolean> {
  const { count } = await db.conversation.updateMany({
    where: { countyId, id, state: { not: state } },
    data: { state, reason: reason ?? null, changedAt: at },
  });
  return count > 0;
}

/** Opens again those of these conversations that were ended for this reason. */
export async function reopenConversations(
  db: Db,
  { countyId, ids }: { readonly countyId: CountyId; readonly ids: readonly ConversationId[] },
  { reason, at }: { readonly reason: string; readonly at: Instant },
): Promise<void> {
  await db.conversation.updateMany({
    where: { countyId, id: { in: [...ids] }, state: 'gone', reason },
    data: { state: 'active', reason: null, changedAt: at },
  });
}

/** Takes conversations out for good; only where nothing was ever said. */
export async function removeConversations(db: Db, countyId: CountyId, ids: readonly ConversationId[]): Promise<void> {
  await db.conversation.deleteMany({ where: { countyId, id: { in: [...ids] } } });
}

interface Where {
  readonly countyId: CountyId;
  readonly state?: string;
  readonly id?: { in: ConversationId[] };
  readonly groupId?: { in: GroupId[] };
  readonly personId?: { in: PersonId[] };
}

async function readConversations(db: Db, where: Where): Promise<readonly KnownConversation[]> {
  const rows = await db.conversation.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => KnownConversation.parse({ ...dropNulls(row), address: row.address }));
}

function toRow(conversation: KnownConversation) {
  const { groupId = null, personId = null } = conversation;
  return { ...conversation, groupId, personId, address: conversation.address ?? Prisma.JsonNull };
}
