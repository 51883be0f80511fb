// A thousand occurrences due in the same second: how late does each arrive?
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../src/database/open.ts';
import { tick } from '../src/reminders/tick.ts';
import { openBenchHouse } from './house.ts';

export interface Lateness {
  /** Milliseconds after they were due, by which half, and all but one in a hundred, had arrived. */
  readonly p50: number;
  readonly p99: number;
}

/** As a tick finds them that comes a few seconds before they are due: handed out with their exact start. */
const AHEAD_MS = 4_000;

export async function measureLateness(database: Database, occurrences: number): Promise<Lateness> {
  const house = await openBenchHouse(database, { conversations: 1, asks: false });
  await house.plan(occurrences, new Date());
  const dueAt = new Date(Math.ceil((Date.now() + AHEAD_MS) / 1000) * 1000);
  await database.db.occurrence.updateMany({ data: { dueAt } });
  await tick(house.road);
  while (house.arrivals.length < occurrences) await wait(20);
  await house.close();
  const late = house.arrivals.map((at) => at - dueAt.getTime()).toSorted((a, b) => a - b);
  if (late.some((ms) => ms < 0)) throw new Error('Something was sent before it was due.');
  return { p50: findShare(late, 0.5), p99: findShare(late, 0.99) };
}

function findShare(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
