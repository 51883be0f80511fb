// Gives people more days to answer a check-in.
import { addDays } from '../../calendar/local-date.ts';
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readDate, toDateField } from '../fields.ts';
import { subjectOf } from '../subject-of.ts';
import { moveRoundTo } from './move-round.ts';
import { findLive, listOthers } from './round-desk.ts';
import { findMeetingFault } from './round-fields.ts';

export const prolongRound: DeskAct = { name: 'prolong', kind: 'round', open, check, apply };

const WEEK = 7;

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { title } = subjectOf(asking);
  const found = await findLive(db, asking);
  if ('refused' in found) return found;
  return {
    title: desk.titles.prolong(title),
    form: { fields: [toDateField({ key: 'closesOn', label: desk.fields.roundCloses, required: true })] },
    values: { closesOn: addDays(found.round.closesOn, WEEK) },
    notice: desk.notices.moveRound,
  };
}

async function check(db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asking.asker.person.language);
  const { id } = subjectOf(asking);
  const found = await findLive(db, asking);
  const closesOn = readDate(answers, 'closesOn');
  if ('refused' in found || !closesOn) return [];
  const isLater = closesOn > found.round.closesOn && closesOn >= asking.today;
  const { opensOn } = found.round;
  return isLater
    ? findMeetingFault({ opensOn, closesOn }, await listOthers(db, asking, id), texts)
    : [{ field: 'closesOn', message: texts.desk.faults.notLater }];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const found = await findLive(tx, asking);
  if ('refused' in found) return found;
  const closesOn = readDate(answers, 'closesOn');
  if (!closesOn) return { refused: desk.gone };
  const told = await moveRoundTo(tx, asking, { ...found.round, closesOn });
  return { said: desk.done.prolonged, ref: subjectOf(asking), told };
}
