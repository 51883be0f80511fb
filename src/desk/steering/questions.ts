// The questions that a subject of the desk has put to people so far.
import type { Db } from '../../database/open.ts';
import type { Prompt } from '../../replies/prompt.ts';
import { listPromptsAbout } from '../../replies/prompt-store.ts';
import type { Told } from '../desk-subject.ts';

export async function listQuestions(db: Db, told: readonly Told[]): Promise<readonly Prompt[]> {
  const prompts: Prompt[] = [];
  for (const { topic, question, ...subject } of told) {
    const about = await listPromptsAbout(db, topic, subject);
    prompts.push(...about.filter((prompt) => question === undefined || prompt.question === question));
  }
  return prompts;
}
