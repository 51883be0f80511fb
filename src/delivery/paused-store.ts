// Does a pause hold what is planned, or what waits in the outbox because of it?
import { Prisma } from '../database/generated/client.ts';

/** As it is stored where all of a subject is paused, and not one question of it. */
export const ALL = '';

/** Of the occurrence `o` of a statement. */
export const IS_PAUSED = Prisma.sql`exists (
  select 1 from pause p where p.county_id = o.county_id and p.topic = o.topic and p.subject_id = o.subject_id
    and p.question in (${ALL}, o.question))`;
