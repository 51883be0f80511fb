// A question ends before its time: nobody is reminded of it any more, and its cards say that it is closed.
import type { Tx } from '../../database/open.ts';
import { listOccurrences } from '../../reminders/occurrence-store.ts';
import { cancelIn } from '../../reminders/steer.ts';
import { isClosed } from '../../replies/prompt.ts';
import { closePrompt } from '../../replies/prompt-steer-store.ts';
import type { DeskAsking } from '../desk-act.ts';
import type { Told } from '../desk-subject.ts';
import { rewriteCards } from '../tell-moved.ts';
import { listQuestions } from './questions.ts';

/**
 * One that has closed already keeps the moment at which it did.
 * @returns how many reminders were taken off
 */
export async function endQuestions(tx: Tx, { road, now }: DeskAsking, told: readonly Told[]): Promise<number> {
  let count = 0;
  for (const one of told) {
    const occurrences = await listOccurrences(tx, one.topic, one);
    const own = occurrences.filter(({ question }) => question !== undefined && isAbout(one, question));
    for (const step of new Set(own.map((occurrence) => occurrence.step))) count += await cancelIn(tx, one, step);
    const prompts = await listQuestions(tx, [one]);
    for (const prompt of prompts.filter((each) => !isClosed(each, now))) await closePrompt(tx, prompt, now);
    await rewriteCards(road, tx, one);
  }
  return count;
}

function isAbout({ question }: Told, asked: string): boolean {
  return question === undefined || question === asked;
}
