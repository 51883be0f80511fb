// How long is waited before another attempt?
import { describe, expect, test } from '@jest/globals';
import { waitBeforeRetry } from '../../src/delivery/backoff.ts';

const quick = { tookMs: 0, chance: 0 };

describe('before another attempt', () => {
  test.each([
    [1, 2_000],
    [2, 4_000],
    [5, 32_000],
    [10, 900_000],
    [24, 900_000],
  ])('after %i of them, %i ms go by', (attempts, ms) => {
    expect(waitBeforeRetry({ ...quick, attempts })).toBe(ms);
  });

  test('a quarter more is waited at most, so that not all come back at once', () => {
    expect(waitBeforeRetry({ ...quick, attempts: 1, chance: 1 })).toBe(2_500);
  });

  test('what a silent platform made us wait for is not waited for again', () => {
    expect(waitBeforeRetry({ attempts: 1, tookMs: 10_000, chance: 1 })).toBe(0);
    expect(waitBeforeRetry({ attempts: 4, tookMs: 10_000, chance: 0 })).toBe(6_000);
  });

  test('what the platform asked for is waited for, however long its answer took', () => {
    expect(waitBeforeRetry({ attempts: 1, tookMs: 10_000, chance: 0, retryAfterMs: 60_000 })).toBe(60_000);
  });
});
