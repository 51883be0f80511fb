// Which subjects have something planned, or a question open?
import { z } from 'zod';
import type { Db } from '../database/open.ts';
import { CountyId, SubjectId } from '../ids.ts';
import type { Subject, TopicKind } from '../topic.ts';

const subjects = z.array(z.object({ countyId: CountyId, id: SubjectId }));

/** Of one topic in one county, by id. */
export async function listLive(db: Db, countyId: CountyId, topic: TopicKind): Promise<readonly Subject[]> {
  const rows = await db.$queryRaw`
    select county_id as "countyId", subject_id as id from occurrence
      where county_id = ${countyId} and topic = ${topic} and state in ('planned', 'queued')
    union select county_id, subject_id from prompt
      where county_id = ${countyId} and topic = ${topic} and closed_at is null
    order by id`;
  return subjects.parse(rows);
}
