// How often did each group meet, against what it should, and which organisations said that they would come?
import { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import type { Group } from '../directory/group.ts';
import type { Organisation } from '../directory/organisation.ts';
import type { Meeting } from '../topics/meetings/meeting.ts';
import { listMeetings } from '../topics/meetings/meeting-store.ts';
import { countAttendance } from './attendance-store.ts';
import type { YearOfCounty } from './reply-rate-store.ts';
import type { GroupMeetings, Report } from './report.ts';

export interface MeetingYear extends YearOfCounty {
  readonly asOf: LocalDate;
  readonly groups: readonly Group[];
  readonly organisations: readonly Organisation[];
}

export async function compileMeetings(db: Db, meetingYear: MeetingYear): Promise<Report['meetings']> {
  const { countyId, year, asOf, groups, organisations } = meetingYear;
  const days = { from: LocalDate.parse(`${year}-01-01`), to: LocalDate.parse(`${year}-12-31`) };
  const meetings = await listMeetings(db, { countyId, ...days });
  const counts = await countAttendance(db, { countyId, from: days.from, to: asOf });
  return {
    groups: groups.map((group) => countMeetings(group, meetings, asOf)).filter(hasAnything),
    attendance: counts.map((count) => ({
      ...count,
      name: organisations.find(({ id }) => id === count.id)?.name ?? count.id,
    })),
  };
}

function countMeetings({ id, name, quota = {} }: Group, meetings: readonly Meeting[], asOf: LocalDate): GroupMeetings {
  const own = meetings.filter(({ groupId }) => groupId === id);
  const valid = own.filter(({ cancelledOn }) => cancelledOn === undefined);
  const { atLeast, atMost } = quota;
  return {
    ...{ id, name },
    ...(typeof atLeast === 'number' && { atLeast }),
    ...(typeof atMost === 'number' && { atMost }),
    held: valid.filter(({ heldOn }) => heldOn <= asOf).length,
    planned: valid.filter(({ heldOn }) => heldOn > asOf).length,
    cancelled: own.length - valid.length,
  };
}

function hasAnything({ atLeast, atMost, held, planned, cancelled }: GroupMeetings): boolean {
  return atLeast !== undefined || atMost !== undefined || held + planned + cancelled > 0;
}
