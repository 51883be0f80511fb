// Somebody sent a form: it is answered in the same modal, with a receipt, or with what is wrong at its fields.
import { entriesOf } from '../../message/entries.ts';
import { submit } from '../../outer/perform.ts';
import type { Answer } from '../../platform.ts';
import { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { ask } from './slack-ask.ts';
import { composeCard } from './slack-card.ts';
import { readEntries } from './slack-entries.ts';
import { toSubmissionKey } from './slack-incoming.ts';
import { toBlockId } from './slack-input.ts';
import { composeBlocks, composeForm, composeWords, FORM, readMark, type View } from './slack-modal.ts';
import type { Answering } from './slack-parts.ts';
import type { Of, ShownView } from './slack-payload.ts';
import { composeQuestion, QUESTION, QUESTION_TEXT } from './slack-shortcut.ts';

/** What Slack takes in answer to a form that was sent. */
export type Response =
  | { readonly response_action: 'update'; readonly view: View }
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> };

export async function answerSubmission(parts: Answering, payload: Of<'submission'>): Promise<Response | undefined> {
  switch (payload.view.callback_id) {
    case FORM:
      return answerForm(parts, payload);
    case QUESTION:
      return answerQuestion(parts, payload);
    default:
      return undefined;
  }
}

/** Shown in place of the form while the answer takes longer than Slack waits. */
export function sayWait({ view }: Of<'submission'>): Response {
  const language = readLanguageOf(view);
  return toUpdate(composeWords(textsIn(language).slack.wait.saving, language));
}

async function answerForm(parts: Answering, payload: Of<'submission'>): Promise<Response | undefined> {
  const { teamId, user, view } = payload;
  const mark = readMark(view.private_metadata ?? '');
  if (!mark) return undefined;
  const { promptId, basedOn, language } = mark;
  const entries = readEntries(view);
  const key = toSubmissionKey(payload, entries);
  const answer = await ask(parts, { teamId, userId: user.id, language }, (from) =>
    submit(parts.handle, { key, from, promptId, entries, basedOn }),
  );
  return toResponse(answer, { view, entries, nonce: mark.nonce, language });
}

async function answerQuestion(parts: Answering, payload: Of<'submission'>): Promise<Response> {
  const { teamId, user, view } = payload;
  const language = readLanguageOf(view);
  const entries = readEntries(view);
  const key = toSubmissionKey(payload, entries);
  const text = `${entries[QUESTION_TEXT] ?? textsIn(language).slack.commands.help}`;
  const answer = await ask(parts, { teamId, userId: user.id, language }, (from) =>
    parts.handle.take({ kind: 'wrote', key, from, text }),
  );
  return toUpdate(composeQuestion(answer, language));
}

function readLanguageOf({ private_metadata: metadata = '' }: ShownView): Language {
  return readMark(metadata)?.language ?? Language.safeParse(metadata).data ?? 'sv';
}

interface Sent {
  readonly view: ShownView;
  readonly entries: Readonly<Record<string, string | readonly string[]>>;
  readonly nonce: string;
  readonly language: Language;
}

function toResponse(answer: Answer, sent: Sent): Response {
  const { language } = sent;
  switch (answer.kind) {
    case 'receipt':
    case 'note':
      return toUpdate(composeWords(answer.text, language));
    case 'form':
      return toUpdate(composeForm({ shown: answer }));
    case 'faults':
      return toErrors(answer, sent) ?? toUpdate(composeForm({ shown: answer }));
    case 'card':
      return toUpdate(composeBlocks(composeCard(answer.message), language));
    case 'cards':
      return toUpdate(
        composeBlocks(
          answer.messages.flatMap((message) => composeCard(message)),
          language,
        ),
      );
    case 'views':
    case 'nothing':
      return toUpdate(composeWords(textsIn(language).slack.wait.done, language));
  }
}

/**
 * Slack's own way of telling what is wrong, at the fields, and with what was typed still there. It has no place for what is
 * said of the whole: that stands before the first. Undefined where a field is not in the modal, or something else stands
 * in it by now.
 */
function toErrors(answer: Extract<Answer, { kind: 'faults' }>, { view, entries, nonce, language }: Sent) {
  const shown = new Set(view.blocks?.map(({ block_id }) => block_id));
  const faults = answer.faults.map(({ field, message }) => ({ block: toBlockId(nonce, field), message }));
  const isSame = sort(entriesOf(answer.form, answer.values, language)) === sort(entries);
  if (!isSame || faults.length === 0 || !faults.every(({ block }) => shown.has(block))) return undefined;
  const told = faults.map(({ block, message }, at) => [block, at === 0 ? `${answer.text} ${message}` : message]);
  return { response_action: 'errors', errors: Object.fromEntries(told) } as const;
}

function sort(entries: Sent['entries']): string {
  return JSON.stringify(Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function toUpdate(view: View): Response {
  return { response_action: 'update', view };
}
