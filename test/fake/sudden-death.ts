// kill -9 at a chosen moment: from a thread of its own, so that it also strikes in the middle of what cannot be interrupted.
import { Worker } from 'node:worker_threads';

/** Hands over, commits, sends … : the moments at which the way can be cut. */
export const STEPS = [
  'handing-out',
  'telling',
  'told',
  'sending',
  'arrived',
  'settling',
  'settled',
  'keeping',
  'kept',
] as const;
export type Step = (typeof STEPS)[number];

const STRIKE = `
  const { parentPort } = require('node:worker_threads');
  parentPort.once('message', (ms) => setTimeout(() => process.kill(process.pid, 'SIGKILL'), ms));
`;

export interface Death {
  /** Dies here, if this is the step and it has come to it often enough. */
  comeTo(step: Step): void;
}

/** @param dieAt the step, and at which time of coming to it; undefined lives on */
export function createDeath(dieAt: { readonly step: Step; readonly time: number } | undefined): Death {
  if (!dieAt) return { comeTo() {} };
  const striker = new Worker(STRIKE, { eval: true });
  let times = 0;
  return {
    comeTo(step) {
      if (step !== dieAt.step || ++times < dieAt.time) return;
      // These are points between two things: nothing more may happen after them. The others are stretches.
      if (step === 'told' || step === 'arrived' || step === 'kept') process.kill(process.pid, 'SIGKILL');
      striker.postMessage(3 * Math.random());
    },
  };
}
