// A county has one plan a year. Which plans must give up theirs, so that the file's can have it?

import type { Tx } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { InvalidInput } from '../errors.ts';
import type { Plan } from '../topics/plans/plan.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import type { CountyFile } from './county-file.ts';
import { releasePlanYears } from './stored-rows-store.ts';
import { toPlans } from './strategy-nouns.ts';

/** Frees the years that plans of the file want, and that others have. To be followed by `assertPlanYears`. */
export async function freePlanYears(tx: Tx, { id }: County, file: CountyFile): Promise<void> {
  const wanted = toPlans(file);
  const isInTheWay = (stored: Plan) => wanted.some((plan) => plan.year === stored.year && plan.id !== stored.id);
  const inTheWay = (await listPlans(tx, id)).filter(isInTheWay);
  await releasePlanYears(
    tx,
    id,
    inTheWay.map((plan) => plan.id),
  );
}

/**
 * After everything is written: a plan that is still without a year has a history, and cannot make room.
 * @throws InvalidInput
 */
export async function assertPlanYears(tx: Tx, { id }: County): Promise<void> {
  const homeless = (await listPlans(tx, id)).filter(({ year }) => year < 0);
  if (homeless.length === 0) return;
  throw new InvalidInput(
    'Nothing was imported. People have been told of activities in a plan whose year another one takes:',
    homeless.map((plan) => ({
      path: `plans ${-plan.year}`,
      message: `is "${plan.id.slice(id.length + 1)}" here. Keep that id, and keep its activities.`,
    })),
  );
}
