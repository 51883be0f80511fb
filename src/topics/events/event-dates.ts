// When is an event to be approved, and when is its proposer told of the decision?
import { climbLadder } from '../../calendar/ladder.ts';
import { addDays, type LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import { type Instant, toInstant, toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import type { Event } from './event.ts';

/** The one question about an event. */
export const APPROVAL = 'approval';

const DECIDED = 'decided:';

/** What is decided asks nobody any more, and what was decided before anybody was asked never does; nor what was taken back. */
export function planEvent(event: Event, county: County): readonly PlannedDate[] {
  const { proposedAt, decided, withdrawnAt } = event;
  if (withdrawnAt !== undefined) return [];
  const { timeZone: zone } = county;
  const { nudges, escalate } = county.ladders.event;
  const usefulTo = findClosing(event, zone);
  const answered = { anchor: findAnswerDay(event, county), zone, moveDefault: 'after' } as const;
  const question = { question: APPROVAL, usefulTo } as const;
  const asking: readonly PlannedDate[] = [
    { ...toLocal(proposedAt, zone), ...question, ...atOnce, step: 'ask', at: proposedAt },
    ...climbLadder(nudges, answered).map((planned) => ({
      ...{ ...planned, ...question, ...nudge },
      step: `nudge:${planned.step}`,
    })),
    ...climbLadder(escalate, answered).map((planned) => ({
      ...{ ...planned, ...question, ...escalation },
      step: `escalation:${planned.step}`,
    })),
  ];
  return [
    ...(decided
      ? [{ ...toLocal(decided.at, zone), ...atOnce, step: toStep(decided.at), at: decided.at, usefulTo }]
      : asking),
  ]
    .filter(({ at, kind }) => at < usefulTo && (kind === 'reminder' || at > proposedAt))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const atOnce = { kind: 'reminder', whenLate: 'send' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;

/** A decision that is changed is told anew. */
function toStep(decidedAt: Instant): string {
  return `${DECIDED}${decidedAt.getTime()}`;
}

export function isDecision(step: string): boolean {
  return step.startsWith(DECIDED);
}

/** A few days after it was proposed, but not after it is over. */
function findAnswerDay({ proposedAt, toOn }: Event, { ladders, timeZone }: County): LocalDate {
  const day = moveToWorkingDay(addDays(toLocal(proposedAt, timeZone).date, ladders.event.answerDays), 'after');
  return day < toOn ? day : toOn;
}

export function findAnswerBy(event: Event, county: County): Instant {
  return toInstant({ date: findAnswerDay(event, county), time: LAST_MINUTE }, county.timeZone);
}

/** Once it is over, nobody needs to decide any more. */
export function findClosing({ toOn }: Event, zone: ZoneName): Instant {
  return toInstant({ date: toOn, time: LAST_MINUTE }, zone);
}

const LAST_MINUTE = LocalTime.parse('23:59');
