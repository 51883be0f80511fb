// Who owes an answer, one line for each thing asked: a check-in of eleven activities is one, and so are all contacts asked.
import type { Instant } from '../../../calendar/zone.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { type Round, toSlug } from '../../../topics/plans/round.ts';
import { toSubjectUrl, toUrl } from '../desk-url.ts';
import type { Silent, Standing } from './read-standings.ts';

export interface Silence {
  readonly title: string;
  readonly url: string;
  readonly answerBy: Instant;
  readonly silent: readonly Silent[];
  readonly asked: number;
}

/** The most urgent first; nothing of what everybody has answered. */
export function gatherSilence(
  standings: readonly Standing[],
  rounds: readonly Round[],
  language: Language,
): readonly Silence[] {
  const keys = [...new Set(standings.map(toKey))];
  return keys
    .map((key) =>
      toSilence(
        standings.filter((one) => toKey(one) === key),
        rounds,
        language,
      ),
    )
    .filter(({ silent }) => silent.length > 0)
    .toSorted((a, b) => a.answerBy.getTime() - b.answerBy.getTime());
}

function toKey({ prompt }: Standing): string {
  const isMany = prompt.topic === 'plan' || prompt.topic === 'contact';
  return isMany ? `${prompt.topic} ${prompt.question}` : prompt.id;
}

function toSilence(standings: readonly Standing[], rounds: readonly Round[], language: Language): Silence {
  const [first] = standings;
  if (!first) throw new Error('There is no silence about nothing.');
  return {
    ...nameIt(first, rounds, language),
    answerBy: first.prompt.answerBy,
    silent: standings.flatMap(({ silent }) => silent),
    asked: standings.reduce((sum, { silent, answered }) => sum + silent.length + answered.length, 0),
  };
}

function nameIt({ prompt }: Standing, rounds: readonly Round[], language: Language) {
  const texts = textsIn(language).deskPages;
  const { topic, subjectId, question, title } = prompt;
  const round = topic === 'plan' && rounds.find((one) => toSlug(one) === question);
  if (round) return { title: texts.rounds.round(round.label), url: toUrl('rounds', round.id) };
  if (topic === 'contact') return { title: texts.start.contacts, url: toUrl('contacts') };
  return { title, url: `${toSubjectUrl(topic, subjectId)}#q-${prompt.id}` };
}
