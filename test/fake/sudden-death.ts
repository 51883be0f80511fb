// kill -9 at a chosen moment: from a thread of its own, so that it also strikes in the middle of what cannot be interrupted.
import { Worker } from 'node:worker_threads';

/** The steps of the way at which it can be cut, in their order; the first five need no platform. */
export const STEPS = [
  'handing-out',
  'telling',
  'told',
  'keeping',
  'kept',
  'sending',
  'arrived',
  'settling',
  'settled',
] as const;
export type Step = (typeof STEPS)[number];

/** Nothing more may happen after these: they lie between two things. The others are stretches, struck somewhere within. */
const POINTS: readonly Step[] = ['told', 'kept', 'arrived', 'settled'];

export function isBeforeSending(step: Step): boolean {
  return STEPS.indexOf(step) < STEPS.indexOf('sending');
}

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
      if (POINTS.includes(step)) process.kill(process.pid, 'SIGKILL');
      striker.postMessage(3 * Math.random());
    },
  };
}
