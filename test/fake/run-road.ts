// In a second process: the whole road to a platform, until all is sent, or until it is killed.
import { setTimeout as wait } from 'node:timers/promises';
import { wallClock } from '../../src/clock.ts';
import { startQueue } from '../../src/database/boss-queue.ts';
import { type Db, openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';
import { openHouse, QUEUES } from '../../src/main.ts';
import type { Platform } from '../../src/platform.ts';
import { tick } from '../../src/reminders/tick.ts';
import { asOnlyTopic, createCrowdTopic, listCrowd } from './crowd.ts';
import type { RoadOrders } from './road-orders.ts';

export async function runRoad(orders: RoadOrders, createPlatform: (db: Db) => Platform): Promise<never> {
  const { dueAt, leaseMs } = orders;
  const database = await openDatabase({ url: orders.url, dataDir: orders.dataDir, log: silentLog });
  const queue = await startQueue(database, silentLog, QUEUES);
  const topics = asOnlyTopic(createCrowdTopic({ people: listCrowd(orders.crowd), asks: true, dueAt: () => dueAt }));
  const road = { database, queue, clock: wallClock, log: silentLog, topics, leaseMs };
  await openHouse(road, [createPlatform(database.db)], Math.random);
  console.log('open');

  const isAllDone = async () =>
    (await database.db.delivery.count({ where: { state: { in: ['sent', 'failed'] } } })) === orders.deliveries;
  while (!(await isAllDone())) {
    await tick(road);
    await wait(200);
  }
  await queue.stop();
  await database.close();
  console.log('done');
  process.exit();
}
