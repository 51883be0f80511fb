// How does an activity stand? Its light, and what goes with it.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { CountyId, OrganisationId, PersonId, SubjectId } from '../../ids.ts';
import { Light } from '../../message/form.ts';

export const ActivityStatus = z.enum(['not-started', 'ongoing', 'delayed', 'completed', 'cancelled']);
export type ActivityStatus = z.infer<typeof ActivityStatus>;

/** A check-in's answers about one activity, by the questions of its form. */
export const CheckInAnswers = z
  .object({
    light: Light,
    status: ActivityStatus.exactOptional(),
    forecast: z.string().exactOptional(),
    comment: z.string().exactOptional(),
    action: z.string().exactOptional(),
    actionBy: LocalDate.exactOptional(),
  })
  .readonly();
export type CheckInAnswers = z.infer<typeof CheckInAnswers>;

export const CheckIn = CheckInAnswers.unwrap()
  .extend({
    at: z.date(),
    /** The slug of its round. */
    round: z.string(),
  })
  .readonly();
export type CheckIn = z.infer<typeof CheckIn>;

/** The same with who answered, as the year's history keeps it. */
export const KeptCheckIn = CheckIn.unwrap()
  .extend({
    countyId: CountyId,
    planId: z.string(),
    activityId: SubjectId,
    /** "2024-mars" */
    period: z.string(),
    /** False once the same owner has answered anew in the same round. */
    isCurrent: z.boolean(),
    isLate: z.boolean(),
    /** It says the same as the round before. */
    isCopy: z.boolean(),
    receipt: z.string(),
    personId: PersonId,
    organisationId: OrganisationId,
    insteadOfId: PersonId.exactOptional(),
  })
  .readonly();
export type KeptCheckIn = z.infer<typeof KeptCheckIn>;
