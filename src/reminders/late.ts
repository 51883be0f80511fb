// After a standstill: which of the missed reminders are still worth sending?
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { Occurrence } from './occurrence.ts';
import { hasNewerDue } from './occurrence-store.ts';

/** Up to this much later than planned, a reminder is simply sent. */
export const LATE_MS = 2 * 60 * 60 * 1000;

/** True where it has lost its point, or where a newer one says the same and more. */
export async function isOvertaken(tx: Tx, occurrence: Occurrence, now: Instant): Promise<boolean> {
  if (occurrence.usefulTo <= now) return true;
  if (now.getTime() - occurrence.dueAt.getTime() <= LATE_MS) return false;
  switch (occurrence.whenLate) {
    case 'send':
      return false;
    case 'drop':
      return true;
    case 'summarise':
      return hasNewerDue(tx, occurrence, now);
  }
}
