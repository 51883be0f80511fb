// DOOR 1: what people do on any platform comes in here, and what they get back goes out.
import type { Person } from '../directory/person.ts';
import type { Answer, Handle, Incoming, Look } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { textsIn } from '../text/texts.ts';
import { answerPrompt } from './answer-prompt.ts';
import { runCommand } from './commands.ts';
import { identify } from './identify.ts';
import { openForm } from './open-form.ts';
import { readViews } from './views.ts';

/** The way up that main.ts gives every platform. It never throws: a person always gets words back. */
export function createHandle(road: Road): Handle {
  return {
    take: (incoming) => guard(road, incoming, (person) => take(road, incoming, person)),
    look: (look) => guard(road, look, (person) => show(road, look, person)),
  };
}

async function guard(road: Road, act: Incoming | Look, handle: (person: Person) => Promise<Answer>): Promise<Answer> {
  try {
    const person = await identify(road.database.db, act.from);
    if (!person) return { kind: 'note', text: textsIn('sv').road.strangerAnywhere };
    return await handle(person);
  } catch (error) {
    road.log.error('incoming.failed', error, { platform: act.from.platform, kind: act.kind });
    return { kind: 'note', text: textsIn('sv').road.trouble };
  }
}

function take(road: Road, incoming: Incoming, person: Person): Promise<Answer> {
  switch (incoming.kind) {
    case 'pressed':
    case 'repeated':
    case 'submitted':
      return answerPrompt(road, incoming, person);
    case 'wrote':
      return runCommand(road, incoming, person);
  }
}

function show(road: Road, look: Look, person: Person): Promise<Answer> {
  switch (look.kind) {
    case 'opened':
      return openForm(road, look, person);
    case 'looked':
      return readViews(road, look, person);
  }
}
