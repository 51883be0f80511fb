// Something is called off while it is asked about: nobody waits for the answers that have not come.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { findSilent } from '../reminders/silent.ts';
import { isClosed } from '../replies/prompt.ts';
import { releaseAsked } from '../replies/prompt-store.ts';
import { readStanding } from '../replies/reply-store.ts';
import type { Told } from './desk-subject.ts';
import { listQuestions } from './steering/questions.ts';

/** They are not said to have been silent, here or when the year is followed up. Of what had closed before, they were. */
export async function releaseSilent(tx: Tx, told: readonly Told[], now: Instant): Promise<void> {
  for (const prompt of await listQuestions(tx, told)) {
    if (isClosed(prompt, now)) continue;
    const silent = findSilent(await readStanding(tx, prompt)).map(({ personId }) => personId);
    await releaseAsked(tx, prompt, silent, now);
  }
}
