// Reads and writes the free reminders of a county.
import type { LocalDate } from '../../calendar/local-date.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import type { CountyId } from '../../ids.ts';
import { Memo } from './memo.ts';

const select = {
  id: true,
  countyId: true,
  title: true,
  text: true,
  link: true,
  groupIds: true,
  toMembers: true,
  sendOn: true,
  sendAt: true,
  rule: true,
  cancelledOn: true,
} as const satisfies Prisma.MemoSelect;

export async function findMemo(db: Db, countyId: CountyId, id: string): Promise<Memo | undefined> {
  const row = await db.memo.findFirst({ where: { countyId, id }, select });
  return row ? toMemo(row) : undefined;
}

/** Those that are sent on that day or later, or come back by a rule. By their first day. */
export async function listMemos(db: Db, countyId: CountyId, from: LocalDate): Promise<readonly Memo[]> {
  const rows = await db.memo.findMany({
    where: { countyId, cancelledOn: null, OR: [{ sendOn: { gte: from } }, { rule: { not: Prisma.AnyNull } }] },
    select,
    orderBy: [{ sendOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toMemo);
}

/** @returns the ids of those that were new or changed */
export function saveMemos(db: Db, countyId: CountyId, memos: readonly Memo[]): Promise<readonly string[]> {
  return saveChanged(memos, {
    read: async (ids) => (await db.memo.findMany({ where: { countyId, id: { in: ids } }, select })).map(toMemo),
    create: (fresh) => db.memo.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.memo.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toMemo(row: Prisma.MemoGetPayload<{ select: typeof select }>): Memo {
  return Memo.parse(dropNulls(row));
}

function toRow(memo: Memo) {
  const { link = null, rule = Prisma.DbNull, cancelledOn = null } = memo;
  return { ...memo, link, rule, cancelledOn, groupIds: [...memo.groupIds] };
}
