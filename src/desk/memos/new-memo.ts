// A free reminder to some groups, once or each time a rule comes round.
import { toInstant } from '../../calendar/zone.ts';
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { textsIn } from '../../text/texts.ts';
import { Memo } from '../../topics/memos/memo.ts';
import { saveMemos } from '../../topics/memos/memo-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { createRepetitionFields, readRule } from '../repetition.ts';
import { listSteerable } from '../steerable-groups.ts';
import { planMemo } from './memo-desk.ts';
import { createMemoFields, readContent, toContentValues } from './memo-fields.ts';

export const newMemo: DeskAct = { name: 'new', kind: 'memo', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const { desk } = texts;
  const groups = await listSteerable(db, asking.asker);
  if (groups.length === 0) return { refused: desk.noGroups };
  const [only, second] = groups;
  return {
    title: desk.titles.new.memo,
    form: { fields: [...(await createMemoFields(db, asking, texts)), ...createRepetitionFields(texts, false)] },
    values: { whom: 'groups', repeats: 'once', ...(only && !second && { groups: [only.id] }) },
  };
}

async function check(_db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asking.asker.person.language);
  const content = readContent(answers);
  const at = content && toInstant({ date: content.sendOn, time: content.sendAt }, asking.county.timeZone);
  return at && at <= asking.now ? [{ field: 'sendOn', message: texts.desk.faults.isPast }] : [];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { asker, county, newId } = asking;
  const { desk } = textsIn(asker.person.language);
  const content = readContent(answers);
  if (!content) return { refused: desk.gone };
  const rule = readRule(answers, { start: content.sendOn, time: content.sendAt, zone: county.timeZone });
  const memo = Memo.parse({ ...content, id: newId, countyId: county.id, ...(rule && { rule }) });
  await saveMemos(tx, county.id, [memo]);
  const told = await planMemo(tx, asking, memo);
  const note = memo.rule && { note: desk.preview.goesOn };
  return { said: desk.done.saved, ref: { kind: 'memo', id: newId }, told, values: toContentValues(content), ...note };
}
