// "mina": the open questions of a person.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Person } from '../directory/person.ts';
import type { Message } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import { listOpenPrompts } from '../replies/view-store.ts';
import { formatDeadline } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import type { Asking, Doing } from './asking.ts';

export async function showMine({ road, person }: Asking): Promise<Doing> {
  return { answer: { kind: 'card', message: await composeMine(road, person) } };
}

/** Most urgent first, each with a button that opens it. */
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
