// A county lists a tenant again that it had taken off: its conversations there go on.
import { listPausedUnlisted, UNLISTED } from '../delivery/listed-store.ts';
import { findTenant } from '../delivery/readable.ts';
import { findConversationAnywhere } from '../directory/binding-store.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Platform } from '../platform.ts';
import { reviveConversation } from './revive.ts';
import type { Road } from './road.ts';

export const REOPEN_QUEUE = 'reopen';

/** Those whose tenant is not listed stay paused. */
export async function reopenListed(road: Road, platforms: readonly Platform[]): Promise<void> {
  for (const known of await listPausedUnlisted(road.database.db)) {
    const platform = platforms.find(({ name }) => name === known.platform);
    if (!platform || platform.name === 'room') continue;
    const { tenants } = await readCounty(road.database.db, known.countyId);
    const tenant = findTenant(platform, known);
    if (tenant === undefined || !tenants[platform.name].includes(tenant)) continue;
    await road.database.transaction(async (tx) => {
      // Somebody may have connected it to another group meanwhile.
      const stored = await findConversationAnywhere(tx, known.id);
      if (stored?.reason === UNLISTED && stored.countyId === known.countyId) await reviveConversation(road, tx, known);
    });
  }
}
