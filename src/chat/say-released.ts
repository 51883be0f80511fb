// Somebody need not answer any more: because the question was taken back, or because somebody else answers instead?
import type { Db } from '../database/open.ts';
import type { Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import type { Prompt } from '../replies/prompt.ts';
import { readStanding } from '../replies/reply-store.ts';
import { textsIn } from '../text/texts.ts';

export async function sayReleased(db: Db, prompt: Prompt, { id, language }: Person): Promise<string> {
  const { asked } = await readStanding(db, prompt);
  const next = asked.find(({ insteadOfId }) => insteadOfId === id);
  const [standIn] = next ? await findPeople(db, prompt.countyId, [next.personId]) : [];
  const { road } = textsIn(language);
  return standIn ? road.handedOn(standIn.name) : road.released;
}
