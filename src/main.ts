// Builds the house; the only file that knows everybody.
import { createHandle } from './chat/handle.ts';
import { type DeliveryRoom, deliver, deliveryQueue } from './delivery/deliver.ts';
import { type Handle, type Platform, PlatformName } from './platform.ts';
import { TELL_QUEUE } from './reminders/hand-out.ts';
import { replan } from './reminders/plan-ahead.ts';
import { REFRESH_QUEUE, refreshBatch } from './reminders/refresh.ts';
import type { Road } from './reminders/road.ts';
import { tellBatch } from './reminders/tell.ts';
import { tellTrouble } from './reminders/tell-trouble.ts';
import { PULSE_QUEUE } from './reminders/tick.ts';
import { beat } from './reminders/tick-store.ts';
import type { Topics } from './topic.ts';
import { callTopic } from './topics/calls/call-topic.ts';
import { createMeetingTopic } from './topics/meetings/meeting-topic.ts';
import { planTopic } from './topics/plans/plan-topic.ts';

/** Every queue there is: jobs are promised to these only. */
export const QUEUES: readonly string[] = [
  TELL_QUEUE,
  REFRESH_QUEUE,
  PULSE_QUEUE,
  ...PlatformName.options.map(deliveryQueue),
];

export function createTopics(): Topics {
  const meeting = createMeetingTopic({ replan: (tx, subject) => replan(tx, meeting, subject) });
  return { call: callTopic, meeting, plan: planTopic };
}

export interface House {
  readonly road: Road;
  readonly platforms: readonly Platform[];
  readonly handle: Handle;
}

/**
 * Puts the workers in their places: from here on, what is promised is done.
 * @param chance between 0 and 1, for the jitter of retries
 */
export async function openHouse(road: Road, platforms: readonly Platform[], chance: () => number): Promise<House> {
  const { database, queue, clock, log } = road;
  const outbox: DeliveryRoom = { database, queue, clock, log, chance, onFailed: (ids) => tellTrouble(road, ids) };
  await queue.work(TELL_QUEUE, { workers: 2, batchSize: 20, pollSeconds: 0.5 }, (jobs) => tellBatch(road, jobs));
  await queue.work(REFRESH_QUEUE, { workers: 1, batchSize: 50, pollSeconds: 0.5 }, (jobs) => refreshBatch(road, jobs));
  await queue.work(PULSE_QUEUE, { workers: 1, batchSize: 10, pollSeconds: 5 }, () =>
    beat(database.db, 'queue', clock.now()),
  );
  for (const platform of platforms) {
    await queue.work(deliveryQueue(platform.name), { workers: 3, batchSize: 10, pollSeconds: 0.5 }, () =>
      deliver(outbox, platform),
    );
  }
  return { road, platforms, handle: createHandle(road) };
}
