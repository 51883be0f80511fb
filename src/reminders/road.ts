// What the road needs wherever it goes.
import type { Clock } from '../clock.ts';
import type { Database } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import type { Log } from '../log.ts';
import type { Topics } from '../topic.ts';

/** The service's own pages. */
export interface Site {
  /** Where people reach them: "https://samverk.example.org". */
  readonly publicUrl: string;
  /** Where coordinators sign in: "https://samverk.example.org/desk". */
  readonly deskUrl: string;
  /** Makes of a text what nobody can make without the service's secret, fit for an address. */
  sign(text: string): string;
}

export interface Road {
  readonly database: Database;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Log;
  readonly topics: Topics;
  /** Not there where nobody can reach a page: in a simulation, say. */
  readonly site?: Site;
  /** See DeliveryRoom. */
  readonly leaseMs?: number | undefined;
}
