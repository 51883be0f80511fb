// Who has said that they will apply in the calls that close in a county's year?
import { z } from 'zod';
import type { Db } from '../database/open.ts';
import type { YearOfCounty } from './reply-rate-store.ts';

const Intent = z.object({
  callId: z.string(),
  organisationId: z.string(),
  /** Null where nobody has answered for it. */
  interest: z.enum(['yes', 'no']).nullable(),
  amount: z.number().nullable(),
  receipt: z.string().nullable(),
});
export type Intent = z.infer<typeof Intent>;

/** In each call one for whatever answers once, a person or an organisation as a whole; none who was released unanswered. */
export async function listIntents(db: Db, { countyId, year }: YearOfCounty): Promise<readonly Intent[]> {
  const rows = await db.$queryRaw`
    select distinct on (p.subject_id, a.unit) p.subject_id as "callId", a.organisation_id as "organisationId",
      r.answers->>'interest' as interest, (r.answers->>'amount')::float8 as amount, r.receipt
    from "call" c
      join prompt p on p.county_id = c.county_id and p.topic = 'call' and p.subject_id = c.id
      join asked a on a.prompt_id = p.id
      left join reply r on r.prompt_id = a.prompt_id and r.unit = a.unit and r.is_current
    where c.county_id = ${countyId} and c.closes_on between ${`${year}-01-01`} and ${`${year}-12-31`}
      and (a.released_at is null or r.prompt_id is not null)
    order by p.subject_id, a.unit, a.person_id`;
  return z.array(Intent).parse(rows);
}
