// An occurrence as its topic sees it.
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { isClosed, type Prompt } from '../replies/prompt.ts';
import { readStanding } from '../replies/reply-store.ts';
import type { Due, OpenPrompt } from '../topic.ts';
import type { Occurrence } from './occurrence.ts';

/** @param told when it is, or was, told */
export function toDue(occurrence: Occurrence, told: Instant, prompt?: OpenPrompt): Due {
  const { countyId, id, step, kind, date, question } = occurrence;
  return {
    countyId,
    subjectId: id,
    step,
    kind,
    date,
    now: told,
    ...(question === undefined ? {} : { question }),
    ...(prompt === undefined ? {} : { prompt }),
  };
}

/** A prompt's subject as its topic sees it now, whichever reminder carried the prompt. */
export async function toPromptDue(
  db: Db,
  prompt: Prompt,
  now: Instant,
): Promise<Due & { readonly prompt: OpenPrompt }> {
  const { timeZone } = await readCounty(db, prompt.countyId);
  return {
    countyId: prompt.countyId,
    subjectId: prompt.subjectId,
    step: prompt.question,
    kind: 'reminder',
    date: toLocal(now, timeZone).date,
    now,
    question: prompt.question,
    prompt: await readOpenPrompt(db, prompt, now),
  };
}

/** A prompt with where it stands. */
export async function readOpenPrompt(db: Db, prompt: Prompt, now: Instant): Promise<OpenPrompt> {
  const { id, form, answerBy } = prompt;
  return { id, form, answerBy, isClosed: isClosed(prompt, now), standing: await readStanding(db, prompt) };
}
