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

export interface Owners {
  readonly countyId: CountyId;
  readonly groupIds?: readonly GroupId[];
  readonly personIds?: readonly PersonId[];
}

/**
 * Ends every conversation of groups and people, on all platforms.
 * @returns how many were not at an end before
 */
export async function endConversations(
  db: Db,
  owners: Owners,
  { reason, at }: { readonly reason: string; readonly at: Instant },
): Promise<number> {
  const { count } = await db.conversation.updateMany({
    where: { ...ownedBy(owners), state: { not: 'gone' } },
    data: { state: 'gone', reason, changedAt: at },
  });
  return count;
}

/** Opens again the conversations of these groups and people that were ended for this reason. */
export async function reopenConversations(
  db: Db,
  owners: Owners,
  { reason, at }: { readonly reason: string; readonly at: Instant },
): Promise<void> {
  await db.conversation.updateMany({
    where: { ...ownedBy(owners), state: 'gone', reason },
    data: { state: 'active', reason: null, changedAt: at },
  });
}

/** Takes the conversations of groups and people out for good, on all platforms; only where nothing was ever said. */
export async function removeConversations(db: Db, owners: Owners): Promise<void> {
  await db.conversation.deleteMany({ where: ownedBy(owners) });
}

function ownedBy({ countyId, groupIds = [], personIds = [] }: Owners) {
  return { countyId, OR: [{ groupId: { in: [...groupIds] } }, { personId: { in: [...personIds] } }] };
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
