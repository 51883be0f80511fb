// How does a county say as a rule when its plans are checked in: "the second Monday of the last month of each quarter"?
import { z } from 'zod';
import { MonthDay } from '../calendar/month-day.ts';

const month = z.int().min(1).max(12);

/** For how many days after the one it opens on a round can be answered in time. */
const openDays = z.int().min(1).max(60).default(11);

/** A day that nobody works goes to the next one. `month` of a quarterly rule is the month of the quarter, 1 to 3. */
export const RoundRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('monthly'), every: z.int().min(1).max(12).default(1), on: MonthDay, openDays }),
    z.strictObject({ kind: z.literal('quarterly'), month: month.max(3), on: MonthDay, openDays }),
    z.strictObject({ kind: z.literal('yearly'), month, on: MonthDay, openDays }),
  ])
  .readonly();
export type RoundRule = z.infer<typeof RoundRule>;
