// Ends a check-in round: it reminds nobody any more, and takes no more answers.
import type { Db, Tx } from '../../database/open.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { toTextField } from '../fields.ts';
import { endQuestions } from '../steering/end-questions.ts';
import { subjectOf } from '../subject-of.ts';

export const cancelRound: DeskAct = { name: 'cancel', kind: 'round', open, apply };

async function open(_db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  return {
    title: desk.titles.cancel(subjectOf(asking).title),
    form: { fields: [toTextField({ key: 'reason', label: desk.fields.reason, required: false })] },
    values: {},
    notice: desk.notices.cancelRound,
  };
}

async function apply(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const { told } = subjectOf(asking);
  const { desk } = textsIn(asking.asker.person.language);
  const count = await endQuestions(tx, asking, told);
  return { said: desk.done.remindersOff(count), ref: subjectOf(asking), told };
}
