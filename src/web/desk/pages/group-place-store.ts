// Where each group of a county is written to, and whether that works.
import { z } from 'zod';
import type { Db } from '../../../database/open.ts';
import { ConversationState } from '../../../directory/conversation.ts';
import { dropNulls } from '../../../directory/rows.ts';
import { ConversationId, type CountyId, GroupId } from '../../../ids.ts';
import { PlatformName } from '../../../platform.ts';

const GroupPlace = z
  .object({
    id: ConversationId,
    groupId: GroupId.exactOptional(),
    name: z.string(),
    platform: PlatformName,
    kind: z.enum(['channel', 'chat', 'personal']),
    state: ConversationState,
    reason: z.string().exactOptional(),
    changedAt: z.date(),
  })
  .readonly();
export type GroupPlace = z.infer<typeof GroupPlace>;

/** Every channel and chat of a group that was ever connected, by name. */
export async function listGroupPlaces(db: Db, countyId: CountyId, groupId?: GroupId): Promise<readonly GroupPlace[]> {
  const rows = await db.conversation.findMany({
    where: { countyId, groupId: groupId ?? { not: null } },
    select: {
      id: true,
      groupId: true,
      name: true,
      platform: true,
      kind: true,
      state: true,
      reason: true,
      changedAt: true,
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => GroupPlace.parse(dropNulls(row)));
}
