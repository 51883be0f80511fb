// Which year's report does an address mean?
import { listPlans } from '../../../topics/plans/plan-store.ts';
import type { Visit } from '../visit.ts';

/** The years that the county has plans of, and this one; the latest last. */
export async function listYears({ setting, visitor }: Visit): Promise<readonly number[]> {
  const plans = await listPlans(setting.road.database.db, visitor.county.id);
  const years = new Set([...plans.map(({ year }) => year), readThisYear(visitor)]);
  return [...years].toSorted((a, b) => a - b);
}

/** Without one in the address: until May the year before, where there was a plan for it. Undefined for no year of ours. */
export async function findYear(visit: Visit): Promise<number | undefined> {
  const { slug, visitor } = visit;
  const years = await listYears(visit);
  if (slug !== '') return years.find((year) => String(year) === slug);
  const now = readThisYear(visitor);
  return visitor.today < `${now}-05-01` && years.includes(now - 1) ? now - 1 : now;
}

function readThisYear({ today }: Visit['visitor']): number {
  return Number(today.slice(0, 4));
}
