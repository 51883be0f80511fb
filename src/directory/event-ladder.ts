// When is the week's letter about the shared calendar posted, and how long may an event wait to be approved?
import { z } from 'zod';
import { LadderOrNone } from '../calendar/ladder.ts';
import { LocalTime, Weekday } from '../calendar/local-date.ts';

/** Where a county says nothing: the letter on Mondays at nine, about two weeks ahead; three days to approve, and a nudge. */
export const EventLadder = z
  .strictObject({
    /** None where the county wants no letter. A day that nobody works goes to the next one. */
    weekdays: z.array(Weekday).readonly().prefault([1]),
    at: LocalTime.prefault('09:00'),
    daysAhead: z.int().min(1).default(14),
    /** Counted from the day on which the event was proposed. */
    answerDays: z.int().min(1).default(3),
    /** Both counted from the last day to approve. */
    nudges: LadderOrNone.prefault([{ step: 'nudge', days: 0, at: '09:00' }]),
    escalate: LadderOrNone.default([]),
  })
  .readonly();
export type EventLadder = z.infer<typeof EventLadder>;
