// Changes a free reminder that is still to be sent: its words, its groups, its day.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers } from '../../message/form.ts';
import { textsIn } from '../../text/texts.ts';
import { Memo } from '../../topics/memos/memo.ts';
import { findMemo, saveMemos } from '../../topics/memos/memo-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { subjectOf } from '../subject-of.ts';
import { planMemo } from './memo-desk.ts';
import { createMemoFields, readContent, toContentValues } from './memo-fields.ts';

export const changeMemo: DeskAct = { name: 'change', kind: 'memo', open, apply };

/** Undefined where it is off, or was sent for the last time. */
export async function readComing(db: Db, { county, today, subject }: DeskAsking): Promise<Memo | undefined> {
  const memo = await findMemo(db, county.id, subject?.id ?? '');
  if (!memo || memo.cancelledOn !== undefined) return undefined;
  return memo.rule || memo.sendOn >= today ? memo : undefined;
}

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const memo = await readComing(db, asking);
  if (!memo) return { refused: texts.desk.refusals.memoOver };
  return {
    title: texts.desk.titles.change(subjectOf(asking).title),
    form: { fields: await createMemoFields(db, asking, texts) },
    values: toContentValues(memo),
  };
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { asker, county } = asking;
  const { desk } = textsIn(asker.person.language);
  const before = await readComing(tx, asking);
  const content = readContent(answers);
  if (!before || !content) return { refused: desk.refusals.memoOver };
  const { id, countyId, rule } = before;
  const memo = Memo.parse({ ...content, id, countyId, ...(rule && { rule: { ...rule, time: content.sendAt } }) });
  await saveMemos(tx, county.id, [memo]);
  const told = await planMemo(tx, asking, memo);
  const note = memo.rule && { note: desk.preview.goesOn };
  return { said: desk.done.changed, ref: subjectOf(asking), told, values: toContentValues(content), ...note };
}
