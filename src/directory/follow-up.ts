// What a county asks for its yearly follow-up, of which groups, and to whom it reports.
import { z } from 'zod';
import { GroupId, OrganisationId } from '../ids.ts';

export const FollowUpAnswer = z.enum(['text', 'light']);
export type FollowUpAnswer = z.infer<typeof FollowUpAnswer>;

/** Asked once for the county, once for each area of its strategy, or once about the year's plan. */
export const FollowUpQuestion = z
  .object({
    /** "kunskap" */
    id: z.string().min(1),
    text: z.string(),
    answer: FollowUpAnswer.default('text'),
    per: z.enum(['county', 'area', 'plan']),
    askedOf: z.array(GroupId).min(1).readonly(),
    /** What it looks through: "barnrätt". */
    perspective: z.string().exactOptional(),
  })
  .readonly();
export type FollowUpQuestion = z.infer<typeof FollowUpQuestion>;

export const FollowUp = z
  .object({
    coordinatedBy: OrganisationId.exactOptional(),
    /** In the county's own words. */
    reportedTo: z.array(z.string()).readonly().default([]),
    questions: z.array(FollowUpQuestion).readonly().default([]),
  })
  .readonly();
export type FollowUp = z.infer<typeof FollowUp>;
