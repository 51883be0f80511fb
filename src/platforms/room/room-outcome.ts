// What came of an act, kept in a cookie for the page that the browser is led to, so that a reload sends nothing again.
import type { Request, Response } from 'express';
import { z } from 'zod';
import { PromptId } from '../../ids.ts';
import type { AnswerValue } from '../../message/form.ts';
import { readCookie, setCookie } from '../../page/cookie.ts';
import { Answer } from '../../platform.ts';
import { ROOM, type RoomSetting } from './room-setting.ts';
import { RoomMessageId } from './room-store.ts';

/** Not kept, as far as anybody knows: what was typed stays in the form. */
export interface NotKept {
  readonly kind: 'not-kept';
  /** Why; without it something broke on our side. */
  readonly text?: string;
  readonly values?: Readonly<Record<string, AnswerValue>>;
}

export interface Outcome {
  readonly promptId?: PromptId | undefined;
  /** The message that was acted on: the outcome is shown there. */
  readonly messageId?: RoomMessageId | undefined;
  readonly answer: Answer | NotKept;
}

const Kept = z.object({
  nonce: z.uuid(),
  sessionId: z.uuid(),
  promptId: PromptId.optional(),
  messageId: RoomMessageId.optional(),
  answer: Answer,
});

const COOKIE = 'samverk_outcome';
const LASTS_MS = 10 * 60 * 1000;
/** Browsers drop cookies over 4 KB. */
const MOST_BYTES = 3500;

export interface Keeping {
  readonly nonce: string;
  readonly sessionId: string;
  readonly outcome: Outcome;
}

/**
 * False when the outcome must be shown at once instead: it is too large for a cookie, or it holds what was typed and
 * not accepted, which is never written down anywhere.
 */
export function keepOutcome(setting: RoomSetting, response: Response, { nonce, sessionId, outcome }: Keeping): boolean {
  if (outcome.answer.kind === 'faults' || outcome.answer.kind === 'not-kept') return false;
  const value = setting.seal.close('kept', { nonce, sessionId, ...outcome });
  if (value.length > MOST_BYTES) return false;
  setCookie(setting, response, { name: COOKIE, value, path: ROOM, lastsMs: LASTS_MS });
  return true;
}

/** The outcome of the act that led to this address, for the session that acted. */
export function readOutcome(setting: RoomSetting, request: Request, sessionId: string): Outcome | undefined {
  const kept = setting.seal.open('kept', readCookie(request, COOKIE) ?? '', Kept);
  return kept && kept.nonce === request.query.done && kept.sessionId === sessionId ? kept : undefined;
}

export function addOutcome(url: string, nonce: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}done=${nonce}#done`;
}
