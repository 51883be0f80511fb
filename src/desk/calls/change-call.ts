// Changes what is said of a grant call. Nobody is told; cards that are out say it at once.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { CallDetails } from '../../topics/calls/call.ts';
import { readCall, saveCalls } from '../../topics/calls/call-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { subjectOf, topicSubjectOf } from '../subject-of.ts';
import { rewriteCards } from '../tell-moved.ts';
import { createCallFields, readContent, toContentValues } from './call-fields.ts';
import { readOpenCall } from './call-over.ts';

export const changeCall: DeskAct = { name: 'change', kind: 'call', open, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const call = await readOpenCall(db, asking);
  if ('refused' in call) return call;
  return {
    title: texts.desk.titles.change(subjectOf(asking).title),
    form: { fields: await createCallFields(db, asking, texts) },
    values: toContentValues(call),
  };
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, now, county } = asking;
  const subject = topicSubjectOf(asking);
  const { moved: _m, round: _r, budget: _b, link: _l, dnr: _d, ...rest } = await readCall(tx, subject);
  await saveCalls(tx, { countyId: county.id, now }, [CallDetails.parse({ ...rest, ...readContent(answers) })]);
  await planSubject(tx, road.topics.call, subject, now);
  const told = { ...subject, topic: 'call' } as const;
  await rewriteCards(road, tx, told);
  const { desk } = textsIn(asking.asker.person.language);
  return { said: desk.done.changed, ref: subjectOf(asking), told: [told] };
}
