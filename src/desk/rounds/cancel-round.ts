// Calls off a check-in round: it asks and reminds nobody any more, and takes no more answers.
import type { Db, Tx } from '../../database/open.ts';
import { resumeIn } from '../../reminders/steer.ts';
import { textsIn } from '../../text/texts.ts';
import { saveRounds } from '../../topics/plans/round-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { toTextField } from '../fields.ts';
import { releaseSilent } from '../release-silent.ts';
import { endQuestions } from '../steering/end-questions.ts';
import { subjectOf } from '../subject-of.ts';
import { findLive } from './round-desk.ts';

export const cancelRound: DeskAct = { name: 'cancel', kind: 'round', open, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const found = await findLive(db, asking);
  if ('refused' in found) return found;
  return {
    title: desk.titles.cancel(subjectOf(asking).title),
    form: { fields: [toTextField({ key: 'reason', label: desk.fields.reason, required: false })] },
    values: {},
    notice: desk.notices.cancelRound,
  };
}

/** Also what is added to the plan later is not asked about in it: the round itself is off. */
async function apply(tx: Tx, asking: DeskAsking): Promise<Applied | Refused> {
  const { told, held } = subjectOf(asking);
  const found = await findLive(tx, asking);
  if ('refused' in found) return found;
  await saveRounds(tx, asking.county.id, [{ ...found.round, cancelledOn: asking.today }]);
  const { desk } = textsIn(asking.asker.person.language);
  await releaseSilent(tx, told, asking.now);
  const count = await endQuestions(tx, asking, told);
  for (const one of held) await resumeIn(tx, one, asking.now);
  return { said: desk.done.remindersOff(count), ref: subjectOf(asking), told };
}
