// Do all replicas count their calls together, and is there room again after a minute?
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { countCall } from '../../../src/platforms/slack/slack-calls-store.ts';
import { openTestDatabase } from '../../fake/test-database.ts';

const MINUTE_MS = 60_000;
const NOON = Date.UTC(2026, 2, 2, 12);

describe('calls of one kind in one workspace', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  const call = (teamId: string, now: number) =>
    countCall(database.db, { teamId, method: 'conversations.history', most: 3, perMs: MINUTE_MS, now });

  test('have room until so many were made, and then wait for the first of them to be old', async () => {
    const waits: number[] = [];
    for (const after of [0, 10_000, 20_000, 30_000, 59_999, 60_000, 60_001]) {
      waits.push(await call('T1', NOON + after));
    }

    expect(waits).toEqual([0, 0, 0, 30_000, 1, 0, 9_999]);
  });

  test('are counted once each, however many ask at the same moment', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => call('T2', NOON)));

    expect(waits.filter((ms) => ms === 0)).toHaveLength(3);
    expect(waits.filter((ms) => ms === MINUTE_MS)).toHaveLength(17);
  });

  test('do not wait for those in another workspace', async () => {
    for (const _ of [1, 2, 3]) await call('T3', NOON);

    expect(await call('T4', NOON)).toBe(0);
  });
});
