// Do ticks go on when one fails, and wait when one is slow?
import { expect, test } from '@jest/globals';
import { wallClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics } from '../../src/main.ts';
import { createTicking } from '../../src/reminders/ticking.ts';
import { noDatabase } from '../fake/no-database.ts';

function prepare() {
  const errors: string[] = [];
  const log = { ...silentLog, error: (event: string) => void errors.push(event) };
  const road = { database: noDatabase, queue: createDrainQueue(), clock: wallClock, log, topics: createTopics() };
  const hand: { swing: () => void; isStopped: boolean } = { swing: () => {}, isStopped: false };
  const pendulum = (swing: () => void) => {
    hand.swing = swing;
    return {
      stop: () => {
        hand.isStopped = true;
      },
    };
  };
  return { road, errors, hand, pendulum };
}

test('a slow tick is never joined by another, and a stop waits for it', async () => {
  const { road, hand, pendulum } = prepare();
  let begun = 0;
  let finish = () => {};
  const ticking = createTicking(road, pendulum, async () => {
    begun += 1;
    if (begun > 1) await new Promise<void>((resolve) => (finish = resolve));
  });
  await ticking.start();

  hand.swing();
  hand.swing();
  hand.swing();
  const whileSlow = begun;
  const stopped = ticking.stop().then(() => 'stopped');
  const first = await Promise.race([stopped, Promise.resolve('still ticking')]);
  finish();

  expect([whileSlow, first, await stopped, hand.isStopped]).toEqual([2, 'still ticking', 'stopped', true]);
});

test('one that fails is logged, and the next one comes', async () => {
  const { road, errors, hand, pendulum } = prepare();
  let begun = 0;
  const ticking = createTicking(road, pendulum, async () => {
    begun += 1;
    if (begun === 2) throw new Error('the database is away');
  });
  await ticking.start();

  hand.swing();
  await ticking.stop();
  hand.swing();
  await ticking.stop();

  expect([begun, errors]).toEqual([3, ['tick.failed']]);
});
