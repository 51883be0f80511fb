// How does a county file tell what the work is for: strategy, yearly plans and follow-up?

import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { FollowUpAnswer } from '../directory/follow-up.ts';
import { Agenda2030, provenance, Slug, Words } from './county-fields.ts';

export const GoalEntry = z.strictObject({ id: Slug, text: Words, ...provenance });
export type GoalEntry = z.infer<typeof GoalEntry>;

/** One focus area with its goals; `agenda2030` only when the strategy links the area itself. */
export const AreaEntry = z.strictObject({
  id: Slug,
  name: Words,
  agenda2030: Agenda2030.default([]),
  aim: Words.exactOptional(),
  goals: z.array(GoalEntry).min(1, { error: 'nothing-listed' }),
  ...provenance,
});
export type AreaEntry = z.infer<typeof AreaEntry>;

/** The county's strategy, in force from one day to another, both included. `adoptedBy` is a group. */
export const StrategyEntry = z.strictObject({
  id: Slug,
  name: Words,
  from: LocalDate,
  to: LocalDate.exactOptional(),
  dnr: Words.exactOptional(),
  adoptedOn: LocalDate.exactOptional(),
  adoptedBy: Slug.exactOptional(),
  aim: Words.exactOptional(),
  agenda2030: Agenda2030.default([]),
  areas: z.array(AreaEntry).min(1, { error: 'nothing-listed' }),
  ...provenance,
});
export type StrategyEntry = z.infer<typeof StrategyEntry>;

/** One activity of a plan: the goal it serves, the organisation that owns it, the group that follows it. */
export const ActivityEntry = z.strictObject({
  id: Slug,
  title: Words,
  goal: Slug,
  owner: Slug,
  responsible: Slug.exactOptional(),
  group: Slug,
  from: LocalDate,
  to: LocalDate,
  indicator: Words,
  targetGroup: Words.exactOptional(),
  ...provenance,
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** One check-in of the whole plan: every activity is asked about from `opensOn` to `closesOn`, both included. */
export const RoundEntry = z.strictObject({ id: Slug, label: Words, opensOn: LocalDate, closesOn: LocalDate });
export type RoundEntry = z.infer<typeof RoundEntry>;

/** A plan's way through the year; a plan that is `approved` or further has its `approvedOn`. */
export const PlanState = z.enum(['draft', 'prepared', 'approved', 'followed-up', 'locked']);
export type PlanState = z.infer<typeof PlanState>;

/** A year's plan. `preparedBy` and `approvedBy` are the groups that draft and approve it. */
export const PlanEntry = z.strictObject({
  id: Slug,
  year: z.int().min(1900, { error: 'not-a-year' }).max(2999, { error: 'not-a-year' }),
  state: PlanState,
  preparedBy: Slug.exactOptional(),
  approvedBy: Slug.exactOptional(),
  approvedOn: LocalDate.exactOptional(),
  dnr: Words.exactOptional(),
  activities: z.array(ActivityEntry).default([]),
  rounds: z.array(RoundEntry).default([]),
  ...provenance,
});
export type PlanEntry = z.infer<typeof PlanEntry>;

/** A question of the yearly follow-up: asked once for the county, once per focus area, or once per plan. */
export const QuestionEntry = z.strictObject({
  id: Slug.refine((id) => /^[a-z]/.test(id), { error: 'not-a-slug' }),
  text: Words,
  /** In words, or as a light. */
  answer: FollowUpAnswer.default('text'),
  per: z.enum(['county', 'area', 'plan']),
  askedOf: z.array(Slug).min(1, { error: 'nothing-listed' }),
  perspective: Words.exactOptional(),
  ...provenance,
});
export type QuestionEntry = z.infer<typeof QuestionEntry>;

/** The yearly follow-up: which organisation coordinates it, to whom it is reported (in words), what is asked. */
export const FollowUpEntry = z.strictObject({
  coordinatedBy: Slug.exactOptional(),
  reportedTo: z.array(Words).default([]),
  questions: z.array(QuestionEntry).default([]),
  ...provenance,
});
export type FollowUpEntry = z.infer<typeof FollowUpEntry>;
