// A nudge: the question once more, only to those who have not answered it.
import { daysBetween } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/zone.ts';
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Form } from '../message/form.ts';
import type { Message } from '../message/message.ts';
import { isClosed, type Prompt, toPromptKey } from '../replies/prompt.ts';
import { findPromptByKey } from '../replies/prompt-store.ts';
import { formatDeadline } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { readOpenPrompt, toDue } from './due.ts';
import type { Occurrence } from './occurrence.ts';
import { findPersonPlaces } from './places.ts';
import { composePosts } from './post.ts';
import type { Road } from './road.ts';
import { findSilent } from './silent.ts';
import type { Tale } from './tale.ts';

/** Undefined where nobody was asked, nobody is silent, or the question is closed. */
export async function composeNudge(
  road: Road,
  tx: Tx,
  occurrence: Occurrence,
  now: Instant,
): Promise<Tale | undefined> {
  const prompt = await findPromptOf(tx, occurrence);
  if (!prompt || isClosed(prompt, now)) return undefined;
  const open = await readOpenPrompt(tx, prompt, now);
  const silent = findSilent(open.standing);
  if (silent.length === 0) return undefined;
  const county = await readCounty(tx, occurrence.countyId);
  const topic = road.topics[occurrence.topic];
  const due = toDue(occurrence, now, open);
  const places = await findPersonPlaces(
    tx,
    occurrence.countyId,
    silent.map(({ personId }) => personId),
  );
  const posts = await composePosts(places, async (language) =>
    toNudge(await topic.message(tx, due, language), { prompt, county, now }),
  );
  return { posts, prompt };
}

export async function findPromptOf(tx: Tx, occurrence: Occurrence): Promise<Prompt | undefined> {
  const { topic, id, question } = occurrence;
  return question === undefined ? undefined : findPromptByKey(tx, toPromptKey(topic, id, question));
}

/** What must be answered in any case; what only some answers call for does not count. */
function countRequired({ fields }: Form): number {
  return Math.max(1, fields.filter(({ required }) => required === true).length);
}

export interface NudgeOccasion {
  readonly prompt: Prompt;
  readonly county: County;
  readonly now: Instant;
}

/** The topic's own card, with its buttons, under the words of a nudge. */
export function toNudge(card: Message, { prompt, county, now }: NudgeOccasion): Message {
  const { nudge } = textsIn(card.language).road;
  const today = toLocal(now, county.timeZone).date;
  const daysLeft = daysBetween(today, toLocal(prompt.answerBy, county.timeZone).date);
  const until = formatDeadline(prompt.answerBy, county.timeZone, card.language, today);
  const closes = nudge.closes(daysLeft, until);
  const isAsking = card.question !== undefined;
  return {
    ...card,
    buttons: isAsking ? addDelegation(card, prompt) : card.buttons,
    title: nudge.title(prompt.title),
    parts: [{ kind: 'text', text: `${closes} ${nudge.effort(countRequired(prompt.form))}` }, ...card.parts],
  };
}

/** Before the links: they lead away. */
function addDelegation({ buttons, language }: Message, { id: promptId }: Prompt): Message['buttons'] {
  const label = textsIn(language).road.delegate.button;
  const links = buttons.filter(({ kind }) => kind === 'link');
  return [...buttons.filter(({ kind }) => kind !== 'link'), { kind: 'delegate', label, promptId }, ...links];
}
