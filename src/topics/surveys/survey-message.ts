// What does a survey say, and how is it answered?
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { Answers } from '../../message/form.ts';
import { type Button, carryPrompt, type Message, type Part } from '../../message/message.ts';
import { formatDate } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, OpenPrompt } from '../../topic.ts';
import type { Survey } from './survey.ts';
import type { SurveyTime } from './survey-time.ts';

export interface SurveyCard {
  readonly survey: Survey;
  readonly time: SurveyTime;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
}

export function composeSurvey({ survey, time, due, zone, language }: SurveyCard): Message {
  const { surveys, forms } = textsIn(language);
  const { prompt } = due;
  const today = toLocal(due.now, zone).date;
  const fields = (prompt?.form ?? survey.form).fields;
  return {
    language,
    title: survey.title,
    parts: [
      ...(survey.intro === undefined ? [] : [{ kind: 'text', text: survey.intro } as const]),
      {
        kind: 'facts',
        facts: [
          { label: surveys.facts.answerBy, value: formatDate(time.answerBy, language, today) },
          { label: surveys.facts.questions, value: surveys.questions(fields.length) },
        ],
      },
      { kind: 'note', text: forms.noIndividuals },
      ...(prompt ? composeStanding(survey, prompt, language) : []),
    ],
    buttons: prompt && !prompt.isClosed ? listButtons(prompt, language) : [],
    ...carryPrompt(prompt, prompt?.isClosed === false),
  };
}

function composeStanding(survey: Survey, { standing, isClosed }: OpenPrompt, language: Language): readonly Part[] {
  const { surveys, road } = textsIn(language);
  const asked = new Set(standing.asked.map(({ unit }) => unit)).size;
  const answered = new Set(standing.replies.map(({ unit }) => unit)).size;
  const text = surveys.progress(answered, asked, survey.answerPer);
  return [
    ...(asked > 0 ? [{ kind: 'progress', text, answered, asked } as const] : []),
    ...(isClosed ? [{ kind: 'notice', tone: 'info', text: road.closed } as const] : []),
  ];
}

/** More would not fit in a row of buttons. */
const MOST_OPTIONS = 4;

/** Where the first question is a choice, it is answered by a press; the form opens where more is asked. */
function listButtons({ id: promptId, form }: OpenPrompt, language: Language): readonly Button[] {
  const { surveys, lights } = textsIn(language);
  const [first] = form.fields;
  const fill: Button = { kind: 'fill', label: surveys.answer, promptId };
  if (first?.kind === 'light') {
    const all = (['green', 'yellow', 'red'] as const).map((light): Button => {
      const answers: Answers = { [first.key]: light };
      return { kind: 'answer', label: lights.name(light), promptId, answers, light };
    });
    return [...all, fill];
  }
  if (first?.kind !== 'choice' || first.options.length > MOST_OPTIONS) return [fill];
  const answers = first.options.map(
    ({ value, label }): Button => ({ kind: 'answer', label, promptId, answers: { [first.key]: value } }),
  );
  return form.fields.length > 1 ? [...answers, fill] : answers;
}
