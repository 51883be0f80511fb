// What a person is told once their answer was kept, or was not.
import type { Instant } from '../calendar/zone.ts';
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { Person } from '../directory/person.ts';
import type { CountyId } from '../ids.ts';
import type { Answers } from '../message/form.ts';
import type { Answer } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { describeReply } from '../replies/describe-reply.ts';
import type { Kept } from '../replies/keep-reply.ts';
import type { Prompt } from '../replies/prompt.ts';
import type { Reply } from '../replies/reply.ts';
import { formatDeadline, formatInstant } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { sayReleased } from './say-released.ts';
import { type Worded, wordForm } from './shown-form.ts';

interface Saying {
  readonly kept: Kept;
  readonly prompt: Prompt;
  readonly person: Person;
  readonly at: Instant;
  readonly typed: Answers;
}

export async function sayKept(road: Road, tx: Tx, { kept, prompt, person, at, typed }: Saying): Promise<Answer> {
  const texts = textsIn(person.language).road;
  const { timeZone } = await readCounty(tx, prompt.countyId);
  const today = toLocal(at, timeZone).date;
  const say = (instant: Instant) => formatInstant(instant, timeZone, person.language, today);
  switch (kept.kind) {
    case 'kept':
    case 'same': {
      const { receipt, repliedAt, isLate } = kept.reply;
      const text = isLate
        ? texts.receiptLate(receipt, say(repliedAt))
        : texts.receipt(receipt, say(repliedAt), formatDeadline(prompt.answerBy, timeZone, person.language, today));
      return { kind: 'receipt', text, receipt };
    }
    case 'taken':
      return offerChange(tx, {
        worded: await wordForm(road, tx, { prompt, language: person.language }),
        reply: kept.reply,
        typed,
        countyId: prompt.countyId,
        say,
      });
    case 'closed':
      return { kind: 'note', text: texts.isClosed(say(prompt.closedAt ?? prompt.closesAt)) };
    case 'released':
      return { kind: 'note', text: await sayReleased(tx, prompt, person) };
    case 'not-asked':
      return { kind: 'note', text: texts.notAsked };
  }
}

interface Offer {
  readonly worded: Worded;
  readonly reply: Reply;
  readonly typed: Answers;
  readonly countyId: CountyId;
  readonly say: (instant: Instant) => string;
}

/** The colleague's answer stands; what this person answered is in the form, ready to be sent over it. */
async function offerChange(tx: Tx, { worded, reply, typed, countyId, say }: Offer): Promise<Answer> {
  const { form, language } = worded;
  const [organisation] = await findOrganisations(tx, countyId, [reply.organisationId]);
  const answer = describeReply(form, reply.answers, language);
  const notice = textsIn(language).road.alreadyAnswered(organisation?.name ?? '', say(reply.repliedAt), answer);
  return { kind: 'form', ...worded, values: typed, basedOn: reply.version, notice };
}
