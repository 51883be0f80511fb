// Does a pause hold what is planned, or what waits in the outbox because of it?
import { Prisma } from '../database/generated/client.ts';

/** As it is stored where all of a subject is paused, and not one question of it. */
export const ALL = '';

/** Is it the whole itself, or named after it? "kalmar/7f3a/2026-03-02" is one time of "kalmar/7f3a", "…/plan-2026+rad" a part of a plan. */
export function isOf(subjectId: Prisma.Sql, whole: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${subjectId} = ${whole} or starts_with(${subjectId}, ${whole} || '/') or starts_with(${subjectId}, ${whole} || '+'))`;
}

/** The same of the occurrence `o` of a statement. */
export function isAboutPartOf(whole: string): Prisma.Sql {
  return isOf(Prisma.sql`o.subject_id`, Prisma.sql`${whole}::text`);
}

/** Of the occurrence `o` of a statement. What is planned of a whole after it was paused is held as well. */
export const IS_PAUSED = Prisma.sql`exists (
  select 1 from pause p where p.county_id = o.county_id and p.topic = o.topic
    and ${isOf(Prisma.sql`o.subject_id`, Prisma.sql`p.subject_id`)} and p.question in (${ALL}, o.question))`;
