// Keeps what somebody has begun to answer and not sent. Nobody else sees it.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { type CountyId, type PersonId, PromptId } from '../ids.ts';
import type { Entries } from '../message/entries.ts';
import type { Prompt } from './prompt.ts';

const Draft = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** As typed, for the form it was typed into. Only once it is known to name nobody. */
export async function keepDraft(
  db: Db,
  prompt: Prompt,
  { personId, entries, at }: { readonly personId: PersonId; readonly entries: Entries; readonly at: Instant },
): Promise<void> {
  const data = { entries: Draft.parse(entries), savedAt: at };
  await db.draft.upsert({
    where: { promptId_personId: { promptId: prompt.id, personId } },
    create: { promptId: prompt.id, personId, countyId: prompt.countyId, ...data },
    update: data,
  });
}

export async function findDraft(db: Db, prompt: Prompt, personId: PersonId): Promise<Entries | undefined> {
  const row = await db.draft.findFirst({
    where: { promptId: prompt.id, personId, countyId: prompt.countyId },
    select: { entries: true },
  });
  return row ? Draft.parse(row.entries) : undefined;
}

/** What a person has begun of these prompts. */
export async function listDrafts(
  db: Db,
  { countyId, id: personId }: { readonly countyId: CountyId; readonly id: PersonId },
  promptIds: readonly PromptId[],
): Promise<ReadonlyMap<PromptId, Entries>> {
  const rows = await db.draft.findMany({
    where: { countyId, personId, promptId: { in: [...promptIds] } },
    select: { promptId: true, entries: true },
  });
  return new Map(rows.map(({ promptId, entries }) => [PromptId.parse(promptId), Draft.parse(entries)]));
}

/** They have answered: what was begun is sent. */
export async function dropDraft(db: Db, prompt: Prompt, personId: PersonId): Promise<void> {
  await db.draft.deleteMany({ where: { promptId: prompt.id, personId, countyId: prompt.countyId } });
}
