// A tick every few seconds, one at a time, until it is stopped.
import { schedule } from 'node-cron';
import type { Road } from './road.ts';
import { TICK_SECONDS, tick } from './tick.ts';

export interface Ticking {
  /** Resolves when the first tick is done; the others come by themselves. */
  start(): Promise<void>;
  /** Resolves when the tick at hand is done. */
  stop(): Promise<void>;
}

/** Swings every few seconds until it is stopped. */
export type Pendulum = (swing: () => void) => { readonly stop: () => unknown };

const cron: Pendulum = (swing) => {
  const task = schedule(`*/${TICK_SECONDS} * * * * *`, swing, { logger: quiet, suppressMissedWarning: true });
  return { stop: () => task.destroy() };
};

/** node-cron would write to the console; what there is to say, the log says. */
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** One that fails is logged, and the next one comes: nothing is due only in memory. */
export function createTicking(road: Road, pendulum: Pendulum = cron, work: typeof tick = tick): Ticking {
  let swinging: ReturnType<Pendulum> | undefined;
  let current: Promise<void> | undefined;
  return {
    async start() {
      await work(road);
      swinging = pendulum(begin);
    },
    async stop() {
      await swinging?.stop();
      await current;
    },
  };

  /** A tick that takes longer than the time between two is not joined by another. */
  function begin(): void {
    current ??= work(road)
      .catch((error: unknown) => road.log.error('tick.failed', error))
      .finally(() => {
        current = undefined;
      });
  }
}
