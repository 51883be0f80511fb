// How long a worker has a message in hand before it is taken for dead.
import type { Instant } from '../calendar/zone.ts';
import type { Clock } from '../clock.ts';
import { PlatformError } from '../errors.ts';

/** When it is out, the next worker looks whether the message arrived. */
const LEASE_MS = 30_000;

/**
 * A send begins in the first half of its lease and is given as long as the second to end in: while it is under way,
 * nobody else looks for it, misses it and sends it again.
 */
export interface Lease {
  readonly from: Instant;
  /** Also tells whose lease it is: a row is claimed again only after it, under a later one. */
  readonly until: Instant;
  readonly lastStart: Instant;
  readonly answerMs: number;
  /** A moment that is nearer than this is waited for. */
  readonly patienceMs: number;
}

export function takeLease(now: Instant, leaseMs = LEASE_MS): Lease {
  const answerMs = leaseMs / 2;
  return {
    from: now,
    until: new Date(now.getTime() + leaseMs),
    lastStart: new Date(now.getTime() + answerMs),
    answerMs,
    patienceMs: answerMs / 4,
  };
}

export function isTooLateToStart({ lastStart }: Lease, clock: Clock): boolean {
  return clock.now() > lastStart;
}

/** @throws PlatformError "unknown" when no answer comes: a platform that hangs must not hold its worker for ever */
export async function answerWithin<T>(answerMs: number, question: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const refusal = { verdict: 'unknown', code: 'no-answer' } as const;
    timer = setTimeout(() => reject(new PlatformError(`No answer within ${answerMs} ms.`, refusal)), answerMs);
  });
  return Promise.race([question, silence]).finally(() => clearTimeout(timer));
}
