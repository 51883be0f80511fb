// What is shown to people: title, parts and buttons, perhaps a form. No platform in it, no mark-up.
import { z } from 'zod';
import { PromptId } from '../ids.ts';
import { Language } from '../text/language.ts';
import { Answers, Form, Light } from './form.ts';

const Fact = z.object({ label: z.string(), value: z.string() }).readonly();

export const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }).readonly(),
  z.object({ kind: z.literal('facts'), facts: z.array(Fact).min(1).readonly() }).readonly(),
  z
    .object({ kind: z.literal('list'), title: z.string().optional(), items: z.array(z.string()).min(1).readonly() })
    .readonly(),
  /** "7 av 12 har svarat", with the numbers for a platform that draws them. */
  z
    .object({ kind: z.literal('progress'), text: z.string(), answered: z.int().min(0), asked: z.int().min(0) })
    .readonly(),
  /** Something the reader should notice first: a moved deadline, a closed question. */
  z.object({ kind: z.literal('notice'), text: z.string(), tone: z.enum(['info', 'success', 'warning']) }).readonly(),
  /** Small print. */
  z.object({ kind: z.literal('note'), text: z.string() }).readonly(),
]);
export type Part = z.infer<typeof Part>;

export const Button = z.discriminatedUnion('kind', [
  /** Answers in one press. Where the form then needs more, the form opens with this filled in. */
  z
    .object({
      kind: z.literal('answer'),
      label: z.string(),
      promptId: PromptId,
      answers: Answers,
      light: Light.optional(),
    })
    .readonly(),
  /** Opens the form. */
  z.object({ kind: z.literal('fill'), label: z.string(), promptId: PromptId }).readonly(),
  /** "Ingen förändring": last time's answer again. */
  z.object({ kind: z.literal('repeat'), label: z.string(), promptId: PromptId }).readonly(),
  /** "Be ersättaren svara": the question goes to whoever stands behind the person. */
  z.object({ kind: z.literal('delegate'), label: z.string(), promptId: PromptId }).readonly(),
  z.object({ kind: z.literal('link'), label: z.string(), url: z.url() }).readonly(),
]);
export type Button = z.infer<typeof Button>;

/** What a message asks. Without it, the message only tells. */
const Question = z.object({ promptId: PromptId, form: Form }).readonly();

export const Message = z
  .object({
    language: Language,
    title: z.string().min(1),
    parts: z.array(Part).readonly(),
    buttons: z.array(Button).readonly(),
    question: Question.optional(),
    /** What it asked until that was over: nobody answers there any more, and each reader sees their own answer. */
    past: z.object({ promptId: PromptId }).readonly().optional(),
  })
  .readonly();
export type Message = z.infer<typeof Message>;

/** The prompt that a message is about, open or over. */
export function findPromptOf({ question, past }: Pick<Message, 'question' | 'past'>): PromptId | undefined {
  return (question ?? past)?.promptId;
}

/** What a card carries of its prompt, open or over. */
export function carryPrompt(
  prompt: { readonly id: PromptId; readonly form: Form } | undefined,
  isAsking: boolean,
): Pick<Message, 'question' | 'past'> {
  if (!prompt) return {};
  const { id: promptId, form } = prompt;
  return isAsking ? { question: { promptId, form } } : { past: { promptId } };
}
