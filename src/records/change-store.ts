// The trace of changes: written in the transaction of the change itself, and never touched again.
import { z } from 'zod';
import type { Db, Tx } from '../database/open.ts';
import { CountyId, PersonId } from '../ids.ts';
import { type Change, ChangedField } from './change.ts';

export async function addChange(tx: Tx, change: Change): Promise<void> {
  await tx.change.create({ data: { ...change, fields: [...change.fields] } });
}

export interface ChangesOf {
  readonly countyId: CountyId;
  readonly topic: string;
  readonly subjectId: string;
}

/** The newest first. */
export async function listChanges(db: Db, { countyId, topic, subjectId }: ChangesOf): Promise<readonly Change[]> {
  const rows = await db.change.findMany({
    where: { countyId, topic, subjectId },
    select: {
      countyId: true,
      topic: true,
      subjectId: true,
      act: true,
      byId: true,
      operator: true,
      at: true,
      fields: true,
    },
    orderBy: { id: 'desc' },
  });
  return rows.map(({ fields, byId, operator, ...row }) => ({
    ...row,
    ...(operator === null ? { byId: PersonId.parse(byId) } : { operator }),
    countyId: CountyId.parse(row.countyId),
    fields: z.array(ChangedField).readonly().parse(fields),
  }));
}
