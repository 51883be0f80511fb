// How many deliveries a second does the whole road carry, from due occurrences to settled rows?
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../src/database/open.ts';
import { tick } from '../src/reminders/tick.ts';
import { type BenchHouse, openBenchHouse, type Shape } from './house.ts';

/** @returns seconds from the tick that finds the occurrences due until every delivery is settled */
export async function measureRoad(database: Database, occurrences: number, shape: Shape): Promise<number> {
  const house = await openBenchHouse(database, shape);
  // A service that runs has done this before: what Node compiles on the way is not counted.
  await carry(house, database, Math.ceil(occurrences / 10));
  const seconds = await carry(house, database, occurrences);
  await house.close();
  return seconds;
}

async function carry(house: BenchHouse, { db }: Database, occurrences: number): Promise<number> {
  await house.plan(occurrences, new Date());
  const wanted = house.arrivals.length + occurrences * house.people.length;
  const startedAt = performance.now();
  await tick(house.road);
  while (house.arrivals.length < wanted) await wait(5);
  while ((await db.delivery.count({ where: { state: 'sent' } })) < wanted) await wait(5);
  if (house.arrivals.length !== wanted) throw new Error(`${house.arrivals.length} sends for ${wanted} deliveries.`);
  return (performance.now() - startedAt) / 1000;
}
