// What a year's plan is about, for those who ask how the year went.
import type { Db } from '../../database/open.ts';
import type { CountyId } from '../../ids.ts';
import { isChecked } from './plan.ts';
import { findPlanOf } from './plan-store.ts';
import { isInForce } from './strategy.ts';
import { listAreas, listStrategies } from './strategy-store.ts';

/** The areas of the strategy in force that year. Asked while the plan is approved or followed up. */
export async function readYear(db: Db, countyId: CountyId, year: number) {
  const plan = await findPlanOf(db, countyId, year);
  if (!plan) return undefined;
  const inForce = (await listStrategies(db, countyId)).find((strategy) => isInForce(strategy, year));
  const areas = (await listAreas(db, countyId)).filter(({ strategyId }) => strategyId === inForce?.id);
  return {
    areas: areas.map(({ id, name }) => ({ id, name })),
    isAsked: isChecked(plan) || plan.state === 'followed-up',
  };
}
