// Work that is promised in a transaction and done afterwards, whatever is killed in between.
import type { Tx } from './open.ts';

export interface Job {
  readonly queue: string;
  /** Enqueued twice under one id, a job is still one job, as long as the first is kept: an hour after it was done. */
  readonly id?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly startAt?: Date;
}

export interface WorkOptions {
  /** How many batches are handled at the same time. */
  readonly workers: number;
  /** A batch succeeds or fails as a whole. */
  readonly batchSize: number;
  /** How long a job that another process enqueued, or whose start has come, may lie before it is seen. */
  readonly pollSeconds: number;
}

/** @param isStopping the house is closing: what has not been begun is left to the next one */
export type Handle = (batch: readonly Job['data'][], isStopping?: () => boolean) => Promise<void>;

export interface Queue {
  /** In the transaction: rolled back, there is no job; committed, the workers are woken. */
  enqueue(tx: Tx, jobs: readonly Job[]): Promise<void>;
  /** A handler may be called twice with the same job, and at once where it takes longer than half a minute. */
  work(name: string, options: WorkOptions, handle: Handle): Promise<void>;
  /** Something may be ready in this queue: look now. */
  nudge(name: string): void;
  /** Lets the batches at hand finish. */
  stop(): Promise<void>;
}

/** A job in a queue that nobody works would never be done: better to say so at once. */
export function assertKnown(names: readonly string[], name: string): void {
  if (!names.includes(name)) throw new Error(`There is no queue "${name}". Those there are: ${names.join(', ')}.`);
}
