// An act that somebody has begun at the desk: kept until it is confirmed, so that nothing typed is lost.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import { CountyId, PersonId, PromptId } from '../ids.ts';
import { Answers } from '../message/form.ts';
import { DeskActName } from './desk-act.ts';
import { DeskKind } from './desk-subject.ts';

/** By its id a draft stands where a platform speaks of a prompt: what is filled in and pressed is one thing to them. */
export const Draft = z
  .object({
    id: PromptId,
    countyId: CountyId,
    /** Nobody else sees it. */
    personId: PersonId,
    act: DeskActName,
    kind: DeskKind,
    /** Absent for a "new". */
    subjectId: z.string().exactOptional(),
    /** As last filled in; none before that. */
    values: Answers.exactOptional(),
    /** Counts up each time it is filled in. */
    version: z.int().min(0),
    state: z.enum(['open', 'done', 'dropped']),
    /** What was said when it was done. */
    said: z.string().exactOptional(),
    startedAt: z.date(),
  })
  .readonly();
export type Draft = z.infer<typeof Draft>;

/** What a "new" makes is called after its draft: made twice, it is the same. */
export function toNewId({ countyId, id }: Pick<Draft, 'countyId' | 'id'>): string {
  return `${countyId}/${id.replaceAll('-', '').slice(0, 12)}`;
}

/** Nobody comes back to a draft after so long. */
export const LASTS_MS = 30 * 24 * 60 * 60 * 1000;

export function isStale({ startedAt }: Pick<Draft, 'startedAt'>, now: Instant): boolean {
  return now.getTime() - startedAt.getTime() > LASTS_MS;
}
