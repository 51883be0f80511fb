// An activity of a plan: who owns it, when it runs, and how it stood at its latest check-in.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { Provenance } from '../../directory/provenance.ts';
import { CountyId, GroupId, OrganisationId, PersonId, SubjectId } from '../../ids.ts';
import { CheckIn } from './check-in.ts';
import type { Round } from './round.ts';

/** What the plan says of an activity. */
export const ActivityDetails = z
  .object({
    id: SubjectId,
    countyId: CountyId,
    planId: z.string().min(1),
    goalId: z.string().min(1),
    /** The group that follows it. */
    groupId: GroupId,
    ownerId: OrganisationId,
    responsibleId: PersonId.exactOptional(),
    title: z.string().min(1),
    /** Both included. */
    fromOn: LocalDate,
    toOn: LocalDate,
    indicator: z.string().exactOptional(),
    targetGroup: z.string().exactOptional(),
    /** The activity of an earlier year's plan that it goes on with. */
    carriedFromId: SubjectId.exactOptional(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type ActivityDetails = z.infer<typeof ActivityDetails>;

export const Activity = ActivityDetails.unwrap().extend({ latest: CheckIn.exactOptional() }).readonly();
export type Activity = z.infer<typeof Activity>;

/** Is there anything left to do? What was never checked in is as good as begun. */
export function isUnfinished({ latest }: Activity): boolean {
  return latest?.status !== 'completed' && latest?.status !== 'cancelled';
}

/** Does the activity run on any day of the round? */
export function isInRound({ fromOn, toOn }: ActivityDetails, { opensOn, closesOn }: Round): boolean {
  return fromOn <= closesOn && opensOn <= toOn;
}
