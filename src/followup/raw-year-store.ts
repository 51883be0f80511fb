// Reads what a report was counted from: only for the formats that carry it, and only what is of the year.
import { z } from 'zod';
import { type Instant, toIsoWithOffset, type ZoneName } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { dropNulls } from '../directory/rows.ts';
import { RawAsked, RawPrompt, RawReply, RawYear } from './raw-year.ts';
import type { YearOfCounty } from './reply-rate-store.ts';

const At = z.object({ at: z.date() });
const Keyed = z.object({ fields: z.array(z.object({ key: z.string() })) });

export async function readRawYear(db: Db, { countyId, year }: YearOfCounty, zone: ZoneName): Promise<RawYear> {
  const [from, to] = [`${year}`, `${year + 1}`];
  const write = (at: Instant) => toIsoWithOffset(at, zone);
  const prompts = await db.prompt.findMany({
    where: { countyId, period: { gte: from, lt: to } },
    select: {
      ...{ id: true, topic: true, subjectId: true, question: true },
      ...{ period: true, title: true, answerBy: true, form: true },
    },
    orderBy: [{ topic: 'asc' }, { period: 'asc' }, { id: 'asc' }],
  });
  const asked = await db.$queryRaw<object[]>`
    select a.prompt_id as prompt, a.unit, a.organisation_id as organisation, coalesce(a.group_id, p.group_id) as "group",
      coalesce(a.municipality_code, case when o.kind = 'municipality' then o.municipality_code end) as municipality,
      a.released_at is not null as "isReleased"
    from prompt p join asked a on a.prompt_id = p.id
      left join organisation o on o.id = a.organisation_id and o.county_id = p.county_id
    where p.county_id = ${countyId} and p.period >= ${from} and p.period < ${to}
    order by p.topic, p.period, a.prompt_id, a.unit, a.person_id`;
  const replies = await db.$queryRaw<object[]>`
    select r.receipt, r.prompt_id as prompt, r.unit, r.version, r.is_current as "isCurrent", r.is_late as "isLate",
      r.is_copy as "isCopy", r.replied_at as at, r.answers, r.organisation_id as organisation, coalesce(s.title, '') as by
    from prompt p join reply r on r.prompt_id = p.id
      left join person s on s.id = r.person_id and s.county_id = p.county_id
    where p.county_id = ${countyId} and p.period >= ${from} and p.period < ${to}
    order by p.topic, p.period, r.prompt_id, r.unit, r.version`;
  return RawYear.parse({
    prompts: prompts.map(({ subjectId: subject, answerBy, form, ...rest }) =>
      RawPrompt.parse({
        ...rest,
        subject,
        answerBy: write(answerBy),
        fields: Keyed.parse(form).fields.map(({ key }) => key),
      }),
    ),
    asked: asked.map((row) => RawAsked.parse(dropNulls(row))),
    replies: replies.map((row) => RawReply.parse({ ...row, at: write(At.parse(row).at) })),
  });
}
