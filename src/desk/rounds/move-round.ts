// Gives a check-in round other days.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { releasePrompt } from '../../replies/prompt-steer-store.ts';
import { textsIn } from '../../text/texts.ts';
import { Round } from '../../topics/plans/round.ts';
import { saveRounds } from '../../topics/plans/round-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { Told } from '../desk-subject.ts';
import { readDate } from '../fields.ts';
import { listQuestions } from '../steering/questions.ts';
import { subjectOf } from '../subject-of.ts';
import { rewriteCards } from '../tell-moved.ts';
import { findLive, listOthers, listTold } from './round-desk.ts';
import { createDayFields, findDayFaults, findMeetingFault } from './round-fields.ts';

export const moveRound: DeskAct = { name: 'move', kind: 'round', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const found = await findLive(db, asking);
  if ('refused' in found) return found;
  const { opensOn, closesOn } = found.round;
  return {
    title: texts.desk.titles.move(subjectOf(asking).title),
    form: { fields: createDayFields(texts) },
    values: { opensOn, closesOn },
    notice: texts.desk.notices.moveRound,
  };
}

async function check(db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asking.asker.person.language);
  const wrong = findDayFaults(answers, texts, asking.today);
  const [opensOn, closesOn] = [readDate(answers, 'opensOn'), readDate(answers, 'closesOn')];
  if (!opensOn || !closesOn) return wrong;
  const others = await listOthers(db, asking, subjectOf(asking).id);
  return [...wrong, ...findMeetingFault({ opensOn, closesOn }, others, texts)];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const found = await findLive(tx, asking);
  if ('refused' in found) return found;
  const { opensOn, closesOn } = answers;
  const told = await moveRoundTo(tx, asking, Round.parse({ ...found.round, opensOn, closesOn }));
  return { said: desk.done.moved, ref: subjectOf(asking), told };
}

/** @returns what it asks about, and what it asked about before and does not any more */
export async function moveRoundTo(tx: Tx, asking: DeskAsking, round: Round): Promise<readonly Told[]> {
  const { road, county, now } = asking;
  const before = subjectOf(asking).told;
  await saveRounds(tx, county.id, [round]);
  const after = await listTold(tx, round);
  const told = [...after, ...before.filter(({ id }) => after.every((one) => one.id !== id))];
  for (const prompt of await listQuestions(tx, told)) await releasePrompt(tx, prompt);
  for (const subject of told) {
    await planSubject(tx, road.topics.plan, subject, now);
    await rewriteCards(road, tx, subject);
  }
  return told;
}
