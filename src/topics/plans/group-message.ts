// What a group reads of a round: how far it has come, and how each of its activities stands.
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { PromptId } from '../../ids.ts';
import type { Button, Message } from '../../message/message.ts';
import { formatDate } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due } from '../../topic.ts';
import type { Activity } from './activity.ts';
import { describeAnswers, type LastTime } from './plan-message.ts';
import { type Round, toSlug } from './round.ts';

export interface FollowedActivity {
  readonly activity: Activity;
  /** The name of the organisation that answers. */
  readonly owner: string;
  readonly lastTime?: LastTime;
}

export interface GroupCard {
  readonly followed: readonly FollowedActivity[];
  readonly round: Round;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
  /** Whose questions the round is made of. */
  readonly answering: readonly Answering[];
}

interface Answering {
  readonly promptId: PromptId;
  readonly owner: string;
  /** The first thing that it asks about. */
  readonly about: string;
}

/** Each owner has the question where they are reached; whoever reads it in the group first may answer from there. */
export function composeGroupRound({ followed, answering, round, due, zone, language }: GroupCard): Message {
  const { planYear, road } = textsIn(language);
  const { prompt } = due;
  const isClosed = prompt?.isClosed === true;
  const buttons = isClosed || prompt === undefined ? [] : listButtons(answering, language);
  const today = toLocal(due.now, zone).date;
  const checked = followed.filter(({ activity }) => activity.latest?.round === toSlug(round)).length;
  const progress = planYear.progress(checked, followed.length);
  return {
    language,
    title: planYear.roundTitle(round.label),
    parts: [
      { kind: 'progress', text: progress, answered: checked, asked: followed.length },
      { kind: 'list', items: followed.map((one) => describe(one, round, language)) },
      isClosed
        ? { kind: 'notice', tone: 'info', text: road.closed }
        : { kind: 'note', text: planYear.roundHow(formatDate(round.closesOn, language, today), buttons.length > 0) },
    ],
    buttons,
  };
}

/** More would cover the card: then each answers where they were asked. */
const MOST_BUTTONS = 10;

function listButtons(answering: readonly Answering[], language: Language): readonly Button[] {
  if (answering.length > MOST_BUTTONS) return [];
  const { answerFor } = textsIn(language).planYear;
  return answering.map(({ promptId, owner, about }) => {
    const isTwice = answering.filter((one) => one.owner === owner).length > 1;
    return { kind: 'fill', promptId, label: answerFor(isTwice ? `${owner}: ${about}` : owner) };
  });
}

/** "Språkstöd på arbetsplatsen — Karlshamns kommun: ▲ Gul, två platser saknades" */
function describe({ activity, owner, lastTime }: FollowedActivity, round: Round, language: Language): string {
  const { plans, planYear } = textsIn(language);
  const { title, latest } = activity;
  if (latest?.round === toSlug(round)) return plans.overview.item(title, owner, describeAnswers(latest, language));
  const before = lastTime && planYear.before(lastTime.label, describeAnswers(lastTime.answers, language));
  return plans.overview.item(title, owner, [plans.overview.unchecked, before].filter(Boolean).join(', '));
}
