// On which days has a group met? A plan is approved at a meeting.
import { LocalDate } from '../../calendar/local-date.ts';
import type { Db } from '../../database/open.ts';
import type { CountyId, GroupId } from '../../ids.ts';

export interface Held {
  readonly id: string;
  readonly heldOn: LocalDate;
}

/** The meetings that were not cancelled, up to a day, the latest first; of one group or of any. */
export async function listHeldOn(
  db: Db,
  { countyId, groupId, to }: { readonly countyId: CountyId; readonly groupId?: GroupId; readonly to: LocalDate },
): Promise<readonly Held[]> {
  const rows = await db.meeting.findMany({
    where: { countyId, cancelledOn: null, heldOn: { lte: to }, ...(groupId && { groupId }) },
    select: { id: true, heldOn: true },
    orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ id, heldOn }) => ({ id, heldOn: LocalDate.parse(heldOn) }));
}
