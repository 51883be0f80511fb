// Opens a closed check-in round again: also for what was added to its plan since it was closed early.
import type { Tx } from '../../database/open.ts';
import type { Answers } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { releaseRound } from '../../topics/plans/round-store.ts';
import type { Applied, DeskAct, DeskAsking, Refused } from '../desk-act.ts';
import { createReopen } from '../steering/reopen.ts';
import { findLive } from './round-desk.ts';

const reopen = createReopen('round');

export const reopenRound: DeskAct = { ...reopen, apply };

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const found = await findLive(tx, asking);
  if ('refused' in found) return found;
  await releaseRound(tx, found.round);
  const applied = await reopen.apply(tx, asking, answers);
  if ('refused' in applied) return applied;
  for (const subject of applied.told) await planSubject(tx, asking.road.topics.plan, subject, asking.now);
  return applied;
}
