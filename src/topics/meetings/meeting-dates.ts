// On which days does a meeting remind, nudge and escalate, when is a substitute asked or released, and when is a move told?
import { climbLadder, type PlannedStep } from '../../calendar/ladder.ts';
import { type Instant, toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import { PersonId } from '../../ids.ts';
import type { PlannedDate } from '../../topic.ts';
import { type Decline, type StandIn, toQuestion } from './attendance.ts';
import { findAnswerDay, findStart, type Meeting } from './meeting.ts';

const SUBSTITUTE = 'substitute:';
const RELEASED = 'released:';
const MOVED = 'moved:';

export interface MeetingCalendar {
  readonly meeting: Meeting;
  readonly county: County;
  readonly standIns: readonly StandIn[];
  readonly declines: readonly Decline[];
}

/** A cancelled meeting has no dates, and none has a date once it has begun. */
export function planMeeting({ meeting, county, standIns, declines }: MeetingCalendar): readonly PlannedDate[] {
  if (meeting.cancelledOn !== undefined) return [];
  const { timeZone: zone } = county;
  const { steps, nudges, escalate } = county.ladders.meeting;
  const held = { anchor: meeting.heldOn, zone, moveDefault: 'before' } as const;
  const answered = { anchor: findAnswerDay(meeting, county), zone, moveDefault: 'after' } as const;
  const common = { usefulTo: findStart(meeting, zone), question: toQuestion(meeting.heldOn) } as const;
  const notice = planNotice(meeting, zone);
  const asking = [...notice, ...climbLadder(steps, held).filter((planned) => isAfterMove(planned, notice))];
  const single = [
    ...standIns.map(({ decline }) => ({ step: toStep(SUBSTITUTE, meeting, decline), at: decline.at })),
    ...declines.flatMap((decline) =>
      decline.takenBackAt ? [{ step: toStep(RELEASED, meeting, decline), at: decline.takenBackAt }] : [],
    ),
  ].map((one) => toPlanned(one, zone));
  return [
    ...asking.map((planned) => ({ ...planned, ...common, ...(notice.includes(planned) ? atOnce : reminder) })),
    ...single.map((planned) => ({ ...planned, ...common, ...atOnce })),
    ...climbLadder(nudges, answered)
      .filter((planned) => isAfterReminder(planned, asking) && asking.every(({ date }) => date !== planned.date))
      .map((planned) => ({ ...planned, ...common, ...nudge, step: `nudge:${planned.step}` })),
    ...climbLadder(escalate, answered)
      .filter((planned) => isAfterReminder(planned, asking))
      .map((planned) => ({ ...planned, ...common, ...escalation, step: `escalation:${planned.step}` })),
  ]
    .filter(({ at, usefulTo }) => at < usefulTo)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const reminder = { kind: 'reminder', whenLate: 'summarise' } as const;
const atOnce = { kind: 'reminder', whenLate: 'send' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;

interface Single {
  readonly step: string;
  readonly at: Instant;
}

function toPlanned({ step, at }: Single, zone: ZoneName): PlannedStep {
  return { ...toLocal(at, zone), step, at };
}

/** The notice goes out at once, and asks anew. */
function planNotice({ moved, heldOn }: Meeting, zone: ZoneName): readonly PlannedStep[] {
  return moved ? [toPlanned({ step: `${MOVED}${heldOn}`, at: moved.at }, zone)] : [];
}

/** What only the new day puts before the move was never missed, and nobody is reminded on the day of the notice. */
function isAfterMove({ at, date }: PlannedStep, notice: readonly PlannedStep[]): boolean {
  return notice.every((moved) => at > moved.at && date !== moved.date);
}

/** Nobody is nudged, or reported as silent, before they were asked. */
function isAfterReminder({ at }: PlannedStep, asking: readonly PlannedStep[]): boolean {
  return asking.some((one) => one.at < at);
}

/** Another one for each no, for it may be said about each of the meeting's days and again after it was taken back. */
function toStep(prefix: string, { heldOn, moved }: Meeting, { personId, times }: Decline): string {
  return [`${prefix}${personId}`, ...(moved ? [heldOn] : []), ...(times > 1 ? [times] : [])].join(':');
}

/** For whom does this step ask, or release, a substitute? */
export function findMember(step: string): PersonId | undefined {
  return isRequest(step) || isRelease(step) ? PersonId.parse(step.split(':')[1]) : undefined;
}

/** Does this step ask a substitute? */
export function isRequest(step: string): boolean {
  return step.startsWith(SUBSTITUTE);
}

/** Does this step tell a substitute that they are needed no more? */
export function isRelease(step: string): boolean {
  return step.startsWith(RELEASED);
}

/** Does this step tell that the meeting has moved? */
export function isNotice(step: string): boolean {
  return step.startsWith(MOVED);
}
