// The whole road with a fake topic at one end and a fake platform at the other, on a clock that a test moves.
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import type { PersonId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import { type House, openHouse } from '../../src/main.ts';
import { type Answer, Incoming } from '../../src/platform.ts';
import { planSubject } from '../../src/reminders/plan-ahead.ts';
import { tick } from '../../src/reminders/tick.ts';
import { settleCounty, testCounty } from './county.ts';
import { createFakePlatform, type FakePlatform } from './fake-platform.ts';
import { asTopics, createFakeTopic, type FakeTopic, subject } from './fake-topic.ts';

export interface TestRoad {
  readonly house: House;
  readonly topic: FakeTopic;
  readonly platform: FakePlatform;
  readonly clock: MovableClock;
  /** Plans the subject's dates as its topic names them now. */
  plan(): Promise<void>;
  /** Moves the clock and lets everything happen that is due by then. */
  goTo(instant: string): Promise<void>;
  /** Who got a post so far, by conversation name, in order. */
  told(): readonly string[];
  /** The prompt of the subject's question. */
  prompt(): Promise<{ readonly id: string }>;
  press(person: PersonId, answers: Record<string, string>, key?: string): Promise<Answer>;
}

export async function openTestRoad(database: Database, start = '2026-03-01T08:00:00Z'): Promise<TestRoad> {
  await settleCounty(database, 'room');
  const topic = createFakeTopic();
  const clock = createMovableClock(new Date(start));
  const platform = createFakePlatform({ name: 'room', now: () => clock.now().getTime() });
  const queue = createDrainQueue();
  const road = { database, queue, clock, log: silentLog, topics: asTopics(topic) };
  const house = await openHouse(road, [platform], () => 0);
  let acts = 0;
  const prompt = () => database.db.prompt.findFirstOrThrow({ select: { id: true } });
  return {
    house,
    topic,
    platform,
    clock,
    prompt,
    plan: () => database.transaction((tx) => planSubject(tx, topic, subject, clock.now())),
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await queue.drain(clock.now());
    },
    told: () => platform.posts.map(({ to }) => to.name),
    async press(person, answers, key = `act-${acts++}`) {
      const { id } = await prompt();
      const from = { platform: 'room' as const, tenant: testCounty.id, user: person };
      return house.handle.take(Incoming.parse({ kind: 'pressed', key, from, promptId: id, answers }));
    },
  };
}
