// Closes a question before its time.
import type { Db, Tx } from '../../database/open.ts';
import { isClosed } from '../../replies/prompt.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind } from '../desk-subject.ts';
import { toTextField } from '../fields.ts';
import { subjectOf } from '../subject-of.ts';
import { endQuestions } from './end-questions.ts';
import { listQuestions } from './questions.ts';

export function createClose(kind: DeskKind): DeskAct {
  return { name: 'close', kind, open, apply };
}

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { told, title } = subjectOf(asking);
  const prompts = await listQuestions(db, told);
  if (prompts.every((prompt) => isClosed(prompt, asking.now))) return { refused: desk.refusals.nothingOpen };
  return {
    title: desk.titles.close(title),
    form: { fields: [toTextField({ key: 'reason', label: desk.fields.reason, required: false })] },
    values: {},
    notice: desk.notices.close,
  };
}

async function apply(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const subject = subjectOf(asking);
  await endQuestions(tx, asking, subject.told);
  const { desk } = textsIn(asking.asker.person.language);
  const fields = [{ label: desk.questions.label, from: desk.questions.open, to: desk.questions.closed }];
  return { said: desk.done.closed, ref: subject, told: subject.told, fields };
}
