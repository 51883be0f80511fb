// What does a check-in say to those who are asked, and which buttons does it show?
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { Words } from '../../directory/county.ts';
import { dropCounty } from '../../ids.ts';
import { carryPrompt, type Message, type Part } from '../../message/message.ts';
import { formatDate } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, OpenPrompt } from '../../topic.ts';
import type { ActivityDetails } from './activity.ts';
import type { CheckInAnswers } from './check-in.ts';
import { findAnswersAbout, listCheckInButtons } from './check-in-form.ts';
import type { Round } from './round.ts';

/** What was answered in an earlier round, and that round's label. */
export interface LastTime {
  readonly label: string;
  readonly answers: CheckInAnswers;
}

export interface AskedAbout {
  readonly activity: ActivityDetails;
  /** The text of the goal that it serves. */
  readonly goal: string;
  readonly lastTime?: LastTime;
}

export interface CheckInCard {
  /** At least one. */
  readonly asked: readonly AskedAbout[];
  readonly round: Round;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
  readonly words: Words;
  /** The name of the organisation that answers. */
  readonly owner: string;
}

export function composeCheckIn(card: CheckInCard): Message {
  const { due, language, asked } = card;
  const { prompt } = due;
  const texts = textsIn(language);
  return {
    language,
    title: titleCheckIn(card),
    parts: [
      ...listFacts(card),
      ...(asked.length > 1 ? [{ kind: 'list', items: asked.map((one) => describe(one, language)) } as const] : []),
      ...(prompt ? composeStanding(card, prompt) : []),
      ...(prompt?.isClosed ? [] : [{ kind: 'note', text: texts.forms.noIndividuals } as const]),
    ],
    buttons: prompt
      ? listCheckInButtons(
          prompt,
          texts,
          asked.every(({ lastTime }) => lastTime !== undefined),
        )
      : [],
    ...carryPrompt(prompt, prompt?.isClosed === false),
  };
}

/** "Avstämning mars: Språkstöd på arbetsplatsen"; of several "Avstämning mars: Region Blekinge, 3 insatser". */
export function titleCheckIn({ asked, round, owner, language }: Omit<CheckInCard, 'due' | 'zone' | 'words'>): string {
  const { plans, planYear } = textsIn(language);
  const [first] = asked;
  if (first && asked.length === 1) return plans.title(round.label, first.activity.title);
  return planYear.titleOfSeveral(round.label, owner, asked.length);
}

function listFacts({ asked, round, due, zone, language, words, owner }: CheckInCard): readonly Part[] {
  const { plans } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  const [first] = asked;
  const only = asked.length === 1 ? first : undefined;
  const facts = [
    { label: plans.goal(words.goal), value: only?.goal },
    { label: plans.facts.owner, value: owner },
    {
      label: plans.facts.lastTime(only?.lastTime?.label ?? ''),
      value: only?.lastTime && describeAnswers(only.lastTime.answers, language),
    },
    { label: plans.facts.answerBy, value: !due.prompt?.isClosed && formatDate(round.closesOn, language, today) },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

/** "Språkstöd på arbetsplatsen — förra gången (mars): ▲ Gul, två platser saknades" */
function describe({ activity, lastTime }: AskedAbout, language: Language): string {
  const { planYear } = textsIn(language);
  if (!lastTime) return planYear.itemUnchecked(activity.title);
  return planYear.item(activity.title, lastTime.label, describeAnswers(lastTime.answers, language));
}

/** "▲ Gul, två platser saknades" */
export function describeAnswers({ light, comment }: CheckInAnswers, language: Language): string {
  return [textsIn(language).lights.name(light), comment].filter(Boolean).join(', ');
}

function composeStanding({ asked, owner, language }: CheckInCard, open: OpenPrompt): readonly Part[] {
  const { plans, lights, road } = textsIn(language);
  const [reply] = open.standing.replies;
  const said = asked.flatMap(({ activity }) => {
    const answers = reply && findAnswersAbout(dropCounty(activity.id), reply.answers);
    return answers ? [lights.name(answers.light)] : [];
  });
  const text = said.length > 0 ? plans.answered(owner, said.join(', ')) : plans.unanswered(owner);
  return [
    { kind: 'progress', text, answered: said.length > 0 ? 1 : 0, asked: 1 },
    ...(open.isClosed ? [{ kind: 'notice', tone: 'info', text: road.closed } as const] : []),
  ];
}
