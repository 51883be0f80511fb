// Task: answer a question about whom to ask, as it is answered in a chat.
import { z } from 'zod';
import { inquire, listInquiryWords, readInquiry } from '../../chat/inquiries.ts';
import { type Asker, mayKnow } from '../../chat/inquiry.ts';
import type { Db } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { InvalidInput } from '../../errors.ts';
import { CountyId } from '../../ids.ts';
import { Answer } from '../../platform.ts';
import { suggest } from '../../text/nearest.ts';
import { assertCounty, findPerson } from './find-person.ts';
import { defineTask } from './task.ts';

/** Without `as`, the operator asks, who sees what partners see. */
const AskRequest = z.object({ county: CountyId, text: z.string(), as: z.string().optional() });
type AskRequest = z.infer<typeof AskRequest>;

export const askTask = defineTask({
  name: 'ask',
  needsDatabase: true,
  request: AskRequest,
  reply: Answer,
  check({ text }) {
    if (!readInquiry(text)) throw refuse(text);
  },
  async run({ database: { db }, clock }, request) {
    const written = readInquiry(request.text);
    if (!written) throw refuse(request.text);
    await assertCounty(db, request.county);
    const county = await readCounty(db, request.county);
    const asker = await findAsker(db, request);
    const language = asker.kind === 'person' ? asker.person.language : county.languages[0];
    const inquiry = { db, county, language, now: clock.now(), asker, rest: written.rest };
    if (!(await mayKnow(inquiry))) throw new InvalidInput(sayRefused(request));
    return (await inquire(written.name, inquiry)).answer;
  },
});

async function findAsker(db: Db, { county, as }: AskRequest): Promise<Asker> {
  if (as === undefined) return { kind: 'operator' };
  return { kind: 'person', person: await findPerson(db, { county, person: as }) };
}

function sayRefused({ county, as }: AskRequest): string {
  const rule = `In ${county}, contacts are shown only to those who are in one of its groups (contactsFor: members).`;
  return as === undefined
    ? `${rule} Ask as one of them: --as with the person's id in the county file, their e-mail address or their name.`
    : `${rule} "${as}" is in none today.`;
}

function refuse(text: string): InvalidInput {
  const words = listInquiryWords();
  const [word = ''] = text.trim().split(/\s+/);
  return new InvalidInput(
    `"${word}" cannot be asked from here.${suggest(word, words)} Begin with one of these: ${words.join(', ')}.`,
  );
}
