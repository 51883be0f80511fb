// Takes a free reminder off, with all its times. What was sent stays.
import type { Db, Tx } from '../../database/open.ts';
import { cancelIn, resumeIn } from '../../reminders/steer.ts';
import { textsIn } from '../../text/texts.ts';
import { saveMemos } from '../../topics/memos/memo-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { toTextField } from '../fields.ts';
import { subjectOf } from '../subject-of.ts';
import { readComing } from './change-memo.ts';
import { planMemo } from './memo-desk.ts';

export const cancelMemo: DeskAct = { name: 'cancel', kind: 'memo', open, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  if (!(await readComing(db, asking))) return { refused: desk.refusals.memoOver };
  return {
    title: desk.titles.cancel(subjectOf(asking).title),
    form: { fields: [toTextField({ key: 'reason', label: desk.fields.reason, required: false })] },
    values: {},
  };
}

async function apply(tx: Tx, asking: DeskAsking): Promise<Applied | Refused> {
  const { asker, county, today } = asking;
  const { desk } = textsIn(asker.person.language);
  const before = await readComing(tx, asking);
  if (!before) return { refused: desk.refusals.memoOver };
  const memo = { ...before, cancelledOn: today };
  await saveMemos(tx, county.id, [memo]);
  const told = await planMemo(tx, asking, memo);
  for (const one of told) await cancelIn(tx, one);
  for (const one of subjectOf(asking).held) await resumeIn(tx, one, asking.now);
  return { said: desk.done.remindersOff(told.length), ref: subjectOf(asking), told };
}
