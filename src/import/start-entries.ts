// An example county is given what it lacks to be tried at once: a call, a meeting and a check-in that ask today.

import type { Instant } from '../calendar/zone.ts';
import type { CountyFile } from './county-file.ts';
import { addStartCall } from './start-call.ts';
import { addStartCheckIn } from './start-check-in.ts';
import { START } from './start-day.ts';
import { addStartMeeting } from './start-meeting.ts';

/**
 * Where no call, no meeting or no check-in of the county asks anything right now, one of its own is repeated with dates
 * set by the day of the start, and marked as such in what people read. Nothing that the county has is changed.
 */
export function addStartEntries(file: CountyFile, now: Instant): CountyFile {
  return addStartCheckIn(addStartMeeting(addStartCall(file, now), now), now);
}

/** Was it added when the example was loaded? The file itself does not have it. */
export function isFromStart(id: string): boolean {
  return id.slice(id.indexOf('/') + 1).startsWith(START);
}
