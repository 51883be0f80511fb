// A reminder: to the audience its topic names, with its question where it has one.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Prompt } from '../replies/prompt.ts';
import { addAsked, openPrompt } from '../replies/prompt-store.ts';
import type { Due, OpenPrompt, Recipient, Topic } from '../topic.ts';
import { readOpenPrompt, toDue } from './due.ts';
import type { Occurrence } from './occurrence.ts';
import { passOn } from './pass-on.ts';
import type { Whom } from './place-store.ts';
import { findPlaces } from './places.ts';
import { composePosts } from './post.ts';
import type { Road } from './road.ts';
import type { Tale } from './tale.ts';

export async function composeReminder(road: Road, tx: Tx, occurrence: Occurrence, now: Instant): Promise<Tale> {
  const topic = road.topics[occurrence.topic];
  const plain = toDue(occurrence, now);
  const prompt = await askPrompt(tx, topic, occurrence, plain);
  // The topic sees who has answered: it may have nothing more to tell some of them.
  const asking = prompt ? toDue(occurrence, now, await readOpenPrompt(tx, prompt, now)) : plain;
  const passed = await passOn(tx, asking, await topic.audience(tx, asking));
  const recipients = passed.map((one) => followDelegation(one, asking.prompt));
  const added = prompt ? await addAsked(tx, prompt, recipients.filter(isAsked)) : 0;
  const due = prompt && added > 0 ? toDue(occurrence, now, await readOpenPrompt(tx, prompt, now)) : asking;
  const places = await findPlaces(tx, occurrence.countyId, toWhom(recipients));
  const posts = await composePosts(places, (language) => topic.message(tx, due, language));
  return { posts, ...(prompt ? { prompt } : {}) };
}

async function askPrompt(tx: Tx, topic: Topic, occurrence: Occurrence, due: Due): Promise<Prompt | undefined> {
  if (occurrence.question === undefined || !topic.asks) return undefined;
  // One prompt is asked in one language, the county's first: its title and form are stored with every reply.
  const { languages } = await readCounty(tx, occurrence.countyId);
  const asks = await topic.asks(tx, due, languages[0]);
  if (!asks) return undefined;
  return openPrompt(tx, { ...occurrence, question: occurrence.question }, asks, languages[0]);
}

/** Whoever has asked their substitute to answer is not asked again; the substitute is reminded instead. */
function followDelegation(one: Recipient, prompt: OpenPrompt | undefined): Recipient {
  if (one.kind === 'group' || !prompt) return one;
  const { asked, released } = prompt.standing;
  const isReleased = released.some(({ personId }) => personId === one.personId);
  const instead = asked.find(({ insteadOfId }) => insteadOfId === one.personId);
  return isReleased && instead ? { ...one, personId: instead.personId, insteadOfId: one.personId } : one;
}

type Person = Extract<Recipient, { kind: 'person' }>;

function isAsked(recipient: Recipient): recipient is Person {
  return recipient.kind === 'person' && recipient.isAsked;
}

function toWhom(recipients: readonly Recipient[]): Whom {
  return {
    groupIds: recipients.flatMap((recipient) => (recipient.kind === 'group' ? [recipient.groupId] : [])),
    personIds: recipients.flatMap((recipient) => (recipient.kind === 'person' ? [recipient.personId] : [])),
  };
}
