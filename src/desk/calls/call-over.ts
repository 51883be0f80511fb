// A call that has closed is not steered any more.
import type { Db } from '../../database/open.ts';
import { textsIn } from '../../text/texts.ts';
import { type Call, findClose } from '../../topics/calls/call.ts';
import { readCall } from '../../topics/calls/call-store.ts';
import type { DeskAsking, Refused } from '../desk-act.ts';
import { topicSubjectOf } from '../subject-of.ts';

export async function readOpenCall(db: Db, asking: DeskAsking): Promise<Call | Refused> {
  const call = await readCall(db, topicSubjectOf(asking));
  const isOver = findClose(call, asking.county.timeZone) <= asking.now;
  return isOver ? { refused: textsIn(asking.asker.person.language).desk.refusals.callClosed } : call;
}
