// How long to wait before another attempt.
const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/** After so many attempts (some four hours of trying) a delivery is given up and the coordinator is told. */
export const MOST_ATTEMPTS = 24;

/**
 * Doubles from 2 s to 15 min, with up to a quarter more so that retries do not march in step.
 * @param chance between 0 and 1
 * @returns milliseconds, never less than the platform asked for
 */
export function waitBeforeRetry(attempts: number, chance: number, retryAfterMs = 0): number {
  const steady = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.max(retryAfterMs, steady) * (1 + chance / 4);
}
