// What a person is told once their answer was kept, or was not.
import type { Instant } from '../calendar/zone.ts';
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { Person } from '../directory/person.ts';
import type { Answers } from '../message/form.ts';
import type { Answer } from '../platform.ts';
import { describeReply } from '../replies/describe-reply.ts';
import type { Kept } from '../replies/keep-reply.ts';
import type { Prompt } from '../replies/prompt.ts';
import type { Reply } from '../replies/reply.ts';
import { formatDeadline, formatInstant } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

interface Saying {
  readonly kept: Kept;
  readonly prompt: Prompt;
  readonly person: Person;
  readonly at: Instant;
  readonly typed: Answers;
}

export async function sayKept(tx: Tx, { kept, prompt, person, at, typed }: Saying): Promise<Answer> {
  const { road } = textsIn(person.language);
  const { timeZone } = await readCounty(tx, prompt.countyId);
  const today = toLocal(at, timeZone).date;
  const say = (instant: Instant) => formatInstant(instant, timeZone, person.language, today);
  switch (kept.kind) {
    case 'kept':
    case 'same': {
      const { receipt, repliedAt, isLate } = kept.reply;
      const text = isLate
        ? road.receiptLate(receipt, say(repliedAt))
        : road.receipt(receipt, say(repliedAt), formatDeadline(prompt.answerBy, timeZone, person.language, today));
      return { kind: 'receipt', text, receipt };
    }
    case 'taken':
      return offerChange({
        prompt,
        reply: kept.reply,
        typed,
        notice: await sayTaken(tx, { reply: kept.reply, prompt, language: person.language, say }),
      });
    case 'closed':
      return { kind: 'note', text: road.isClosed(say(prompt.closedAt ?? prompt.closesAt)) };
    case 'released':
      return { kind: 'note', text: road.released };
    case 'not-asked':
      return { kind: 'note', text: road.notAsked };
  }
}

async function sayTaken(tx: Tx, { reply, prompt, language, say }: Taken): Promise<string> {
  const [organisation] = await findOrganisations(tx, prompt.countyId, [reply.organisationId]);
  const answer = describeReply(prompt.form, reply.answers, language);
  return textsIn(language).road.alreadyAnswered(organisation?.name ?? '', say(reply.repliedAt), answer);
}

interface Taken {
  readonly reply: Reply;
  readonly prompt: Prompt;
  readonly language: Language;
  readonly say: (instant: Instant) => string;
}

/** The colleague's answer stands; what this person answered is in the form, ready to be sent over it. */
function offerChange(offer: {
  readonly prompt: Prompt;
  readonly reply: Reply;
  readonly typed: Answers;
  readonly notice: string;
}): Answer {
  const { prompt, reply, typed, notice } = offer;
  const { id: promptId, title, form } = prompt;
  return { kind: 'form', promptId, title, form, values: typed, basedOn: reply.version, notice };
}
