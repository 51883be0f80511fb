// A house to measure in: the real road and the real queue, a topic that says one thing, and a platform that does nothing.
import { wallClock } from '../src/clock.ts';
import { startQueue } from '../src/database/boss-queue.ts';
import type { Database } from '../src/database/open.ts';
import { type PersonId, SubjectId } from '../src/ids.ts';
import { silentLog } from '../src/log.ts';
import { type House, openHouse, QUEUES } from '../src/main.ts';
import type { Platform } from '../src/platform.ts';
import { planSubject } from '../src/reminders/plan-ahead.ts';
import { asOnlyTopic, CROWD, createCrowdTopic, listCrowd, settleCrowd } from '../test/fake/crowd.ts';

export interface Shape {
  /** To how many conversations each occurrence goes. */
  readonly conversations: number;
  readonly asks: boolean;
}

export interface BenchHouse extends House {
  /** When each send came, in milliseconds since the epoch. */
  readonly arrivals: readonly number[];
  readonly people: readonly PersonId[];
  /** Plans so many occurrences, each of a subject of its own, all due at one moment. */
  plan(occurrences: number, dueAt: Date): Promise<void>;
  close(): Promise<void>;
}

export async function openBenchHouse(database: Database, { conversations, asks }: Shape): Promise<BenchHouse> {
  const people = listCrowd(conversations);
  await settleCrowd(database, people);
  const arrivals: number[] = [];
  let dueAt = new Date();
  let subjects = 0;
  const topic = createCrowdTopic({ people, asks, dueAt: () => dueAt });
  const queue = await startQueue(database, silentLog, QUEUES);
  const road = { database, queue, clock: wallClock, log: silentLog, topics: asOnlyTopic(topic) };
  const house = await openHouse(road, [createNothing(arrivals)], Math.random);
  return {
    ...house,
    arrivals,
    people,
    async plan(occurrences, at) {
      dueAt = at;
      await database.transaction(async (tx) => {
        for (let n = 0; n < occurrences; n++) {
          const subject = { countyId: CROWD, id: SubjectId.parse(`${CROWD}/sak-${subjects++}`) };
          await planSubject(tx, topic, subject, at);
        }
      });
    },
    close: () => queue.stop(),
  };
}

function createNothing(arrivals: number[]): Platform {
  return {
    name: 'room',
    pace: [],
    tenantOf: () => CROWD,
    async send(_to, _message, key) {
      arrivals.push(Date.now());
      return { ref: key };
    },
    async update() {},
    find: async () => undefined,
    listen: () => (_request, response) => {
      response.sendStatus(404);
    },
  };
}
