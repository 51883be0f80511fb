// Does a county still list the tenant of a conversation? Asked before anything leaves: nobody else's people are written to.
import type { Db } from '../database/open.ts';
import { KnownConversation } from '../directory/conversation.ts';
import { dropNulls } from '../directory/rows.ts';
import type { Platform } from '../platform.ts';
import type { ClaimedDelivery } from './delivery.ts';

/** Why a conversation is paused: its county has taken its tenant off its list. */
export const UNLISTED = 'tenant-not-listed';

/** Those of these whose county does not list the tenant of their conversation. The web room's tenants are the counties. */
export async function findUnlisted(
  db: Db,
  platform: Platform,
  deliveries: readonly ClaimedDelivery[],
): Promise<ReadonlySet<string>> {
  if (platform.name === 'room') return new Set();
  const tenants = JSON.stringify(deliveries.map(({ id, to }) => ({ id, tenant: platform.tenantOf(to) })));
  const rows = await db.$queryRaw<{ id: string }[]>`
    select d.id from jsonb_to_recordset(${tenants}::jsonb) as r(id uuid, tenant text)
      join delivery d on d.id = r.id join county k on k.id = d.county_id
    where not coalesce(k.tenants -> ${platform.name}::text, '[]') @> to_jsonb(r.tenant)`;
  return new Set(rows.map(({ id }) => id));
}

/** Every conversation that is paused for that, whatever its county. */
export async function listPausedUnlisted(db: Db): Promise<readonly KnownConversation[]> {
  const rows = await db.conversation.findMany({
    where: { state: 'paused', reason: UNLISTED },
    select: {
      id: true,
      countyId: true,
      platform: true,
      kind: true,
      name: true,
      address: true,
      groupId: true,
      personId: true,
    },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => KnownConversation.parse({ ...dropNulls(row), address: row.address }));
}
