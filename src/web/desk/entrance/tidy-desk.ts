// Forgets sessions, links and counts that are of no use any more. Asked for once a day.
import type { Instant } from '../../../calendar/zone.ts';
import { forgetAttempts } from '../../../database/attempt-store.ts';
import type { Db } from '../../../database/open.ts';
import { forgetLinks } from '../../../directory/sign-in-store.ts';
import { forgetSessions } from './session-store.ts';

/** So long it can still be said of a link that it was used, or is over. */
const DAY_MS = 24 * 60 * 60 * 1000;

export async function tidyDesk(db: Db, now: Instant): Promise<void> {
  await forgetSessions(db, now);
  await forgetLinks(db, new Date(now.getTime() - DAY_MS));
  await forgetAttempts(db, now);
}
