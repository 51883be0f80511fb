// On which days are contacts asked, nudged, reported as silent, and their objections told?
import { climbLadder } from '../../calendar/ladder.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import { toInstant, toLocal } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { findAnswerBy, findAnswerDay, findClosing } from './contact-round.ts';
import type { Objection } from './objection.ts';

/** One question for each round. */
export const DETAILS = 'details';

const OBJECTION = 'objection:';

export interface ContactCalendar {
  readonly askDay: LocalDate;
  readonly county: County;
  readonly objections: readonly Objection[];
}

export function planRound({ askDay, county, objections }: ContactCalendar): readonly PlannedDate[] {
  const { timeZone: zone } = county;
  const { at: time, nudges, escalate } = county.ladders.contact;
  const closing = findClosing(county, askDay);
  const asking = { step: 'ask', date: askDay, time, at: toInstant({ date: askDay, time }, zone) };
  const answered = { anchor: findAnswerDay(county, askDay), zone, moveDefault: 'after' } as const;
  const spoken = objections.map((objection) => ({
    ...toLocal(objection.at, zone),
    at: objection.at,
    step: toStep(objection),
  }));
  return [
    { ...asking, ...atOnce, question: DETAILS, usefulTo: findAnswerBy(county, askDay) },
    ...climbLadder(nudges, answered).map((planned) => ({
      ...{ ...planned, ...nudge, question: DETAILS, usefulTo: findAnswerBy(county, askDay) },
      step: `nudge:${planned.step}`,
    })),
    ...climbLadder(escalate, answered).map((planned) => ({
      ...{ ...planned, ...escalation, question: DETAILS, usefulTo: closing },
      step: `escalation:${planned.step}`,
    })),
    ...spoken.map((planned) => ({ ...planned, ...atOnce, usefulTo: closing })),
  ]
    .filter((planned) => planned.at < planned.usefulTo && (planned.kind === 'reminder' || planned.at > asking.at))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const atOnce = { kind: 'reminder', whenLate: 'send' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;

/** Whoever objects anew, with other words, is told of anew. */
function toStep({ unit, version }: Objection): string {
  return `${OBJECTION}${version}:${unit}`;
}

/** The objection that a step tells of. */
export function findObjection(step: string, objections: readonly Objection[]): Objection | undefined {
  return objections.find((objection) => toStep(objection) === step);
}

export function isObjection(step: string): boolean {
  return step.startsWith(OBJECTION);
}
