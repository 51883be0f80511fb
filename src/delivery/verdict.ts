// A platform refused or went silent: what now?
import type { Instant } from '../calendar/zone.ts';
import { PlatformError } from '../errors.ts';
import { MOST_ATTEMPTS, waitBeforeRetry } from './backoff.ts';
import type { ClaimedDelivery, Outcome } from './delivery.ts';

export interface Attempt {
  readonly delivery: Pick<ClaimedDelivery, 'id' | 'attempts' | 'sent' | 'isUnknown' | 'slotAt'>;
  readonly error: unknown;
  readonly now: Instant;
  /** Between 0 and 1, for the jitter. */
  readonly chance: number;
}

/**
 * - permanent: failed, at once; where it is for all, the conversation is paused with it
 * - later: again after a while
 * - unknown, and everything a platform did not foresee: again, but look first whether it arrived; and so ever after, as
 *   the refusal of a look says nothing about what was sent before it
 */
export function judge({ delivery, error, now, chance }: Attempt): Outcome {
  const { id, attempts } = delivery;
  const code = error instanceof PlatformError ? error.code : 'unforeseen';
  const verdict = error instanceof PlatformError ? error.verdict : 'unknown';
  const isForAll = error instanceof PlatformError && verdict === 'permanent' && error.isForAll;
  if (delivery.sent && code === 'gone' && !isForAll) return { id, kind: 'gone' };
  const isUnknown = delivery.isUnknown || verdict === 'unknown';
  if (verdict === 'permanent') return { id, kind: 'failed', isUnknown, code, isForAll };
  const isUntried = error instanceof PlatformError && error.isUntried;
  if (!isUntried && attempts >= MOST_ATTEMPTS)
    return { id, kind: 'failed', isUnknown, code: `gave-up:${code}`, isForAll };
  const retryAfterMs = error instanceof PlatformError ? error.retryAfterMs : undefined;
  // What was not even tried makes nobody wait longer the next time.
  const at = new Date(now.getTime() + waitBeforeRetry(isUntried ? 1 : attempts, chance, retryAfterMs));
  const unused = isUntried && delivery.slotAt && { slotAt: delivery.slotAt };
  return { id, kind: 'again', at, isUnknown, code, isUntried, ...unused };
}
