// Is the service alive, and is it keeping up?
import { type RequestHandler, Router } from 'express';
import type { Instant } from '../calendar/zone.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/open.ts';
import { findOldestDue } from '../reminders/occurrence-store.ts';
import { findLastBeat } from '../reminders/tick-store.ts';

/** A tick comes every few seconds and a job goes round every half minute; three minutes of silence is trouble. */
const SILENCE_MS = 3 * 60_000;
/** What is due this long ago and still not told is stuck. */
const STUCK_MS = 10 * 60_000;

export interface Readiness {
  readonly isReady: boolean;
  readonly database: boolean;
  readonly queue: boolean;
  readonly lastTick?: Instant;
  readonly oldestDue?: Instant;
}

export function createHealth(db: Db, clock: Clock): RequestHandler {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ isAlive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const readiness = await readReadiness(db, clock.now());
    response.status(readiness.isReady ? 200 : 503).json(readiness);
  });
  return router;
}

export async function readReadiness(db: Db, now: Instant): Promise<Readiness> {
  try {
    const lastTick = await findLastBeat(db, 'due');
    const lastJob = await findLastBeat(db, 'queue');
    const oldestDue = await findOldestDue(db, now);
    const isFresh = (at: Instant | undefined) => at !== undefined && now.getTime() - at.getTime() < SILENCE_MS;
    const isStuck = oldestDue !== undefined && now.getTime() - oldestDue.getTime() > STUCK_MS;
    return {
      isReady: isFresh(lastTick) && isFresh(lastJob) && !isStuck,
      database: true,
      queue: isFresh(lastJob),
      ...(lastTick ? { lastTick } : {}),
      ...(oldestDue ? { oldestDue } : {}),
    };
  } catch {
    // The log has it already; whoever asks needs the answer, not the reason.
    return { isReady: false, database: false, queue: false };
  }
}
