// An event in the county's shared calendar: proposed by somebody, seen by others once it is approved.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { CountyId, OrganisationId, PersonId, SubjectId } from '../../ids.ts';

export const Decision = z.enum(['approved', 'refused']);
export type Decision = z.infer<typeof Decision>;

/** What one proposes. */
export const EventDetails = z
  .object({
    title: z.string().min(1),
    /** Both included. */
    fromOn: LocalDate,
    toOn: LocalDate,
    place: z.string().exactOptional(),
    link: z.url({ protocol: /^https?$/ }).exactOptional(),
  })
  .readonly();
export type EventDetails = z.infer<typeof EventDetails>;

export const Event = EventDetails.unwrap()
  .extend({
    id: SubjectId,
    countyId: CountyId,
    number: z.int().min(1),
    proposedById: PersonId,
    organisationId: OrganisationId,
    proposedAt: z.date(),
    /** Absent as long as it waits. */
    decided: z
      .object({ decision: Decision, byId: PersonId, at: z.date(), reason: z.string().exactOptional() })
      .readonly()
      .exactOptional(),
    /** When whoever proposed it took it back. */
    withdrawnAt: z.date().exactOptional(),
  })
  .readonly();
export type Event = z.infer<typeof Event>;

export function isApproved({ decided, withdrawnAt }: Event): boolean {
  return decided?.decision === 'approved' && withdrawnAt === undefined;
}
