// "Skicka igen till dem det inte kom fram till": those who have got it do not get it twice.
import type { Db, Tx } from '../../database/open.ts';
import { retryFailed } from '../../delivery/resend-store.ts';
import { mayInEach } from '../../directory/may.ts';
import { isPaused } from '../../reminders/pause-store.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind } from '../desk-subject.ts';
import { listFailed } from '../outgoing-store.ts';
import { subjectOf } from '../subject-of.ts';

export function createResend(kind: DeskKind): DeskAct {
  return { name: 'resend', kind, open, apply };
}

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { told, title, groupIds } = subjectOf(asking);
  if (!mayInEach(asking.asker.actor, 'send-again', groupIds)) return { refused: desk.coordinatorsOnly };
  if (await isPaused(db, told)) return { refused: desk.refusals.isPaused };
  const failed = await listFailed(db, told, asking.now);
  if (failed.some(({ isOfUse }) => isOfUse)) return { title: desk.titles.resend(title), values: {} };
  return { refused: failed.length > 0 ? desk.refusals.outdated(failed.length) : desk.refusals.nothingFailed };
}

/** The next tick finds them in the outbox. */
async function apply(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const subject = subjectOf(asking);
  let count = 0;
  let left = 0;
  for (const occurrenceKey of new Set((await listFailed(tx, subject.told, asking.now)).map(({ key }) => key))) {
    const { again, outdated } = await retryFailed(tx, { countyId: subject.countyId, occurrenceKey }, asking.now);
    count += again;
    left += outdated;
  }
  const { desk } = textsIn(asking.asker.person.language);
  const fields = [{ label: desk.fields.resent, to: String(count) }];
  const note = left > 0 ? desk.refusals.outdated(left) : undefined;
  const said = [desk.done.resent(count), ...(note === undefined ? [] : [note])].join(' ');
  return { said, ref: subject, told: subject.told, fields, ...(note !== undefined && { note }) };
}
