// On which days are owners asked how their activities go, nudged, their group told, and silence reported?
import { climbLadder, type PlannedStep } from '../../calendar/ladder.ts';
import { LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { type ActivityDetails, isInRound } from './activity.ts';
import { isChecked, type Plan } from './plan.ts';
import { asksAnew, findAnswerBy, findClosing, type Round, toSlug } from './round.ts';

export interface PlanCalendar {
  /** Those that are asked about together, or that a group follows. */
  readonly activities: readonly ActivityDetails[];
  readonly plan: Plan;
  /** Every round of the plan. */
  readonly rounds: readonly Round[];
  readonly county: County;
}

/** Asked and nudged, round by round. A plan that is not approved asks nothing. */
export function planShare(calendar: PlanCalendar): readonly PlannedDate[] {
  return planRounds(calendar, (round) => {
    const { answerBy, reminders, nudges } = climb(round, calendar);
    return [
      ...reminders.map((planned) => ({ ...planned, ...reminder, usefulTo: answerBy })),
      ...nudges
        .filter((planned) => isAfterReminder(planned, reminders))
        .map((planned) => ({ ...planned, ...nudge, usefulTo: answerBy, step: `nudge:${planned.step}` })),
    ];
  });
}

/** Told as its owners are asked, and who is silent when the round has closed: once for all of them. */
export function planGroup(calendar: PlanCalendar): readonly PlannedDate[] {
  return planRounds(calendar, (round) => {
    const { answerBy, closing, reminders, escalations } = climb(round, calendar);
    const { timeZone: zone } = calendar.county;
    return [
      ...reminders.map((planned) => ({ ...planned, ...reminder, usefulTo: answerBy })),
      ...escalations.map((planned) => ({
        ...{ ...planned, ...escalation, usefulTo: later(closing, endOfDay(planned.date, zone)) },
        step: `escalation:${planned.step}`,
      })),
    ];
  });
}

function planRounds(
  { activities, plan, rounds }: PlanCalendar,
  planRound: (round: Round) => readonly PlannedDate[],
): readonly PlannedDate[] {
  if (!isChecked(plan)) return [];
  return rounds
    .filter((round) => asksAnew(round) && activities.some((activity) => isInRound(activity, round)))
    .flatMap((round) => {
      const question = toSlug(round);
      return planRound(round).map((planned) => ({ ...planned, question, step: `${question}:${planned.step}` }));
    })
    .filter(({ at, usefulTo }) => at < usefulTo)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function climb(round: Round, { plan, rounds, county }: PlanCalendar) {
  const { timeZone: zone } = county;
  const { steps, nudges, escalate } = county.ladders.plan;
  const closed = { anchor: round.closesOn, zone, moveDefault: 'after' } as const;
  return {
    answerBy: findAnswerBy(round, zone),
    closing: findClosing(round, { plan, rounds, zone }),
    reminders: climbLadder(steps, { anchor: round.opensOn, zone, moveDefault: 'after' }),
    nudges: climbLadder(nudges, closed),
    escalations: climbLadder(escalate, closed),
  };
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
