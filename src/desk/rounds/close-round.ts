// Closes a check-in round before its time: those who were asked are done, and nobody new is asked.
import type { Tx } from '../../database/open.ts';
import type { Answers } from '../../message/form.ts';
import { endRound } from '../../topics/plans/round-store.ts';
import type { Applied, DeskAct, DeskAsking, Refused } from '../desk-act.ts';
import { createClose } from '../steering/close.ts';
import { findLive } from './round-desk.ts';

const close = createClose('round');

export const closeRound: DeskAct = { ...close, apply };

/** Also what is added to the plan later is not asked about in it: the round itself is closed. */
async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const found = await findLive(tx, asking);
  if ('refused' in found) return found;
  await endRound(tx, found.round, asking.today);
  return close.apply(tx, asking, answers);
}
