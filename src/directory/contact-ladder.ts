// When in the year does a county ask whether its contacts' details are right, and how long may one answer?
import { z } from 'zod';
import { LadderOrNone, LadderStep } from '../calendar/ladder.ts';
import { LocalTime } from '../calendar/local-date.ts';
import { MonthDay } from '../calendar/month-day.ts';

/** One round of the year. Its name is a part of the reminders' keys: unique, and best left alone once used. */
export const ContactRound = z
  .strictObject({ step: LadderStep.unwrap().shape.step, month: z.int().min(1).max(12), on: MonthDay })
  .readonly();
export type ContactRound = z.infer<typeof ContactRound>;

/** Where a county says nothing: on the first working day of March and of September, with two weeks to answer. */
export const ContactLadder = z
  .strictObject({
    /** None where the county does not ask. A day that nobody works goes to the next one. */
    rounds: z
      .array(ContactRound)
      .refine((rounds) => new Set(rounds.map(({ step }) => step)).size === rounds.length, { error: 'step-twice' })
      .readonly()
      .prefault([
        { step: 'spring', month: 3, on: { day: 1 } },
        { step: 'autumn', month: 9, on: { day: 1 } },
      ]),
    at: LocalTime.prefault('09:00'),
    /** The last day to answer, and the last on which a late answer is taken, counted from the day of the question. */
    answerDays: z.int().min(1).default(14),
    openDays: z.int().min(1).default(28),
    /** Both counted from the last day to answer. */
    nudges: LadderOrNone.prefault([
      { step: 'nudge-1', days: -5, at: '09:00' },
      { step: 'nudge-2', days: -1, at: '09:00' },
    ]),
    escalate: LadderOrNone.default([]),
  })
  .refine(({ answerDays, openDays }) => answerDays <= openDays, { error: 'closed-too-soon', path: ['openDays'] })
  .readonly();
export type ContactLadder = z.infer<typeof ContactLadder>;
