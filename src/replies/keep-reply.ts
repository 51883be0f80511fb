// ROAD 3: an answer is kept, once. The answers have been checked against the form that was sent.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { OrganisationId, PersonId } from '../ids.ts';
import type { Answers } from '../message/form.ts';
import { type AskedPerson, isClosed, type Prompt, toUnit } from './prompt.ts';
import { findAsked, findAskedFor } from './prompt-store.ts';
import { isSameAnswer, type Reply } from './reply.ts';
import { addReply, findCurrentReply, lockUnit } from './reply-store.ts';

export interface Answering {
  readonly prompt: Prompt;
  readonly person: Answerer;
  readonly answers: Answers;
  readonly at: Instant;
  readonly incomingId: string;
  /** The version that the person saw and changes; undefined where a button was pressed without seeing one. */
  readonly basedOn?: number;
  readonly isCopy: boolean;
}

export interface Answerer {
  readonly id: PersonId;
  readonly organisationId: OrganisationId;
}

export type Kept =
  | { readonly kind: 'kept'; readonly reply: Reply }
  /** The very same answer was there already: its receipt holds. */
  | { readonly kind: 'same'; readonly reply: Reply }
  /** Somebody else answered for the unit, and this person has not seen that answer. */
  | { readonly kind: 'taken'; readonly reply: Reply }
  | { readonly kind: 'closed' }
  | { readonly kind: 'released' }
  | { readonly kind: 'not-asked' };

/** Keeps an answer as the next version of its unit's reply, in the transaction given. */
export async function keepReply(tx: Tx, answering: Answering): Promise<Kept> {
  const { prompt, person, answers, at } = answering;
  const asked = await findAskedOrColleague(tx, prompt, person);
  if (!asked) return { kind: 'not-asked' };
  if (isClosed(prompt, at)) return { kind: 'closed' };
  if (asked.isReleased) return { kind: 'released' };
  const unit = toUnit(prompt.answerPer, asked);
  await lockUnit(tx, prompt, unit);
  const current = await findCurrentReply(tx, prompt, unit);
  if (current && isSameAnswer(current.answers, answers)) return { kind: 'same', reply: current };
  if (current && !mayChange(current, answering)) return { kind: 'taken', reply: current };
  const reply = await addReply(tx, prompt, {
    asked,
    unit,
    version: (current?.version ?? 0) + 1,
    personId: person.id,
    organisationId: asked.organisationId,
    answers,
    isLate: at > prompt.answerBy,
    isCopy: answering.isCopy,
    incomingId: answering.incomingId,
    repliedAt: at,
  });
  return { kind: 'kept', reply };
}

/** One's own answer may be changed at once; a colleague's only by somebody who has seen it. */
function mayChange(current: Reply, { person, basedOn }: Answering): boolean {
  return current.personId === person.id || current.version === basedOn;
}

/** The person as asked; or, where the organisation answers once, as a colleague of somebody asked. */
export async function findAskedOrColleague(tx: Tx, prompt: Prompt, person: Answerer): Promise<AskedPerson | undefined> {
  const own = await findAsked(tx, prompt.id, person.id);
  if (own || prompt.answerPer === 'person') return own;
  const colleague = await findAskedFor(tx, prompt.id, person.organisationId);
  if (!colleague) return undefined;
  const { insteadOfId: _, ...asColleague } = colleague;
  return { ...asColleague, personId: person.id };
}
