// A form of the desk was sent, or a button under its preview pressed: handled once, as all that people do.
import { z } from 'zod';
import { type AtDesk, confirm, drop, fill, openDraft, type Step, stepUp } from '../desk/desk.ts';
import type { Draft } from '../desk/draft.ts';
import { findDraft } from '../desk/draft-store.ts';
import type { Person } from '../directory/person.ts';
import type { Answers } from '../message/form.ts';
import type { Answer } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import type { Answering } from './check-act.ts';
import { DROP, SAVE, SHOW, sayAtDesk, sayGone } from './desk-say.ts';
import { lockIncoming, markHandled, storeIncoming } from './incoming-store.ts';

const Pressed = z.discriminatedUnion('step', [
  z.object({ step: z.literal(SAVE), seal: z.string() }),
  z.object({ step: z.literal(DROP) }),
  z.object({ step: z.literal(SHOW) }),
]);

export async function answerDraft(road: Road, incoming: Answering, person: Person): Promise<Answer> {
  const { database, clock } = road;
  const draft = await findDraft(database.db, person, incoming.promptId);
  if (!draft) return sayGone(person);
  const at = await stepUp(road, person);
  const step = await findStep(at, draft, incoming);
  const answer = sayAtDesk(at, step.answer);
  // What is not whole, or names somebody, is not stored, and what only looks need not be.
  if (!step.conclude) return answer;
  const { conclude } = step;
  const stored = await storeIncoming(database.db, incoming, clock.now());
  if (stored.answer) return stored.answer;
  return database.transaction(async (tx) => {
    const done = await lockIncoming(tx, stored.id);
    if (done) return done;
    const said = sayAtDesk(at, await conclude(tx));
    await markHandled(tx, { incomingId: stored.id, answer: said, at: clock.now(), by: person });
    return said;
  });
}

async function findStep(at: AtDesk, draft: Draft, incoming: Answering): Promise<Step> {
  switch (incoming.kind) {
    case 'submitted':
      return fill(at, draft, incoming.entries);
    case 'pressed':
      return press(at, draft, incoming.answers);
    case 'repeated':
      return { answer: await openDraft(at, draft) };
  }
}

async function press(at: AtDesk, draft: Draft, answers: Answers): Promise<Step> {
  const pressed = Pressed.safeParse(answers);
  switch (pressed.data?.step) {
    case SAVE:
      return confirm(at, draft, pressed.data.seal);
    case DROP:
      return drop(at, draft);
    case SHOW:
    case undefined:
      return { answer: await openDraft(at, draft) };
  }
}
