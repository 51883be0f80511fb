// Counts what was asked in a county's year and how it was answered: in the database, so that no reply is loaded for it.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { ReplyRate } from './report.ts';

export interface YearOfCounty {
  readonly countyId: CountyId;
  readonly year: number;
}

/** Questions about the year, counted once for each who answers it: a person, or an organisation as a whole. */
const Count = ReplyRate.unwrap()
  .omit({ name: true })
  .extend({ by: z.enum(['total', 'topic', 'group', 'organisation', 'municipality']) });
export type ReplyCount = z.infer<typeof Count>;

/**
 * Who was asked and released before they had answered is not counted. On time is who answered in time at first, however
 * often the answer was changed afterwards.
 */
export async function countReplies(
  db: Db,
  { countyId, year }: YearOfCounty,
  now: Instant,
): Promise<readonly ReplyCount[]> {
  const rows = await db.$queryRaw`
    with unit as (
      select p.topic, p.answer_by, min(a.organisation_id) as organisation, r.is_late,
        min(coalesce(a.group_id, p.group_id)) as team, r.prompt_id is not null as is_answered,
        min(coalesce(a.municipality_code, case when o.kind = 'municipality' then o.municipality_code end)) as municipality
      from prompt p
        join asked a on a.prompt_id = p.id
        left join organisation o on o.id = a.organisation_id and o.county_id = p.county_id
        left join reply r on r.prompt_id = a.prompt_id and r.unit = a.unit and r.version = 1
      where p.county_id = ${countyId} and p.period >= ${`${year}`} and p.period < ${`${year + 1}`}
      group by a.prompt_id, a.unit, p.topic, p.answer_by, r.prompt_id, r.is_late
      having bool_or(a.released_at is null) or r.prompt_id is not null
    )
    select
      case grouping(topic, team, organisation, municipality)
        when 7 then 'topic' when 11 then 'group' when 13 then 'organisation' when 14 then 'municipality' else 'total'
      end as by,
      coalesce(topic, team, organisation, municipality, '') as id,
      count(*)::int as asked,
      (count(*) filter (where is_answered and not is_late))::int as "onTime",
      (count(*) filter (where is_answered and is_late))::int as late,
      (count(*) filter (where not is_answered and answer_by <= ${now}))::int as silent,
      (count(*) filter (where not is_answered and answer_by > ${now}))::int as open
    from unit
    group by grouping sets ((), (topic), (team), (organisation), (municipality))
    order by 1, 2`;
  return z.array(Count).parse(rows);
}
