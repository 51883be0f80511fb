// On which days does a survey ask, remind the silent, and tell who stayed silent?
import { climbLadder, type PlannedStep } from '../../calendar/ladder.ts';
import { type Instant, toInstant, type ZoneName } from '../../calendar/zone.ts';
import type { PlannedDate } from '../../topic.ts';
import { ANSWERS, type Survey } from './survey.ts';
import { findAnswerBy, findClosing, type SurveyTime } from './survey-time.ts';

const OPEN = 'open';

export function planTime(survey: Survey, time: SurveyTime, zone: ZoneName): readonly PlannedDate[] {
  const { opensAt: at, nudgeDays, escalates } = survey;
  const [answerBy, closing] = [findAnswerBy(time, zone), findClosing(time, zone)];
  const opening: PlannedStep = {
    ...{ step: OPEN, date: time.opensOn, time: at },
    at: toInstant({ date: time.opensOn, time: at }, zone),
  };
  const last = { anchor: time.answerBy, zone };
  const nudges = nudgeDays.map((days) => ({ step: `nudge-${days}`, days: days === 0 ? 0 : -days, at }));
  const after = escalates ? climbLadder([{ step: 'escalate', days: 1, at }], { ...last, moveDefault: 'after' }) : [];
  return [
    { ...opening, ...reminder, question: ANSWERS, usefulTo: answerBy },
    ...climbLadder(nudges, { ...last, moveDefault: 'before' })
      .filter((step) => step.date > opening.date && step.at < answerBy)
      .map((step) => ({ ...step, ...nudge, question: ANSWERS, usefulTo: answerBy })),
    ...after.map((step) => ({ ...step, ...escalation, question: ANSWERS, usefulTo: later(closing, addDay(step.at)) })),
  ]
    .filter((planned) => planned.at < planned.usefulTo)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const reminder = { kind: 'reminder', whenLate: 'send' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;

const DAY_MS = 24 * 60 * 60 * 1000;

function addDay(at: Instant): Instant {
  return new Date(at.getTime() + DAY_MS);
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
