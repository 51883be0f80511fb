// Counts who said that they would come to the meetings that a county has held in a year, and to which.
import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { Attendance } from './report.ts';

const AttendanceCount = Attendance.unwrap().omit({ name: true });
type AttendanceCount = z.infer<typeof AttendanceCount>;

export interface HeldBetween {
  readonly countyId: CountyId;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * For each organisation, each meeting once: in the room where one of its people said so, else digitally, else declined,
 * else silent. Only answers about the day on which the meeting was held at last, of those who were not released.
 */
export async function countAttendance(
  db: Db,
  { countyId, from, to }: HeldBetween,
): Promise<readonly AttendanceCount[]> {
  const rows = await db.$queryRaw`
    with best as (
      select m.id, a.organisation_id,
        max(case r.answers->>'attendance' when 'yes' then 3 when 'digital' then 2 when 'no' then 1 else 0 end) as said
      from meeting m
        join prompt p on p.county_id = m.county_id and p.topic = 'meeting' and p.subject_id = m.id
          and p.question = 'attendance:' || m.held_on
        join asked a on a.prompt_id = p.id and a.released_at is null
        left join reply r on r.prompt_id = p.id and r.unit = a.unit and r.is_current
      where m.county_id = ${countyId} and m.held_on between ${from} and ${to} and m.cancelled_on is null
      group by m.id, a.organisation_id
    )
    select organisation_id as id, count(*)::int as meetings,
      (count(*) filter (where said = 3))::int as "inRoom",
      (count(*) filter (where said = 2))::int as digitally,
      (count(*) filter (where said = 1))::int as declined,
      (count(*) filter (where said = 0))::int as silent
    from best group by organisation_id order by organisation_id`;
  return z.array(AttendanceCount).parse(rows);
}
