// Somebody puts a half-written answer aside: it is kept for them, and nobody else sees it.
import type { Person } from '../directory/person.ts';
import { findNamed } from '../message/check-entries.ts';
import type { Answer, Incoming } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { keepDraft } from '../replies/draft-store.ts';
import { findAskedOrColleague } from '../replies/keep-reply.ts';
import { isClosed } from '../replies/prompt.ts';
import { findPrompt } from '../replies/prompt-store.ts';
import { textsIn } from '../text/texts.ts';
import { wordForm } from './shown-form.ts';

export type Drafting = Extract<Incoming, { kind: 'drafted' }>;

/** The same again changes nothing. It need not be whole; what identifies a person is refused as in an answer. */
export async function takeDraft(road: Road, incoming: Drafting, person: Person): Promise<Answer> {
  const { db } = road.database;
  const { entries, basedOn } = incoming;
  const { road: texts, planYear } = textsIn(person.language);
  const prompt = await findPrompt(db, incoming.promptId);
  if (prompt?.countyId !== person.countyId) return { kind: 'note', text: texts.gone };
  const asked = await findAskedOrColleague(db, prompt, person);
  if (!asked || asked.isReleased) return { kind: 'note', text: texts.notAsked };
  const now = road.clock.now();
  if (isClosed(prompt, now)) return { kind: 'note', text: planYear.draft.closed };
  const worded = await wordForm(road, db, { prompt, language: person.language });
  const named = findNamed(worded.form, entries, person.language);
  if (named) return { kind: 'faults', ...worded, values: entries, basedOn, ...named };
  const keys = prompt.form.fields.map(({ key }) => key);
  const own = Object.fromEntries(Object.entries(entries).filter(([key]) => keys.includes(key)));
  await keepDraft(db, prompt, { personId: person.id, entries: own, basedOn, at: now });
  return { kind: 'note', text: planYear.draft.kept };
}
