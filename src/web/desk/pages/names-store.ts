// What the things are called that the road speaks of: many at once, whatever their topic.
import { z } from 'zod';
import { LocalDate } from '../../../calendar/local-date.ts';
import type { Db } from '../../../database/open.ts';
import type { CountyId } from '../../../ids.ts';
import { TopicKind } from '../../../topic.ts';

const Named = z.object({
  topic: TopicKind,
  id: z.string(),
  name: z.string().nullable(),
  groupId: z.string().nullable(),
  day: LocalDate.nullable(),
});

export interface Name {
  readonly topic: TopicKind;
  /** Its own, or that of its group, where it has none. */
  readonly name: string;
  /** The day that it is about, where there is one. */
  readonly day?: LocalDate;
}

export interface NameOf {
  readonly topic: string;
  readonly subjectId: string;
}

/** Undefined for what is not there any more, and for what is no subject: the week's letter, a notice of the house. */
export type Names = (of: NameOf) => Name | undefined;

export async function readNames(db: Db, countyId: CountyId, wanted: readonly NameOf[]): Promise<Names> {
  const ids = [...new Set(wanted.map(({ subjectId }) => subjectId))];
  const rows = await db.$queryRaw`
    select 'call' as topic, c.id, c.title as name, null as "groupId", c.closes_on as day
      from call c where c.county_id = ${countyId} and c.id = any(${ids})
    union all select 'meeting', m.id, coalesce(m.title, g.name), m.group_id, m.held_on
      from meeting m left join working_group g on g.id = m.group_id and g.county_id = m.county_id
      where m.county_id = ${countyId} and m.id = any(${ids})
    union all select 'plan', s.id, coalesce(o.name, g.name), g.id, null
      from unnest(${ids}::text[]) as s(id)
        join plan p on p.county_id = ${countyId} and (starts_with(s.id, p.id || '/') or starts_with(s.id, p.id || '+'))
        left join organisation o on o.county_id = p.county_id
          and s.id ~ '^[^/]+/[^/]+/' and o.id = p.county_id || '/' || split_part(split_part(s.id, '/', 3), '+', 1)
        left join working_group g on g.county_id = p.county_id and s.id = p.id || '+' || split_part(g.id, '/', 2)
    union all select 'survey', s.id, v.title, null, null
      from unnest(${ids}::text[]) as s(id) join survey v
        on v.county_id = ${countyId} and (s.id = v.id or starts_with(s.id, v.id || '/'))
    union all select 'memo', s.id, v.title, null, null
      from unnest(${ids}::text[]) as s(id) join memo v
        on v.county_id = ${countyId} and (s.id = v.id or starts_with(s.id, v.id || '/'))
    union all select 'contact', k.id, k.title, null, null from contact k where k.county_id = ${countyId} and k.id = any(${ids})
    union all select 'need', n.id, n.text, n.to_group_id, null from need n where n.county_id = ${countyId} and n.id = any(${ids})
    union all select 'event', e.id, e.title, null, e.from_on from event e where e.county_id = ${countyId} and e.id = any(${ids})`;
  const found = new Map(
    z
      .array(Named)
      .parse(rows)
      .map((row) => [`${row.topic}:${row.id}`, row]),
  );
  return ({ topic, subjectId }) => {
    const row = found.get(`${topic}:${subjectId}`);
    return row && { topic: row.topic, name: row.name ?? row.id, ...(row.day !== null && { day: row.day }) };
  };
}
