// To whom does a conversation belong? Asked by a door that knows the conversation alone, and decided there.
import type { Instant } from '../calendar/zone.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import { type ConversationId, type CountyId, PersonId } from '../ids.ts';
import type { Conversation, PlatformName } from '../platform.ts';
import { type KnownConversation, StoredConversation, UNBOUND } from './conversation.ts';
import { dropNulls } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  platform: true,
  kind: true,
  name: true,
  address: true,
  groupId: true,
  personId: true,
  state: true,
  reason: true,
} as const;

/** Whatever its county and its state. */
export async function findConversationAnywhere(db: Db, id: ConversationId): Promise<StoredConversation | undefined> {
  const row = await db.conversation.findUnique({ where: { id }, select });
  return row ? StoredConversation.parse({ ...dropNulls(row), address: row.address }) : undefined;
}

/** Every conversation on a platform that may still be written in, whatever its county. */
export async function listConversationsOn(db: Db, platform: PlatformName): Promise<readonly StoredConversation[]> {
  const where = { platform, state: { not: 'gone' } };
  const rows = await db.conversation.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => StoredConversation.parse({ ...dropNulls(row), address: row.address }));
}

/** Writes a conversation as active, new or known, whoever it belonged to before. */
export async function openConversation(db: Db, known: KnownConversation, at: Instant): Promise<void> {
  const { groupId = null, personId = null, address } = known;
  const own = { groupId, personId, address: address ?? Prisma.JsonNull };
  const row = { ...known, ...own, state: 'active', reason: null, changedAt: at };
  await db.conversation.upsert({ where: { id: known.id }, create: row, update: row });
}

/** It belongs to no group any more. The row stays for what was said there. */
export async function unbindConversation(
  db: Db,
  { countyId, id }: { readonly countyId: CountyId; readonly id: ConversationId },
  at: Instant,
): Promise<void> {
  await db.conversation.update({
    where: { id, countyId },
    data: { groupId: null, state: 'gone', reason: UNBOUND, changedAt: at },
  });
}

/** It goes by another name, or is reached at another address; its state stays. */
export async function renameConversation(db: Db, { id, platform, name, address }: Conversation): Promise<void> {
  await db.conversation.updateMany({ where: { id, platform }, data: { name, address: address ?? Prisma.JsonNull } });
}

/** Those of these people who have a conversation of their own on a platform, also one that they have closed. */
export async function listPeopleOn(
  db: Db,
  platform: PlatformName,
  { countyId, ids }: { readonly countyId: CountyId; readonly ids: readonly PersonId[] },
): Promise<ReadonlySet<PersonId>> {
  const where = { countyId, platform, personId: { in: [...ids] } };
  const rows = await db.conversation.findMany({ where, select: { personId: true } });
  return new Set(rows.flatMap(({ personId }) => (personId === null ? [] : [PersonId.parse(personId)])));
}
