// Gives a grant call another last day, or another hour. Whoever had heard of the old one is told once.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { CallDetails } from '../../topics/calls/call.ts';
import { readCall, saveCalls } from '../../topics/calls/call-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { subjectOf, topicSubjectOf } from '../subject-of.ts';
import { tellMoved } from '../tell-moved.ts';
import { createCloseFields, findCloseFaults, readClose, toCloseValues } from './call-fields.ts';
import { readOpenCall } from './call-over.ts';

export const moveCall: DeskAct = { name: 'move', kind: 'call', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const call = await readOpenCall(db, asking);
  if ('refused' in call) return call;
  return {
    title: texts.desk.titles.move(subjectOf(asking).title),
    form: { fields: createCloseFields(texts) },
    values: toCloseValues(call),
    notice: texts.desk.notices.moveCall,
  };
}

async function check(db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asking.asker.person.language);
  const call = await readCall(db, topicSubjectOf(asking));
  const close = readClose(answers);
  const isSame = close?.closesOn === call.closesOn && close.closesAt === call.closesAt;
  const same = isSame ? [{ field: 'closesOn', message: texts.desk.faults.sameDay }] : [];
  return [...findCloseFaults(answers, texts, asking.today), ...same];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, now, county } = asking;
  const subject = topicSubjectOf(asking);
  const { moved: _, closesAt: _at, ...rest } = await readCall(tx, subject);
  const close = readClose(answers);
  await saveCalls(tx, { countyId: county.id, now }, [CallDetails.parse({ ...rest, ...close })]);
  await planSubject(tx, road.topics.call, subject, now);
  const told = { ...subject, topic: 'call' } as const;
  await tellMoved(road, tx, told);
  const { desk } = textsIn(asking.asker.person.language);
  const values = close && toCloseValues(close);
  return { said: desk.done.moved, ref: subjectOf(asking), told: [told], ...(values && { values }) };
}
