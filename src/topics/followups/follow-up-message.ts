// What is said of the year's questions: what they are for, until when, and how many have answered.
import { toLocal } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import { FollowUp } from '../../directory/follow-up.ts';
import { carryPrompt, type Message, type Part } from '../../message/message.ts';
import { formatDeadline } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, OpenPrompt } from '../../topic.ts';
import type { Questionnaire } from './follow-up.ts';

export interface FollowUpCard {
  readonly questionnaire: Questionnaire;
  readonly county: County;
  readonly due: Due;
  readonly language: Language;
}

export function composeFollowUp({ questionnaire, county, due, language }: FollowUpCard): Message {
  const { followUps, forms } = textsIn(language);
  const { prompt } = due;
  const isOpen = prompt?.isClosed === false;
  const { reportedTo } = FollowUp.parse(county.followUp);
  const today = toLocal(due.now, county.timeZone).date;
  const until = isOpen ? formatDeadline(prompt.answerBy, county.timeZone, language, today) : undefined;
  const facts = [
    { label: followUps.facts.questions, value: followUps.count(questionnaire.questions.length) },
    { label: followUps.facts.reportedTo, value: reportedTo.join('; ') },
    { label: followUps.facts.answerBy, value: until },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return {
    language,
    title: followUps.title(questionnaire.year),
    parts: [
      { kind: 'text', text: followUps.explain },
      { kind: 'facts', facts },
      ...(prompt ? composeStanding(prompt, language) : []),
      ...(isOpen ? [{ kind: 'note', text: forms.noIndividuals } as const] : []),
    ],
    buttons: isOpen ? [{ kind: 'fill', label: followUps.answer, promptId: prompt.id }] : [],
    ...carryPrompt(prompt, isOpen),
  };
}

function composeStanding({ standing, isClosed }: OpenPrompt, language: Language): readonly Part[] {
  const { followUps, road } = textsIn(language);
  const answered = new Set(standing.replies.map(({ unit }) => unit)).size;
  const asked = new Set([...standing.asked, ...standing.replies].map(({ unit }) => unit)).size;
  return [
    ...(asked > 0 ? [{ kind: 'progress', text: followUps.progress(answered, asked), answered, asked } as const] : []),
    ...(isClosed ? [{ kind: 'notice', tone: 'info', text: road.closed } as const] : []),
  ];
}
