// A plan that is locked is not changed any more: whatever writes to it is refused here.
import type { Db } from '../../database/open.ts';
import { InvalidInput } from '../../errors.ts';
import type { CountyId } from '../../ids.ts';

export interface PlansOfCounty {
  readonly countyId: CountyId;
  readonly planIds: readonly string[];
}

/**
 * To be asked before these plans, or what is in them, is written.
 * @throws InvalidInput with each year that is locked
 */
export async function assertUnlocked(db: Db, { countyId, planIds }: PlansOfCounty): Promise<void> {
  if (planIds.length === 0) return;
  const locked = await db.plan.findMany({
    where: { countyId, id: { in: [...new Set(planIds)] }, state: 'locked' },
    select: { year: true },
    orderBy: { year: 'asc' },
  });
  if (locked.length === 0) return;
  throw new InvalidInput(
    'Nothing was changed. These plans are locked:',
    locked.map(({ year }) => ({
      path: `plans ${year}`,
      message: 'is locked and takes only addenda. Leave it as it was, or add what is new in an addendum.',
    })),
  );
}
