// A need or an insight: who raised it, from which group to which, and what became of it.
import { z } from 'zod';
import type { Group } from '../../directory/group.ts';
import { CountyId, GroupId, OrganisationId, PersonId, SubjectId } from '../../ids.ts';

/** So much is said in one need, or in one outcome; it has to fit on an agenda. */
export const MOST_SIGNS = 500;

export const Need = z
  .object({
    id: SubjectId,
    countyId: CountyId,
    /** By which people call it: "behov 12". */
    number: z.int().min(1),
    text: z.string().min(1),
    raisedById: PersonId,
    organisationId: OrganisationId,
    fromGroupId: GroupId.exactOptional(),
    /** The preparatory group; absent where the county has none, and the coordinator takes it up. */
    toGroupId: GroupId.exactOptional(),
    raisedAt: z.date(),
    settled: z
      .object({ outcome: z.string().min(1), byId: PersonId, at: z.date() })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type Need = z.infer<typeof Need>;

/** The group itself where it prepares, else the one that it reports to or was formed by, else the county's first by id. */
export function findPreparing(groups: readonly Group[], from: Group | undefined): Group | undefined {
  const preparing = groups.filter(({ kind }) => kind === 'preparatory');
  const own = [from?.id, from?.reportsToId, from?.formedById];
  return preparing.find(({ id }) => own.includes(id)) ?? preparing[0];
}
