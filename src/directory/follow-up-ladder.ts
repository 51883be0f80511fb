// When are the questions of the yearly follow-up asked, and how long may one answer?
import { z } from 'zod';
import { LadderOrNone } from '../calendar/ladder.ts';
import { LocalTime } from '../calendar/local-date.ts';
import { MonthDay } from '../calendar/month-day.ts';

/** Where a county says nothing: on the first working day of December, to be answered by the middle of January. */
export const FollowUpLadder = z
  .strictObject({
    month: z.int().min(1).max(12).default(12),
    /** A day that nobody works goes to the next one. */
    on: MonthDay.prefault({ day: 1 }),
    /** Asked in the year after the one that it is about. */
    isNextYear: z.boolean().default(false),
    at: LocalTime.prefault('09:00'),
    /** The last day to answer, and the last on which a late answer is taken, counted from the day of the question. */
    answerDays: z.int().min(1).default(45),
    openDays: z.int().min(1).default(75),
    /** Both counted from the last day to answer. */
    nudges: LadderOrNone.prefault([
      { step: 'nudge-1', days: -14, at: '09:00' },
      { step: 'nudge-2', days: -3, at: '09:00' },
    ]),
    escalate: LadderOrNone.prefault([{ step: 'escalate', days: 1, at: '09:00' }]),
  })
  .refine(({ answerDays, openDays }) => answerDays <= openDays, { error: 'closed-too-soon', path: ['openDays'] })
  .readonly();
export type FollowUpLadder = z.infer<typeof FollowUpLadder>;
