// The prompts that a person looks at, with what has been answered for them, in a few statements.
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { CountyId, OrganisationId, PersonId, PromptId } from '../ids.ts';
import { type Draft, listDrafts } from './draft-store.ts';
import { type Prompt, toUnit } from './prompt.ts';
import { findPrompts, listOpenPromptIds } from './prompt-store.ts';
import type { Reply } from './reply.ts';
import { listCurrentReplies, listUnitsAnsweredBefore } from './reply-store.ts';

export interface PromptForPerson {
  readonly prompt: Prompt;
  readonly canAnswer: boolean;
  readonly canRepeat: boolean;
  readonly reply?: Reply;
  /** What answers once: they themself, or their organisation. */
  readonly unit: string;
  /** What they have begun to answer and not sent. */
  readonly draft?: Draft;
}

interface Viewer {
  readonly id: PersonId;
  readonly countyId: CountyId;
  readonly organisationId: OrganisationId;
}

/** The prompts that wait for a person's answer, answered ones among them while they may be changed; most urgent first. */
export async function listOpenPrompts(db: Db, viewer: Viewer, now: Instant): Promise<readonly PromptForPerson[]> {
  return listPromptsFor(db, viewer, await listOpenPromptIds(db, viewer, now));
}

/** These prompts as they stand for a person, in the order given. */
export async function listPromptsFor(
  db: Db,
  viewer: Viewer,
  promptIds: readonly PromptId[],
): Promise<readonly PromptForPerson[]> {
  const { countyId } = viewer;
  const found = new Map((await findPrompts(db, countyId, promptIds)).map((prompt) => [prompt.id, prompt]));
  const prompts = promptIds.flatMap((id) => found.get(id) ?? []);
  const asked = await db.asked.findMany({
    where: { countyId, promptId: { in: prompts.map(({ id }) => id) } },
    select: { promptId: true, personId: true, unit: true, organisationId: true, releasedAt: true },
  });
  const replies = await listCurrentReplies(
    db,
    countyId,
    prompts.map(({ id }) => id),
  );
  const drafts = await listDrafts(db, viewer, promptIds);
  const repeatable = await listUnitsAnsweredBefore(db, countyId, prompts);
  return prompts.map((prompt) => {
    const own = asked.find(({ promptId, personId }) => promptId === prompt.id && personId === viewer.id);
    const unit = own?.unit ?? toUnit(prompt.answerPer, { personId: viewer.id, organisationId: viewer.organisationId });
    const askedHere = asked.filter((one) => one.promptId === prompt.id && one.unit === unit);
    // Whoever handed the question on does not take it back as a colleague of the one who has it now.
    const canAnswer = own ? own.releasedAt === null : askedHere.some(({ releasedAt }) => releasedAt === null);
    const reply = replies.find((one) => one.promptId === prompt.id && one.unit === unit);
    const canRepeat = canAnswer && repeatable.has(`${prompt.subjectId} ${unit}`);
    const draft = drafts.get(prompt.id);
    return {
      ...{ prompt, canAnswer, canRepeat, unit },
      ...(askedHere.length > 0 && reply ? { reply } : {}),
      ...(draft ? { draft } : {}),
    };
  });
}
