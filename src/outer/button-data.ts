// What our buttons carry on platforms that are not ours, and what comes back of it when one is pressed.
import { z } from 'zod';
import { PromptId } from '../ids.ts';
import { Answers } from '../message/form.ts';

export const ButtonData = z.discriminatedUnion('act', [
  z.object({ act: z.literal('answer'), promptId: PromptId, answers: Answers }).readonly(),
  z.object({ act: z.literal('repeat'), promptId: PromptId }).readonly(),
  z.object({ act: z.literal('delegate'), promptId: PromptId }).readonly(),
  z.object({ act: z.literal('fill'), promptId: PromptId }).readonly(),
  z.object({ act: z.literal('view'), promptIds: z.array(PromptId).max(20).readonly() }).readonly(),
]);
export type ButtonData = z.infer<typeof ButtonData>;
