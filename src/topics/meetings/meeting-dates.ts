// On which days does a meeting remind, nudge and escalate, and when is a substitute asked?
import { climbLadder } from '../../calendar/ladder.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { ATTENDANCE, type StandIn } from './attendance.ts';
import { findAnswerDay, findStart, type Meeting } from './meeting.ts';

const SUBSTITUTE = 'substitute:';

/** A cancelled meeting has no dates, and none has a date once it has begun. */
export function planMeeting(meeting: Meeting, county: County, standIns: readonly StandIn[]): readonly PlannedDate[] {
  if (meeting.cancelledOn !== undefined) return [];
  const { ladders, timeZone: zone } = county;
  const usefulTo = findStart(meeting, zone);
  const held = { anchor: meeting.heldOn, zone, moveDefault: 'before' } as const;
  const answered = { anchor: findAnswerDay(meeting, county), zone, moveDefault: 'after' } as const;
  const common = { usefulTo, question: ATTENDANCE } as const;
  return [
    ...climbLadder(ladders.meeting.steps, held).map((step) => ({ ...step, ...common, ...reminder })),
    ...climbLadder(ladders.meeting.nudges, answered).map((step) => ({ ...prefix('nudge', step), ...common, ...nudge })),
    ...climbLadder(ladders.meeting.escalate, answered).map((step) => ({
      ...prefix('escalation', step),
      ...common,
      ...escalation,
    })),
    ...standIns.map(({ insteadOfId, askedAt }) => ({
      ...toLocal(askedAt, zone),
      ...common,
      ...request,
      step: `${SUBSTITUTE}${insteadOfId}`,
      at: askedAt,
    })),
  ]
    .filter(({ at }) => at < usefulTo)
    .toSorted((a, b) => compareTimes(a.at, b.at));
}

const reminder = { kind: 'reminder', whenLate: 'summarise' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;
const request = { kind: 'reminder', whenLate: 'send' } as const;

/** The steps of the ladders have names of their own: two ladders may use the same. */
function prefix<Step extends { readonly step: string }>(kind: 'nudge' | 'escalation', planned: Step): Step {
  return { ...planned, step: `${kind}:${planned.step}` };
}

function compareTimes(a: Instant, b: Instant): number {
  return a.getTime() - b.getTime();
}

/** The stand-in whom a step asks, if it is such a step. */
export function findRequested(step: string, standIns: readonly StandIn[]): StandIn | undefined {
  return standIns.find(({ insteadOfId }) => step === `${SUBSTITUTE}${insteadOfId}`);
}

/** Does this step ask a substitute, and instead of whom? */
export function isRequest(step: string): boolean {
  return step.startsWith(SUBSTITUTE);
}
