// Keeps what somebody has begun to answer and not sent. Nobody else sees it.
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { type CountyId, type PersonId, PromptId } from '../ids.ts';
import type { Entries } from '../message/entries.ts';
import type { Prompt } from './prompt.ts';
import type { Reply } from './reply.ts';

const entriesOf = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export interface Draft {
  readonly entries: Entries;
  /** The version of the reply that the person saw when they wrote it; 0 where there was none. */
  readonly basedOn: number;
}

/** Somebody has answered since: the answer is not what this was written over. */
export function isOvertaken({ basedOn }: Draft, { version }: Pick<Reply, 'version'>): boolean {
  return basedOn < version;
}

/** As typed, for the form it was typed into. Only once it is known to name nobody. */
export async function keepDraft(
  db: Db,
  prompt: Prompt,
  { personId, entries, basedOn, at }: Draft & { readonly personId: PersonId; readonly at: Instant },
): Promise<void> {
  const data = { entries: entriesOf.parse(entries), basedOn, savedAt: at };
  await db.draft.upsert({
    where: { promptId_personId: { promptId: prompt.id, personId } },
    create: { promptId: prompt.id, personId, countyId: prompt.countyId, ...data },
    update: data,
  });
}

export async function findDraft(db: Db, prompt: Prompt, personId: PersonId): Promise<Draft | undefined> {
  const row = await db.draft.findFirst({
    where: { promptId: prompt.id, personId, countyId: prompt.countyId },
    select: { entries: true, basedOn: true },
  });
  return row ? toDraft(row) : undefined;
}

/** What a person has begun of these prompts. */
export async function listDrafts(
  db: Db,
  { countyId, id: personId }: { readonly countyId: CountyId; readonly id: PersonId },
  promptIds: readonly PromptId[],
): Promise<ReadonlyMap<PromptId, Draft>> {
  const rows = await db.draft.findMany({
    where: { countyId, personId, promptId: { in: [...promptIds] } },
    select: { promptId: true, entries: true, basedOn: true },
  });
  return new Map(rows.map((row) => [PromptId.parse(row.promptId), toDraft(row)]));
}

function toDraft({ entries, basedOn }: { readonly entries: unknown; readonly basedOn: number }): Draft {
  return { entries: entriesOf.parse(entries), basedOn };
}

/** They have answered: what was begun is sent. */
export async function dropDraft(db: Db, prompt: Prompt, personId: PersonId): Promise<void> {
  await db.draft.deleteMany({ where: { promptId: prompt.id, personId, countyId: prompt.countyId } });
}
