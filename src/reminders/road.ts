// What the road needs wherever it goes.
import type { Clock } from '../clock.ts';
import type { Database } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import type { Log } from '../log.ts';
import type { Topics } from '../topic.ts';

export interface Road {
  readonly database: Database;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Log;
  readonly topics: Topics;
  /** See DeliveryRoom. */
  readonly leaseMs?: number | undefined;
}
