// What a report was counted from: every question of the year, everybody asked and every version of every answer.
import { z } from 'zod';
import { Answers } from '../message/form.ts';

const text = z.string();
const optional = z.string().exactOptional();

export const RawPrompt = z
  .object({
    id: text,
    topic: text,
    subject: text,
    question: text,
    period: text,
    title: text,
    answerBy: text,
    fields: z.array(text).readonly(),
  })
  .readonly();
export type RawPrompt = z.infer<typeof RawPrompt>;

/** `unit` is what answers once: the person, or the organisation as a whole. */
export const RawAsked = z
  .object({
    prompt: text,
    unit: text,
    organisation: text,
    group: optional,
    municipality: optional,
    isReleased: z.boolean(),
  })
  .readonly();
export type RawAsked = z.infer<typeof RawAsked>;

export const RawReply = z
  .object({
    receipt: text,
    prompt: text,
    unit: text,
    version: z.int(),
    isCurrent: z.boolean(),
    organisation: text,
    /** The title of whoever answered. */
    by: text,
    isLate: z.boolean(),
    isCopy: z.boolean(),
    at: text,
    answers: Answers,
  })
  .readonly();
export type RawReply = z.infer<typeof RawReply>;

export const RawYear = z
  .object({
    prompts: z.array(RawPrompt).readonly(),
    asked: z.array(RawAsked).readonly(),
    replies: z.array(RawReply).readonly(),
  })
  .readonly();
export type RawYear = z.infer<typeof RawYear>;
