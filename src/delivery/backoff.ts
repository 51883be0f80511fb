// How long to wait before another attempt.
const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/** After so many attempts (some four hours of trying) a delivery is given up and the coordinator is told. */
export const MOST_ATTEMPTS = 24;

export interface Refused {
  /** So far. */
  readonly attempts: number;
  /** Milliseconds that the last one took: whoever waited for an answer that did not come has waited for so long already. */
  readonly tookMs: number;
  /** Between 0 and 1. */
  readonly chance: number;
  /** Milliseconds that the platform asked for. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Doubles from 2 s to 15 min from the beginning of one attempt to the next, with up to a quarter more so that retries do
 * not march in step.
 * @returns milliseconds from now, never less than the platform asked for
 */
export function waitBeforeRetry({ attempts, tookMs, chance, retryAfterMs = 0 }: Refused): number {
  const steady = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.max(retryAfterMs, steady - tookMs, 0) * (1 + chance / 4);
}
