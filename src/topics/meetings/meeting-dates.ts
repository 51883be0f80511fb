// On which days does a meeting remind, nudge and escalate, and when is a substitute asked?
import { climbLadder, type PlannedStep } from '../../calendar/ladder.ts';
import { toLocal } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { ATTENDANCE, type StandIn } from './attendance.ts';
import { findAnswerDay, findStart, type Meeting } from './meeting.ts';

const SUBSTITUTE = 'substitute:';

/** A cancelled meeting has no dates, and none has a date once it has begun. */
export function planMeeting(meeting: Meeting, county: County, standIns: readonly StandIn[]): readonly PlannedDate[] {
  if (meeting.cancelledOn !== undefined) return [];
  const { timeZone: zone } = county;
  const { steps, nudges, escalate } = county.ladders.meeting;
  const held = { anchor: meeting.heldOn, zone, moveDefault: 'before' } as const;
  const answered = { anchor: findAnswerDay(meeting, county), zone, moveDefault: 'after' } as const;
  const reminders = climbLadder(steps, held);
  const requests = standIns.map((one) => ({
    ...toLocal(one.askedAt, zone),
    step: `${SUBSTITUTE}${one.insteadOfId}`,
    at: one.askedAt,
  }));
  const common = { usefulTo: findStart(meeting, zone), question: ATTENDANCE } as const;
  return [
    ...reminders.map((planned) => ({ ...planned, ...common, ...reminder })),
    ...requests.map((planned) => ({ ...planned, ...common, ...request })),
    ...climbLadder(nudges, answered)
      .filter((planned) => isAfterReminder(planned, reminders))
      .map((planned) => ({ ...planned, ...common, ...nudge, step: `nudge:${planned.step}` })),
    ...climbLadder(escalate, answered).map((planned) => ({
      ...planned,
      ...common,
      ...escalation,
      step: `escalation:${planned.step}`,
    })),
  ]
    .filter(({ at, usefulTo }) => at < usefulTo)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const reminder = { kind: 'reminder', whenLate: 'summarise' } as const;
const request = { kind: 'reminder', whenLate: 'send' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;

/** Nobody is nudged before they were asked, nor twice on a day that reminds everybody anyway. */
function isAfterReminder({ date, at }: PlannedStep, reminders: readonly PlannedStep[]): boolean {
  return reminders.some((one) => one.at < at) && reminders.every((one) => one.date !== date);
}

/** The stand-in whom a step asks, if it is such a step. */
export function findRequested(step: string, standIns: readonly StandIn[]): StandIn | undefined {
  return standIns.find(({ insteadOfId }) => step === `${SUBSTITUTE}${insteadOfId}`);
}

/** Does this step ask a substitute, and instead of whom? */
export function isRequest(step: string): boolean {
  return step.startsWith(SUBSTITUTE);
}
