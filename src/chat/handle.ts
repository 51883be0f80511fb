// DOOR 1: what people do on any platform comes in here, and what they get back goes out.
import type { Person } from '../directory/person.ts';
import type { Answer, Belonging, Handle, Incoming, Look } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { textsIn } from '../text/texts.ts';
import { answerPrompt } from './answer-prompt.ts';
import type { House } from './asking.ts';
import { cleanAct } from './clean-act.ts';
import { delegatePrompt } from './delegate-prompt.ts';
import { showHome } from './home.ts';
import { identify } from './identify.ts';
import { takeDraft } from './keep-draft.ts';
import { takeNotice } from './notice.ts';
import { openForm } from './open-form.ts';
import { runCommand } from './run-command.ts';
import { answerStranger } from './stranger.ts';
import { readViews } from './views.ts';

/** The way up that main.ts gives every platform. It never throws: a person always gets words back. */
export function createHandle(house: House): Handle {
  const { road } = house;
  return {
    take: (incoming) => {
      const act = cleanAct(incoming);
      return guard(road, act, (person) => take(house, act, person));
    },
    look: (look) => guard(road, look, (person) => show(house, look, person)),
    notice: (belonging) => guardNotice(house, belonging),
  };
}

async function guard(road: Road, act: Incoming | Look, handle: (person: Person) => Promise<Answer>): Promise<Answer> {
  try {
    const person = await identify(road.database.db, act);
    return person ? await handle(person) : await answerStranger(road, act);
  } catch (error) {
    road.log.error('incoming.failed', error, { platform: act.from.platform, kind: act.kind });
    return { kind: 'note', text: textsIn('sv').road.trouble };
  }
}

/** Nobody has written anything: there is nobody to tell of a failure. What is sent there next finds out, see the verdict. */
async function guardNotice(house: House, belonging: Belonging): Promise<Answer> {
  try {
    return await takeNotice(house, belonging);
  } catch (error) {
    house.road.log.error('notice.failed', error, { platform: belonging.from.platform, kind: belonging.kind });
    return { kind: 'nothing' };
  }
}

function take(house: House, incoming: Incoming, person: Person): Promise<Answer> {
  switch (incoming.kind) {
    case 'pressed':
    case 'repeated':
    case 'submitted':
      return answerPrompt(house.road, incoming, person);
    case 'drafted':
      return takeDraft(house.road, incoming, person);
    case 'delegated':
      return delegatePrompt(house.road, incoming, person);
    case 'wrote':
      return runCommand(house, incoming, person);
  }
}

function show(house: House, look: Look, person: Person): Promise<Answer> {
  switch (look.kind) {
    case 'opened':
      return openForm(house.road, look, person);
    case 'looked':
      return readViews(house.road, look, person);
    case 'home':
      return showHome({ ...house, person, from: look.from });
  }
}
