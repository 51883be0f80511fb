// Who is on their way to Slack to install the app? Whoever comes back comes once, in time, and in the same browser.
import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';

/** Two secrets: one that Slack hands back, and one that only the browser knows which set out. */
export interface Journey {
  readonly state: string;
  readonly browser: string;
}

/** Those who did not come back in time are forgotten on the way. */
export async function beginJourney(
  db: Db,
  journey: Journey,
  { now, expiresAt }: Readonly<Record<'now' | 'expiresAt', Instant>>,
): Promise<void> {
  await db.slackInstallState.deleteMany({ where: { expiresAt: { lte: now } } });
  await db.slackInstallState.create({ data: { id: digest(journey), expiresAt }, select: { id: true } });
}

/** True once: whoever comes again, late, or from another browser did not set out. */
export async function endJourney(db: Db, journey: Journey, now: Instant): Promise<boolean> {
  const { count } = await db.slackInstallState.deleteMany({ where: { id: digest(journey), expiresAt: { gt: now } } });
  return count === 1;
}

/** Whoever reads the database learns no secret that would let them come back. */
function digest({ state, browser }: Journey): string {
  return createHash('sha256').update(`${state}/${browser}`).digest('hex');
}
