// On which days is an activity asked about, its owner nudged, and silence reported?
import { climbLadder, type PlannedStep } from '../../calendar/ladder.ts';
import { LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { type Activity, isInRound } from './activity.ts';
import { isChecked, type Plan } from './plan.ts';
import { findAnswerBy, findClosing, type Round, toSlug } from './round.ts';

export interface PlanCalendar {
  readonly activity: Activity;
  readonly plan: Plan;
  /** Every round of the plan. */
  readonly rounds: readonly Round[];
  readonly county: County;
}

/** The county's ladders for each round that the activity runs in. A plan that is not approved asks nothing. */
export function planActivity(calendar: PlanCalendar): readonly PlannedDate[] {
  const { activity, plan, rounds } = calendar;
  if (!isChecked(plan)) return [];
  return rounds
    .filter((round) => isInRound(activity, round))
    .flatMap((round) => planRound(round, calendar))
    .filter(({ at, usefulTo }) => at < usefulTo)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function planRound(round: Round, { plan, rounds, county }: PlanCalendar): readonly PlannedDate[] {
  const { timeZone: zone } = county;
  const { steps, nudges, escalate } = county.ladders.plan;
  const question = toSlug(round);
  const answerBy = findAnswerBy(round, zone);
  const closing = findClosing(round, { plan, rounds, zone });
  const reminders = climbLadder(steps, { anchor: round.opensOn, zone, moveDefault: 'after' });
  const closed = { anchor: round.closesOn, zone, moveDefault: 'after' } as const;
  return [
    ...reminders.map((planned) => ({
      ...{ ...planned, ...reminder, question, usefulTo: answerBy },
      step: `${question}:${planned.step}`,
    })),
    ...climbLadder(nudges, closed)
      .filter((planned) => isAfterReminder(planned, reminders))
      .map((planned) => ({
        ...{ ...planned, ...nudge, question, usefulTo: answerBy },
        step: `${question}:nudge:${planned.step}`,
      })),
    ...climbLadder(escalate, closed).map((planned) => ({
      ...{ ...planned, ...escalation, question, usefulTo: later(closing, endOfDay(planned.date, zone)) },
      step: `${question}:escalation:${planned.step}`,
    })),
  ];
}

const reminder = { kind: 'reminder', whenLate: 'summarise' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;

/** Nobody is nudged before they were asked, nor twice on a day that reminds everybody anyway. */
function isAfterReminder({ date, at }: PlannedStep, reminders: readonly PlannedStep[]): boolean {
  return reminders.some((one) => one.at < at) && reminders.every((one) => one.date !== date);
}

function endOfDay(date: Round['closesOn'], zone: County['timeZone']): Instant {
  return toInstant({ date, time: LocalTime.parse('23:59') }, zone);
}

function later(a: Instant, b: Instant): Instant {
  return a.getTime() > b.getTime() ? a : b;
}
