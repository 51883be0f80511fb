// Calls off a check-in round: it asks and reminds nobody any more, and takes no more answers.
import type { Db, Tx } from '../../database/open.ts';
import { findSilent } from '../../reminders/silent.ts';
import { releaseAsked } from '../../replies/prompt-store.ts';
import { readStanding } from '../../replies/reply-store.ts';
import { textsIn } from '../../text/texts.ts';
import { saveRounds } from '../../topics/plans/round-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { Told } from '../desk-subject.ts';
import { toTextField } from '../fields.ts';
import { endQuestions } from '../steering/end-questions.ts';
import { listQuestions } from '../steering/questions.ts';
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
  const { told } = subjectOf(asking);
  const found = await findLive(tx, asking);
  if ('refused' in found) return found;
  await saveRounds(tx, asking.county.id, [{ ...found.round, cancelledOn: asking.today }]);
  const { desk } = textsIn(asking.asker.person.language);
  await releaseSilent(tx, asking, told);
  const count = await endQuestions(tx, asking, told);
  return { said: desk.done.remindersOff(count), ref: subjectOf(asking), told };
}

/** Nobody waits for their answers any more: they are not told to have been silent, here or when the year is followed up. */
async function releaseSilent(tx: Tx, { now }: DeskAsking, told: readonly Told[]): Promise<void> {
  for (const prompt of await listQuestions(tx, told)) {
    const silent = findSilent(await readStanding(tx, prompt)).map(({ personId }) => personId);
    await releaseAsked(tx, prompt, silent, now);
  }
}
