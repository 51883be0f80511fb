// From a form that a browser sent to something that a person did.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PromptId } from '../../ids.ts';
import { Answers } from '../../message/form.ts';
import type { Incoming, PlatformUser } from '../../platform.ts';
import { type Place, toPlace } from './room-place.ts';
import { RoomMessageId } from './room-store.ts';

/** What every form of the room carries beside its fields. No field's key begins with "_". */
const Carried = z.object({
  /** Made anew each time a page is shown. */
  _nonce: z.uuid(),
  /** Where the person was. */
  _at: z.string().optional(),
  /** The message they acted on. */
  _on: RoomMessageId.optional(),
  /** The prompt that the form answers. */
  _prompt: PromptId.optional(),
  /** The version of the reply that they saw. */
  _basedOn: z.coerce.number().int().min(0).default(0),
  /** Put aside, not sent. */
  _draft: z.string().optional(),
  /** A pressed button's value. */
  _press: z.string().optional(),
});
type Carried = z.infer<typeof Carried>;

const Entries = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
type Entries = z.infer<typeof Entries>;

/** What a one-press button carries. */
const Pressed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), promptId: PromptId, answers: Answers }).readonly(),
  z.object({ kind: z.literal('repeat'), promptId: PromptId }).readonly(),
  z.object({ kind: z.literal('delegate'), promptId: PromptId }).readonly(),
]);
type Pressed = z.infer<typeof Pressed>;

type Base = Pick<Incoming, 'key' | 'from'>;

export interface Act {
  readonly incoming: Incoming;
  readonly nonce: string;
  readonly at: Place | undefined;
  readonly messageId: RoomMessageId | undefined;
}

export function writePress(pressed: Pressed): string {
  return JSON.stringify(pressed);
}

/** A pressed button, a filled-in form, or something written to Samverk. Undefined when the body is not one of ours. */
export function readAct(body: unknown, from: PlatformUser): Act | undefined {
  const carried = Carried.safeParse(body).data;
  const entries = Entries.safeParse(body).data;
  if (!carried || !entries) return undefined;
  const base = { key: toKey(from, carried._nonce, entries), from };
  if (carried._press !== undefined) {
    const pressed = readPress(carried._press);
    return pressed && toAct(carried, toIncoming(base, pressed));
  }
  if (!carried._prompt) return readWritten(carried, base, entries.text);
  const answer = { promptId: carried._prompt, entries: readTyped(entries), basedOn: carried._basedOn };
  return toAct(carried, { ...base, kind: carried._draft === undefined ? 'submitted' : 'drafted', ...answer });
}

/**
 * The same form sent twice is one act. The digest tells it from a form that was gone back to, changed and sent again:
 * that is another act, and must not be answered with the first one's receipt.
 */
function toKey(from: PlatformUser, nonce: string, entries: Entries): string {
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16);
  return `room:${from.user}:${nonce}:${digest}`;
}

function readWritten(carried: Carried, base: Base, text: Entries[string] | undefined): Act | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return toAct(carried, { ...base, kind: 'wrote', text: text.trim() });
}

function toAct({ _nonce, _at, _on }: Carried, incoming: Incoming): Act {
  return { incoming, nonce: _nonce, at: _at === undefined ? undefined : toPlace(_at), messageId: _on };
}

function toIncoming(base: Base, pressed: Pressed): Incoming {
  const { promptId } = pressed;
  if (pressed.kind === 'repeat') return { ...base, kind: 'repeated', promptId };
  if (pressed.kind === 'delegate') return { ...base, kind: 'delegated', promptId };
  return { ...base, kind: 'pressed', promptId, answers: pressed.answers };
}

function readPress(value: string): Pressed | undefined {
  try {
    return Pressed.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

/** Browsers send line breaks as two characters; they count as one against a field's limit. */
function readTyped(entries: Entries): Entries {
  const own = Object.entries(entries).filter(([key]) => !key.startsWith('_'));
  return Object.fromEntries(
    own.map(([key, value]) => [key, Array.isArray(value) ? value : value.replaceAll('\r\n', '\n')]),
  );
}
