// "mina": the open questions of a person, what comes next for them, and who stands in for whom.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Person } from '../directory/person.ts';
import type { Message } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import { listOpenPrompts } from '../replies/view-store.ts';
import { formatDeadline } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { listAhead } from './ahead.ts';
import type { Asking, Doing } from './asking.ts';
import { listStandIns } from './stand-ins.ts';

export async function showMine({ road, person }: Asking): Promise<Doing> {
  const mine = await composeMine(road, person);
  const parts = [...mine.parts, ...(await listAhead(road, person)), ...(await listStandIns(road, person))];
  return { answer: { kind: 'card', message: { ...mine, parts } } };
}

/** Without what comes next, for a page that shows calls and meetings beside it. */
export async function showOwnQuestions({ road, person }: Asking): Promise<Doing> {
  const mine = await composeMine(road, person);
  const parts = [...mine.parts, ...(await listStandIns(road, person))];
  return { answer: { kind: 'card', message: { ...mine, parts } } };
}

/** The questions alone: most urgent first, each with a button that opens it. */
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
