// On which days are the year's questions asked, those who are silent nudged, and their silence reported?
import { climbLadder } from '../../calendar/ladder.ts';
import { toInstant } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { findAnswerBy, findAnswerDay, findAskDay, findClosing } from './follow-up.ts';

/** One question, the whole form, for each subject. */
export const FORM = 'form';

export function planFollowUp(county: County, year: number): readonly PlannedDate[] {
  const { timeZone: zone } = county;
  const { at: time, nudges, escalate } = county.ladders.followUp;
  const date = findAskDay(county, year);
  const at = toInstant({ date, time }, zone);
  const answerBy = findAnswerBy(county, year);
  const answered = { anchor: findAnswerDay(county, year), zone, moveDefault: 'after' } as const;
  return [
    { step: 'ask', date, time, at, ...reminder, question: FORM, usefulTo: answerBy },
    ...climbLadder(nudges, answered).map((planned) => ({
      ...{ ...planned, ...nudge, question: FORM, usefulTo: answerBy },
      step: `nudge:${planned.step}`,
    })),
    ...climbLadder(escalate, answered).map((planned) => ({
      ...{ ...planned, ...escalation, question: FORM, usefulTo: findClosing(county, year) },
      step: `escalation:${planned.step}`,
    })),
  ]
    .filter((planned) => planned.at < planned.usefulTo && (planned.kind === 'reminder' || planned.at > at))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const reminder = { kind: 'reminder', whenLate: 'send' } as const;
const nudge = { kind: 'nudge', whenLate: 'summarise' } as const;
const escalation = { kind: 'escalation', whenLate: 'send' } as const;
