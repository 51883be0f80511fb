// Closes a question before its time. Of what comes back, that is the time which is open: the whole of it is called off.
import type { Db, Tx } from '../../database/open.ts';
import { isClosed } from '../../replies/prompt.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind, Told } from '../desk-subject.ts';
import { toTextField } from '../fields.ts';
import { subjectOf } from '../subject-of.ts';
import { endQuestions } from './end-questions.ts';
import { listQuestions } from './questions.ts';

export function createClose(kind: DeskKind): DeskAct {
  return { name: 'close', kind, open, apply };
}

/** A round is one question, also to those who have not got it yet; each time of a survey is a question of its own. */
async function listOpen(db: Db, asking: DeskAsking): Promise<readonly Told[]> {
  const { told } = subjectOf(asking);
  const open = (await listQuestions(db, told)).filter((prompt) => !isClosed(prompt, asking.now));
  if (open.length === 0) return [];
  return told.filter(({ id, question }) => question !== undefined || open.some(({ subjectId }) => subjectId === id));
}

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { told, title } = subjectOf(asking);
  const open = await listOpen(db, asking);
  if (open.length === 0) return { refused: desk.refusals.nothingOpen };
  const goesOn = open.length < told.length;
  return {
    title: desk.titles.close(title),
    form: { fields: [toTextField({ key: 'reason', label: desk.fields.reason, required: false })] },
    values: {},
    notice: [desk.notices.close, ...(goesOn ? [desk.notices.closeOne] : [])].join(' '),
  };
}

async function apply(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const subject = subjectOf(asking);
  await endQuestions(tx, asking, await listOpen(tx, asking));
  const { desk } = textsIn(asking.asker.person.language);
  const fields = [{ label: desk.questions.label, from: desk.questions.open, to: desk.questions.closed }];
  return { said: desk.done.closed, ref: subject, told: subject.told, fields };
}
