// How many deliveries a second does the whole road carry, beside raw jobs in the same run?
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../src/database/open.ts';
import { tick } from '../src/reminders/tick.ts';
import { openBenchHouse, type Shape } from './house.ts';

/** @returns seconds from the tick that finds the occurrences due until every delivery is settled */
export async function measureRoad(database: Database, occurrences: number, shape: Shape): Promise<number> {
  const house = await openBenchHouse(database, shape);
  const wanted = occurrences * shape.conversations;
  await house.plan(occurrences, new Date());
  const startedAt = performance.now();
  await tick(house.road);
  while (house.arrivals.length < wanted) await wait(5);
  while ((await database.db.delivery.count({ where: { state: 'sent' } })) < wanted) await wait(5);
  const seconds = (performance.now() - startedAt) / 1000;
  await house.close();
  if (house.arrivals.length !== wanted) throw new Error(`${house.arrivals.length} sends for ${wanted} deliveries.`);
  return seconds;
}
