// A button was pressed or a form sent: checked, stored, kept, and answered with a receipt.

import type { Tx } from '../database/open.ts';
import type { Person } from '../directory/person.ts';
import type { PersonId } from '../ids.ts';
import type { Answer } from '../platform.ts';
import { toPromptDue } from '../reminders/due.ts';
import { REFRESH_QUEUE } from '../reminders/refresh.ts';
import type { Road } from '../reminders/road.ts';
import { dropDraft } from '../replies/draft-store.ts';
import { keepReply } from '../replies/keep-reply.ts';
import type { Prompt } from '../replies/prompt.ts';
import { findPrompt, releaseAsked } from '../replies/prompt-store.ts';
import type { Reply } from '../replies/reply.ts';
import { textsIn } from '../text/texts.ts';
import type { Asked } from '../topic.ts';
import { type Answering, checkAct } from './check-act.ts';
import { answerDraft } from './desk-draft.ts';
import { lockIncoming, markHandled, storeIncoming } from './incoming-store.ts';
import { sayKept } from './say-kept.ts';

export async function answerPrompt(road: Road, incoming: Answering, person: Person): Promise<Answer> {
  const { database, clock } = road;
  const prompt = await findPrompt(database.db, incoming.promptId);
  if (!prompt) return answerDraft(road, incoming, person);
  if (prompt.countyId !== person.countyId) return { kind: 'note', text: textsIn(person.language).road.gone };
  // Nothing is stored before it is known to be whole and to name nobody.
  const checked = await checkAct(road, { incoming, prompt, person });
  if (checked.kind === 'refused') return checked.answer;
  const stored = await storeIncoming(database.db, incoming, clock.now());
  if (stored.answer) return stored.answer;
  return database.transaction(async (tx) => {
    const done = await lockIncoming(tx, stored.id);
    if (done) return done;
    const at = clock.now();
    const kept = await keepReply(tx, {
      prompt,
      person,
      answers: checked.answers,
      at,
      incomingId: stored.id,
      isCopy: incoming.kind === 'repeated',
      ...(incoming.kind === 'submitted' ? { basedOn: incoming.basedOn } : {}),
    });
    if (kept.kind === 'kept' || kept.kind === 'same') await dropDraft(tx, prompt, person.id);
    if (kept.kind === 'kept') await follow(road, tx, prompt, kept.reply);
    const answer = await sayKept(road, tx, { kept, prompt, person, at, typed: checked.answers });
    await markHandled(tx, { incomingId: stored.id, answer, at, by: person });
    return answer;
  });
}

/** So what: the topic draws its conclusions, and the cards are to show the new state. */
async function follow(road: Road, tx: Tx, prompt: Prompt, reply: Reply): Promise<void> {
  const topic = road.topics[prompt.topic];
  const at = reply.repliedAt;
  const due = await toPromptDue(tx, prompt, at);
  const released = (await topic.released?.(tx, due)) ?? [];
  await releaseAsked(tx, prompt, released, at);
  if (topic.onAnswers) await topic.onAnswers(tx, due, { ...reply, at });
  const units = [reply.unit, ...due.prompt.standing.asked.filter(isIn(released)).map(({ unit }) => unit)];
  await road.queue.enqueue(tx, [
    { queue: REFRESH_QUEUE, data: { prompt: prompt.id, units } },
    ...prompt.partOfIds.map((whole) => ({ queue: REFRESH_QUEUE, data: { prompt: whole, units: [] } })),
  ]);
}

function isIn(people: readonly PersonId[]): (one: Asked) => boolean {
  return ({ personId }) => people.includes(personId);
}
