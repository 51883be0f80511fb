// The drafts of those who stand at the desk.
import type { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import { dropNulls } from '../directory/rows.ts';
import { CountyId, type PersonId, type PromptId } from '../ids.ts';
import type { Answers } from '../message/form.ts';
import { Draft, LASTS_MS } from './draft.ts';

const select = {
  id: true,
  countyId: true,
  personId: true,
  act: true,
  kind: true,
  subjectId: true,
  values: true,
  version: true,
  state: true,
  said: true,
  startedAt: true,
} as const satisfies Prisma.DeskDraftSelect;

/** Those that nobody comes back to go, so that the table does not grow for ever. */
export async function addDraft(tx: Tx, draft: Draft): Promise<void> {
  const { countyId, startedAt } = draft;
  await tx.deskDraft.deleteMany({ where: { countyId, startedAt: { lt: new Date(startedAt.getTime() - LASTS_MS) } } });
  await tx.deskDraft.createMany({ data: toRow(draft), skipDuplicates: true });
}

/** Somebody's own. Anybody else's is not there. */
export async function findDraft(
  db: Db,
  { id: personId, countyId }: { readonly id: PersonId; readonly countyId: CountyId },
  id: PromptId,
): Promise<Draft | undefined> {
  const row = await db.deskDraft.findFirst({ where: { id, personId, countyId }, select });
  return row ? Draft.parse(dropNulls(row)) : undefined;
}

/** Which county a draft is about, for a door that knows somebody in several. */
export async function findDraftCounty(db: Db, id: PromptId): Promise<CountyId | undefined> {
  const row = await db.deskDraft.findUnique({ where: { id }, select: { countyId: true } });
  return row ? CountyId.parse(row.countyId) : undefined;
}

/** Holds it for this transaction, so that two who confirm it at once take turns. */
export async function lockDraft(tx: Tx, { id, personId, countyId }: Draft): Promise<Draft | undefined> {
  await tx.$executeRaw`select 1 from desk_draft where id = ${id}::uuid and county_id = ${countyId} for update`;
  return findDraft(tx, { id: personId, countyId }, id);
}

export async function keepFilled(tx: Tx, { id, countyId }: Draft, values: Answers): Promise<void> {
  await tx.deskDraft.updateMany({
    where: { id, countyId, state: 'open' },
    data: { values, version: { increment: 1 } },
  });
}

export async function endDraft(
  tx: Tx,
  { id, countyId }: Draft,
  end: { readonly state: 'done' | 'dropped'; readonly said?: string; readonly subjectId?: string },
): Promise<void> {
  await tx.deskDraft.updateMany({ where: { id, countyId }, data: end });
}

function toRow(draft: Draft) {
  const { values, subjectId = null, said = null } = draft;
  return { ...draft, subjectId, said, ...(values && { values }) };
}
