// Reads and writes the check-in rounds of plans.
import type { Db } from '../../database/open.ts';
import { saveChanged } from '../../directory/rows.ts';
import type { CountyId } from '../../ids.ts';
import type { PlanOfCounty } from './plan-store.ts';
import { Round } from './round.ts';

const select = { id: true, countyId: true, planId: true, label: true, opensOn: true, closesOn: true } as const;

/** The rounds of a plan in order. */
export async function listRounds(db: Db, { countyId, planId }: PlanOfCounty): Promise<readonly Round[]> {
  const rows = await db.round.findMany({
    where: { countyId, planId },
    select,
    orderBy: [{ opensOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => Round.parse(row));
}

/** @returns the ids of those that were new or changed */
export function saveRounds(db: Db, countyId: CountyId, rounds: readonly Round[]): Promise<readonly string[]> {
  return saveChanged(rounds, {
    read: async (ids) => {
      const rows = await db.round.findMany({ where: { countyId, id: { in: ids } }, select });
      return rows.map((row) => Round.parse(row));
    },
    create: (fresh) => db.round.createMany({ data: [...fresh] }),
    update: (changed) => db.round.update({ where: { id: changed.id, countyId }, data: changed }),
  });
}
