// Free reminders at the desk: one is steered as a whole, with all its times of the year ahead.
import type { Tx } from '../../database/open.ts';
import { SubjectId } from '../../ids.ts';
import { listDays, toRecurringId, toSubjectId } from '../../reminders/recurring.ts';
import { type Memo, toRecurring } from '../../topics/memos/memo.ts';
import { findMemo, listMemos } from '../../topics/memos/memo-store.ts';
import type { DeskAsking } from '../desk-act.ts';
import type { DeskSubject, Told } from '../desk-subject.ts';
import type { KindAtDesk, Looking } from '../kind-at-desk.ts';
import { planTimes } from '../plan-times.ts';
import { toYearAhead } from '../year-ahead.ts';

export const memoDesk: KindAtDesk = {
  async find(db, looking, id) {
    const memo = await findMemo(db, looking.county.id, id);
    return memo && toSubject(memo, looking);
  },
  async list(db, looking) {
    return (await listMemos(db, looking.county.id, looking.today)).map((memo) => toSubject(memo, looking));
  },
};

function toSubject(memo: Memo, looking: Looking): DeskSubject {
  const { id, countyId, title, groupIds, sendOn, cancelledOn } = memo;
  const isOff = cancelledOn !== undefined;
  const [day = sendOn] = listDays(toRecurring(memo), { ...toYearAhead(looking.today), fromOn: looking.today });
  const held = [{ topic: 'memo', countyId, id: SubjectId.parse(id) }] as const;
  return { kind: 'memo', id, countyId, title, groupIds, day, told: listTold(memo, looking), held, isOff };
}

function listTold(memo: Memo, { today }: Pick<Looking, 'today'>): readonly Told[] {
  const { countyId, rule, sendOn } = memo;
  if (!rule) return [{ topic: 'memo', countyId, id: toSubjectId(memo, sendOn) }];
  const days = listDays(toRecurring(memo), { ...toYearAhead(today), fromOn: today });
  return days.map((day) => ({ topic: 'memo', countyId, id: toSubjectId(memo, day) }));
}

export function planMemo(tx: Tx, asking: DeskAsking, memo: Memo): Promise<readonly Told[]> {
  const { countyId } = memo;
  const after = memo.cancelledOn === undefined ? listTold(memo, asking) : [];
  return planTimes(tx, asking, { topic: 'memo', countyId, after, isOwn: (id) => toRecurringId(id) === memo.id });
}
