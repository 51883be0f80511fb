// Gives a check-in round other days; also how it is prolonged.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { Round } from '../../topics/plans/round.ts';
import { saveRounds } from '../../topics/plans/round-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { subjectOf } from '../subject-of.ts';
import { rewriteCards } from '../tell-moved.ts';
import { findRound, listTold } from './round-desk.ts';
import { createDayFields, findDayFaults } from './round-fields.ts';

export const moveRound: DeskAct = { name: 'move', kind: 'round', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const found = await findRound(db, asking, subjectOf(asking).id);
  if (!found) return { refused: texts.desk.gone };
  const { opensOn, closesOn } = found.round;
  return {
    title: texts.desk.titles.move(subjectOf(asking).title),
    form: { fields: createDayFields(texts) },
    values: { opensOn, closesOn },
    notice: texts.desk.notices.moveRound,
  };
}

async function check(_db: Db, { asker, today }: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  return findDayFaults(answers, textsIn(asker.person.language), today);
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { road, asker, county, now } = asking;
  const { desk } = textsIn(asker.person.language);
  const found = await findRound(tx, asking, subjectOf(asking).id);
  if (!found) return { refused: desk.gone };
  const before = await listTold(tx, found.round);
  const round = Round.parse({ ...found.round, opensOn: answers.opensOn, closesOn: answers.closesOn });
  await saveRounds(tx, county.id, [round]);
  const after = await listTold(tx, round);
  const told = [...after, ...before.filter(({ id }) => after.every((one) => one.id !== id))];
  for (const subject of told) {
    await planSubject(tx, road.topics.plan, subject, now);
    await rewriteCards(road, tx, subject);
  }
  return { said: desk.done.moved, ref: subjectOf(asking), told };
}
