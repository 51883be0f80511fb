// Takes off the reminders that a grant call has left. The call itself stays open, and in the list.
import type { Db, Tx } from '../../database/open.ts';
import { cancelIn } from '../../reminders/steer.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { toTextField } from '../fields.ts';
import { subjectOf, topicSubjectOf } from '../subject-of.ts';
import { readOpenCall } from './call-over.ts';

export const cancelCall: DeskAct = { name: 'cancel', kind: 'call', open, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const call = await readOpenCall(db, asking);
  if ('refused' in call) return call;
  return {
    title: desk.titles.cancel(subjectOf(asking).title),
    form: { fields: [toTextField({ key: 'reason', label: desk.fields.reason, required: false })] },
    values: {},
    notice: desk.notices.cancelCall,
  };
}

async function apply(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const told = { ...topicSubjectOf(asking), topic: 'call' } as const;
  const count = await cancelIn(tx, told);
  const { desk } = textsIn(asking.asker.person.language);
  return { said: desk.done.remindersOff(count), ref: subjectOf(asking), told: [told] };
}
