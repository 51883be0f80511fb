// Who was asked, and which questions there are about a thing.
import { z } from 'zod';
import type { Instant } from '../../../calendar/zone.ts';
import type { Db } from '../../../database/open.ts';
import { type CountyId, GroupId, OrganisationId, PersonId, PromptId } from '../../../ids.ts';
import type { TopicKind } from '../../../topic.ts';

const AskedRow = z
  .object({
    promptId: PromptId,
    personId: PersonId,
    organisationId: OrganisationId,
    unit: z.string(),
    groupId: GroupId.nullable(),
    insteadOfId: PersonId.nullable(),
  })
  .readonly();
export type AskedRow = z.infer<typeof AskedRow>;

/** Everybody of whom an answer is wanted. */
export async function listAsked(
  db: Db,
  countyId: CountyId,
  promptIds: readonly PromptId[],
): Promise<readonly AskedRow[]> {
  const rows = await db.asked.findMany({
    where: { countyId, promptId: { in: [...promptIds] }, releasedAt: null },
    select: { promptId: true, personId: true, organisationId: true, unit: true, groupId: true, insteadOfId: true },
    orderBy: [{ promptId: 'asc' }, { personId: 'asc' }],
  });
  return z.array(AskedRow).parse(rows);
}

export interface PromptQuery {
  readonly countyId: CountyId;
  readonly topic?: TopicKind;
  /** One subject, and each time of it where it comes back. */
  readonly about?: string;
  readonly questions?: readonly string[];
  /** Only those that take answers then. */
  readonly openAt?: Instant;
}

/** By their last day to answer. */
export async function listPromptIds(db: Db, query: PromptQuery): Promise<readonly PromptId[]> {
  const { countyId, topic, about, questions, openAt } = query;
  const rows = await db.prompt.findMany({
    where: {
      countyId,
      ...(topic && { topic }),
      ...(about !== undefined && { OR: [{ subjectId: about }, { subjectId: { startsWith: `${about}/` } }] }),
      ...(questions && { question: { in: [...questions] } }),
      ...(openAt && { closedAt: null, opensAt: { lte: openAt }, closesAt: { gt: openAt } }),
    },
    select: { id: true },
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => PromptId.parse(id));
}
