// On which days do the reminders before and after a deadline fall?

import { z } from 'zod';
import { addDays, compareDates, type LocalDate, LocalTime } from './local-date.ts';
import { addWorkingDays, moveToWorkingDay, WorkingDayMove } from './working-day.ts';
import { type PlannedTime, toInstant, type ZoneName } from './zone.ts';

/** One reminder: its name, how far it is from the anchor (negative before it), and at what time of day. */
export const LadderStep = z
  .strictObject({
    step: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'not-a-step-name' }),
    days: z.int().min(-730).max(730),
    unit: z.enum(['days', 'working-days']).optional(),
    at: LocalTime,
    move: WorkingDayMove.optional(),
  })
  .readonly();
export type LadderStep = z.infer<typeof LadderStep>;

/** The reminders of one deadline or meeting, in any order. A step's name is part of a reminder's key, so it is unique. */
export const Ladder = z
  .array(LadderStep)
  .min(1)
  .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, { error: 'step-twice' })
  .readonly();
export type Ladder = z.infer<typeof Ladder>;

/** Where no reminder at all is an answer too. */
export const LadderOrNone = z.union([Ladder, z.array(LadderStep).max(0).readonly()]);

/** What a ladder is climbed from: the deadline or the day asked, its zone, and where free days go by default. */
export interface Foothold {
  readonly anchor: LocalDate;
  readonly zone: ZoneName;
  /** `before` for a deadline or a meeting, `after` for nudges; a step's own `move` goes first. */
  readonly moveDefault: WorkingDayMove;
}

export interface PlannedStep extends PlannedTime {
  readonly step: string;
}

/**
 * The steps as dates and instants, sorted by time, also those already past.
 *
 * Two steps that land on the same local date are sent once. The one that is later before any move keeps the day, for it
 * says the more urgent thing: of "two weeks left" and "today", today. Up to the anchor that is the one nearest to it.
 */
export function climbLadder(ladder: Ladder, foothold: Foothold): readonly PlannedStep[] {
  const steps = ladder
    .map((step) => ({ ...step, asked: countDays(step, foothold.anchor) }))
    .sort((a, b) => compareDates(a.asked, b.asked) || a.at.localeCompare(b.at));
  const stepByDate = new Map(steps.map((step) => [findDate(step, step.asked, foothold), step]));
  return [...stepByDate]
    .map(([date, { step, at }]) => ({ step, date, time: at, at: toInstant({ date, time: at }, foothold.zone) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function countDays({ days, unit }: LadderStep, anchor: LocalDate): LocalDate {
  return unit === 'working-days' ? addWorkingDays(anchor, days) : addDays(anchor, days);
}

/** Moving never takes a step across its anchor: none before or on a deadline comes when it is too late, none after it too soon. */
function findDate(step: LadderStep, asked: LocalDate, { anchor, moveDefault }: Foothold): LocalDate {
  const moved = moveToWorkingDay(asked, step.move ?? moveDefault);
  const isLeadingUp = step.days < 0 || (step.days === 0 && moveDefault !== 'after');
  if (isLeadingUp && moved > anchor) return moveToWorkingDay(asked, 'before');
  if (step.days > 0 && moved <= anchor) return moveToWorkingDay(asked, 'after');
  return moved;
}
