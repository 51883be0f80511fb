// What can go wrong and be told: the person can mend it, it is not there, it is not theirs, or a platform refused.
import { isNativeError } from 'node:util/types';

/** One thing that is wrong, and where: "calls.2.closesOn". */
export interface Finding {
  readonly path: string;
  readonly message: string;
}

/** The person, or the operator, can mend it. Says all that is wrong at once. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly findings: readonly Finding[];

  constructor(message: string, findings: readonly Finding[] = [], options?: ErrorOptions) {
    super(message, options);
    this.findings = findings;
  }
}

export class NotFound extends Error {
  override readonly name = 'NotFound';
}

export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** permanent: never again · later: again after a while · unknown: it may have arrived, look before sending again. */
export type Verdict = 'permanent' | 'later' | 'unknown';

export interface Refusal {
  readonly verdict: Verdict;
  /** Short and stable, such as "blocked" or "rate-limited". */
  readonly code: string;
  readonly retryAfterMs?: number;
  /** Permanent for everything that is sent there, not for this message alone: the bot was removed, the channel archived. */
  readonly isForAll?: boolean;
  /** Nothing was asked of the platform: its limits are as they were. */
  readonly isUntried?: boolean;
  readonly cause?: unknown;
}

export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly verdict: Verdict;
  readonly code: string;
  readonly retryAfterMs?: number;
  readonly isForAll: boolean;
  readonly isUntried: boolean;

  constructor(message: string, refusal: Refusal) {
    super(message, { cause: refusal.cause });
    this.verdict = refusal.verdict;
    this.code = refusal.code;
    this.isForAll = refusal.isForAll ?? false;
    this.isUntried = refusal.isUntried ?? false;
    if (refusal.retryAfterMs !== undefined) this.retryAfterMs = refusal.retryAfterMs;
  }
}

/** Also for an error of another realm, as Node's own are inside a test. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || isNativeError(value);
}

/** The machine's short word for it, such as "ECONNREFUSED", "P2002" or "23505". */
export function findCode(error: unknown): string | undefined {
  if (!isError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[\w.:-]{1,64}$/.test(error.code) ? error.code : undefined;
}
