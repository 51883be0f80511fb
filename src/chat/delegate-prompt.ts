// "Be ersättaren svara" was pressed: may the question go over, and what is the person told?
import { delegate } from '../appointments/delegate.ts';
import type { Tx } from '../database/open.ts';
import type { Person } from '../directory/person.ts';
import type { Answer, Incoming } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { isClosed, type Prompt, toUnit } from '../replies/prompt.ts';
import { findAsked, findPrompt } from '../replies/prompt-store.ts';
import { findCurrentReply, lockUnit } from '../replies/reply-store.ts';
import { textsIn } from '../text/texts.ts';
import { lockIncoming, markHandled, storeIncoming } from './incoming-store.ts';
import { sayClosed } from './open-form.ts';
import { sayReleased } from './say-released.ts';

type Delegated = Extract<Incoming, { kind: 'delegated' }>;

export async function delegatePrompt(road: Road, incoming: Delegated, person: Person): Promise<Answer> {
  const { database, clock } = road;
  const prompt = await findPrompt(database.db, incoming.promptId);
  if (prompt?.countyId !== person.countyId) return { kind: 'note', text: textsIn(person.language).road.gone };
  const stored = await storeIncoming(database.db, incoming, clock.now());
  if (stored.answer) return stored.answer;
  return database.transaction(async (tx) => {
    const done = await lockIncoming(tx, stored.id);
    if (done) return done;
    const answer: Answer = { kind: 'note', text: await handOver(road, tx, { prompt, person }) };
    await markHandled(tx, { incomingId: stored.id, answer, at: clock.now(), by: person });
    return answer;
  });
}

interface Pressed {
  readonly prompt: Prompt;
  readonly person: Person;
}

/** @returns what the person is told */
async function handOver(road: Road, tx: Tx, { prompt, person }: Pressed): Promise<string> {
  const texts = textsIn(person.language).road;
  const asked = await findAsked(tx, prompt.id, person.id);
  if (!asked) return texts.notAsked;
  if (isClosed(prompt, road.clock.now())) return sayClosed(road, tx, { prompt, person });
  if (asked.isReleased) return sayReleased(tx, prompt, person);
  const unit = toUnit(prompt.answerPer, asked);
  await lockUnit(tx, prompt, unit);
  if (await findCurrentReply(tx, prompt, unit)) return texts.delegate.answered;
  const standIn = await delegate(road, tx, { prompt, person, asked });
  return standIn ? texts.delegate.done(standIn.name) : texts.delegate.nobody;
}
