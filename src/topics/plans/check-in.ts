// How does an activity stand? Its light, and what goes with it.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { Light } from '../../message/form.ts';

export const ActivityStatus = z.enum(['not-started', 'ongoing', 'delayed', 'completed', 'cancelled']);
export type ActivityStatus = z.infer<typeof ActivityStatus>;

/** A check-in's answers, by the keys of its form. */
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
