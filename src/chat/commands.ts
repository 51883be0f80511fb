// What a person writes to the bot, and what it answers.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Person } from '../directory/person.ts';
import type { Message } from '../message/message.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import type { Answer, Incoming } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { listOpenPrompts } from '../replies/view-store.ts';
import { formatDeadline } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { markHandled, storeIncoming } from './incoming-store.ts';

type Wrote = Extract<Incoming, { kind: 'wrote' }>;

export async function runCommand(road: Road, incoming: Wrote, person: Person): Promise<Answer> {
  const { database, clock } = road;
  const texts = textsIn(person.language);
  if (hasPersonalNumber(incoming.text)) return { kind: 'note', text: texts.forms.personalNumber.inMessage };
  const stored = await storeIncoming(database.db, incoming, clock.now());
  if (stored.answer) return stored.answer;
  const answer = await answerCommand(road, incoming.text.trim().toLowerCase(), person);
  await database.transaction((tx) => markHandled(tx, { incomingId: stored.id, answer, at: clock.now(), by: person }));
  return answer;
}

async function answerCommand(road: Road, word: string, person: Person): Promise<Answer> {
  const { language } = person;
  const { help, notUnderstood } = textsIn(language).road;
  switch (word) {
    case 'mina':
    case 'mine':
      return { kind: 'card', message: await composeMine(road, person) };
    case 'hjälp':
    case 'help':
      return {
        kind: 'card',
        message: { language, title: help.title, parts: [{ kind: 'list', items: help.commands }], buttons: [] },
      };
    default:
      return { kind: 'note', text: notUnderstood(word) };
  }
}

/** The open questions of a person, most urgent first, each with a button that opens it. */
export async function composeMine(road: Road, person: Person): Promise<Message> {
  const { language } = person;
  const { mine } = textsIn(language).road;
  const now = road.clock.now();
  const { timeZone } = await readCounty(road.database.db, person.countyId);
  const today = toLocal(now, timeZone).date;
  const prompts = await listOpenPrompts(road.database.db, person, now);
  if (prompts.length === 0)
    return { language, title: mine.title, parts: [{ kind: 'text', text: mine.none }], buttons: [] };
  const items = prompts.map(({ prompt, reply }) =>
    mine.item(prompt.title, formatDeadline(prompt.answerBy, timeZone, language, today), reply !== undefined),
  );
  return {
    language,
    title: mine.title,
    parts: [{ kind: 'list', title: mine.list(prompts.length), items }],
    buttons: prompts.map(({ prompt: { id, title } }) => ({ kind: 'fill', label: title, promptId: id })),
  };
}
