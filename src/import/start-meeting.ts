// A meeting that can be answered on the day of the start.

import { type Instant, toLocal } from '../calendar/zone.ts';
import { findAnswerBy } from '../topics/meetings/meeting.ts';
import { planMeeting } from '../topics/meetings/meeting-dates.ts';
import type { CountyFile } from './county-file.ts';
import type { MeetingEntry } from './county-occasions.ts';
import { toCounty, toMemberships } from './directory-nouns.ts';
import { toMeeting } from './occasion-nouns.ts';
import { isAnswerable, listDaysAhead, MARK, toStartId } from './start-day.ts';

/** Repeats a meeting of the group that most sit in. */
export function addStartMeeting(file: CountyFile, now: Instant): CountyFile {
  const county = toCounty(file, 0);
  const isOpen = (entry: MeetingEntry) => {
    const meeting = toMeeting(file, entry);
    return isAnswerable(
      planMeeting({ meeting, county, standIns: [], declines: [] }),
      now,
      findAnswerBy(meeting, county),
    );
  };
  const model = findLargest(file);
  if (!model || file.meetings.some(isOpen)) return file;
  const { answerBy: _, minutesOn: __, minutesLink: ___, ...rest } = model;
  const added = listDaysAhead(toLocal(now, county.timeZone).date)
    .map((date) => ({ ...rest, ...MARK, id: toStartId('mote'), title: 'Exempelmöte (datum satt vid start)', date }))
    .find(isOpen);
  return added ? { ...file, meetings: [...file.meetings, added] } : file;
}

function findLargest(file: CountyFile): MeetingEntry | undefined {
  const seats = toMemberships(file);
  const countSeats = (entry: MeetingEntry) => {
    const { groupId, heldOn } = toMeeting(file, entry);
    const isHeld = (from: string, to = heldOn) => from <= heldOn && heldOn <= to;
    return seats.filter((seat) => seat.groupId === groupId && isHeld(seat.fromOn, seat.toOn)).length;
  };
  return file.meetings.toSorted((a, b) => countSeats(b) - countSeats(a))[0];
}
