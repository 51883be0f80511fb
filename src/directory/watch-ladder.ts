// When is a county's coordinator told of a missing agenda, of missing minutes, and of meetings that are still to be booked?
import { z } from 'zod';
import { LadderOrNone, LadderStep } from '../calendar/ladder.ts';
import { LocalTime } from '../calendar/local-date.ts';
import { MonthDay } from '../calendar/month-day.ts';

/** One look of the year. Its name is a part of the reminders' keys: unique, and best left alone once used. */
const QuotaLook = z
  .strictObject({ step: LadderStep.unwrap().shape.step, month: z.int().min(1).max(12), on: MonthDay })
  .readonly();

/** Where a county says nothing: agenda a fortnight before, minutes a week after, and the year's meetings in May, September and October. */
export const WatchLadder = z
  .strictObject({
    /** Both counted from the day of the meeting. */
    agenda: LadderOrNone.prefault([{ step: 'agenda', days: -14, at: '09:00' }]),
    minutes: LadderOrNone.prefault([{ step: 'minutes', days: 7, at: '09:00' }]),
    /** None where the county does not want to be told. A day that nobody works goes to the next one. */
    quota: z
      .array(QuotaLook)
      .refine((looks) => new Set(looks.map(({ step }) => step)).size === looks.length, { error: 'step-twice' })
      .readonly()
      .prefault([
        { step: 'may', month: 5, on: { day: 2 } },
        { step: 'september', month: 9, on: { day: 1 } },
        { step: 'october', month: 10, on: { day: 15 } },
      ]),
    at: LocalTime.prefault('09:00'),
  })
  .readonly();
export type WatchLadder = z.infer<typeof WatchLadder>;
