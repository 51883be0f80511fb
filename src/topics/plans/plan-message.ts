// What does a check-in say, and which buttons does it show?
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { Words } from '../../directory/county.ts';
import { Light } from '../../message/form.ts';
import { carryPrompt, type Message, type Part } from '../../message/message.ts';
import { formatDate } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, OpenPrompt } from '../../topic.ts';
import type { ActivityDetails } from './activity.ts';
import type { CheckInAnswers } from './check-in.ts';
import { listCheckInButtons } from './check-in-form.ts';
import type { Round } from './round.ts';

export interface CheckInCard {
  readonly activity: ActivityDetails;
  readonly round: Round;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
  readonly words: Words;
  readonly goal: string;
  /** The name of the organisation that answers. */
  readonly owner: string;
  /** What was answered in an earlier round, and that round's label. */
  readonly lastTime?: { readonly label: string; readonly answers: CheckInAnswers };
}

export function composeCheckIn(card: CheckInCard): Message {
  const { activity, round, due, language, lastTime } = card;
  const { prompt } = due;
  const texts = textsIn(language);
  return {
    language,
    title: texts.plans.title(round.label, activity.title),
    parts: [
      { kind: 'facts', facts: listFacts(card) },
      ...(prompt ? composeStanding(card, prompt) : []),
      ...(prompt?.isClosed ? [] : [{ kind: 'note', text: texts.forms.noIndividuals } as const]),
    ],
    buttons: prompt ? listCheckInButtons(prompt, texts, lastTime !== undefined) : [],
    ...carryPrompt(prompt, prompt?.isClosed === false),
  };
}

function listFacts({ round, due, zone, language, words, goal, owner, lastTime }: CheckInCard) {
  const { plans } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  return [
    { label: plans.goal(words.goal), value: goal },
    { label: plans.facts.owner, value: owner },
    { label: plans.facts.lastTime(lastTime?.label ?? ''), value: lastTime && describe(lastTime.answers, language) },
    { label: plans.facts.answerBy, value: !due.prompt?.isClosed && formatDate(round.closesOn, language, today) },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

/** "▲ Gul, två platser saknades" */
function describe({ light, comment }: CheckInAnswers, language: Language): string {
  return [textsIn(language).lights.name(light), comment].filter(Boolean).join(', ');
}

function composeStanding({ owner, language }: CheckInCard, { standing, isClosed }: OpenPrompt): readonly Part[] {
  const { plans, lights, road } = textsIn(language);
  const light = Light.safeParse(standing.replies[0]?.answers.light);
  const text = light.success ? plans.answered(owner, lights.name(light.data)) : plans.unanswered(owner);
  return [
    { kind: 'progress', text, answered: light.success ? 1 : 0, asked: 1 },
    ...(isClosed ? [{ kind: 'notice', tone: 'info', text: road.closed } as const] : []),
  ];
}
