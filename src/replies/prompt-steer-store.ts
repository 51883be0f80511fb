// Closes a prompt before its time, or opens it again: from then on its ends are what somebody said.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { Prompt } from './prompt.ts';

/** Holds a question for this transaction, so that two who steer it take turns. */
export async function lockPrompt(tx: Tx, { id, countyId }: Prompt): Promise<void> {
  await tx.$executeRaw`select 1 from prompt where id = ${id}::uuid and county_id = ${countyId} for update`;
}

/** No answer is taken from now on. */
export async function closePrompt(tx: Tx, { id, countyId }: Prompt, now: Instant): Promise<void> {
  await tx.prompt.updateMany({
    where: { id, countyId },
    data: { closesAt: now, closedAt: now, isSteered: true },
  });
}

/** Answers are taken again until then, and nobody is late before. */
export async function reopenPrompt(tx: Tx, { id, countyId }: Prompt, until: Instant): Promise<void> {
  await tx.prompt.updateMany({
    where: { id, countyId },
    data: { answerBy: until, closesAt: until, closedAt: null, isSteered: true },
  });
}

/** What its subject says counts again: it was given other days. */
export async function releasePrompt(tx: Tx, { id, countyId }: Prompt): Promise<void> {
  await tx.prompt.updateMany({ where: { id, countyId }, data: { isSteered: false } });
}
