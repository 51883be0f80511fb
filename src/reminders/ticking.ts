// A tick every few seconds, one at a time, until it is stopped.
import { type ScheduledTask, schedule } from 'node-cron';
import type { Road } from './road.ts';
import { TICK_SECONDS, tick } from './tick.ts';

export interface Ticking {
  /** Resolves when the first tick is done; the others come by themselves. */
  start(): Promise<void>;
  /** Resolves when the tick at hand is done. */
  stop(): Promise<void>;
}

/** node-cron would write to the console; what there is to say, the log says. */
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** One that fails is logged, and the next one comes: nothing is due only in memory. */
export function createTicking(road: Road): Ticking {
  let task: ScheduledTask | undefined;
  let current: Promise<void> | undefined;
  return {
    async start() {
      await tick(road);
      task = schedule(`*/${TICK_SECONDS} * * * * *`, begin, { logger: quiet, suppressMissedWarning: true });
    },
    async stop() {
      await task?.destroy();
      await current;
    },
  };

  /** A tick that takes longer than the time between two is not joined by another. */
  function begin(): void {
    current ??= tick(road)
      .catch((error: unknown) => road.log.error('tick.failed', error))
      .finally(() => {
        current = undefined;
      });
  }
}
