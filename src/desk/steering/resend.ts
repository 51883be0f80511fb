// "Skicka igen till dem det inte kom fram till": those who have got it do not get it twice.
import type { Db, Tx } from '../../database/open.ts';
import { retryFailed } from '../../delivery/resend-store.ts';
import { listOccurrences } from '../../reminders/occurrence-store.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind } from '../desk-subject.ts';
import { countFailed } from '../outgoing-store.ts';
import { subjectOf } from '../subject-of.ts';

export function createResend(kind: DeskKind): DeskAct {
  return { name: 'resend', kind, open, apply };
}

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { told, title } = subjectOf(asking);
  let failed = 0;
  for (const one of told) failed += await countFailed(db, one);
  if (failed === 0) return { refused: desk.refusals.nothingFailed };
  return { title: desk.titles.resend(title), values: {} };
}

/** The next tick finds them in the outbox. */
async function apply(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const subject = subjectOf(asking);
  let count = 0;
  for (const { topic, countyId, id } of subject.told) {
    for (const { key: occurrenceKey } of await listOccurrences(tx, topic, { countyId, id })) {
      count += await retryFailed(tx, { countyId, occurrenceKey }, asking.now);
    }
  }
  const { desk } = textsIn(asking.asker.person.language);
  const fields = [{ label: desk.fields.resent, to: String(count) }];
  return { said: desk.done.resent(count), ref: subject, told: subject.told, fields };
}
