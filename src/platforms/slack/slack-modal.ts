// A form as a modal: the questions that are to be answered now, what stands in them, and why it is shown.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { PromptId } from '../../ids.ts';
import { missingFor, visibleFields } from '../../message/conditions.ts';
import { type Entries, entriesOf } from '../../message/entries.ts';
import type { Field, Form } from '../../message/form.ts';
import type { ShownForm } from '../../outer/invite.ts';
import { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { type Block, toContext, toLine, toPlain, toRich } from './slack-block.ts';
import { composeTitle } from './slack-card.ts';
import { readJson } from './slack-data.ts';
import { composeField } from './slack-input.ts';
import { form as limits, refuseTooLarge, size } from './slack-limits.ts';
import { findExcess } from './slack-measure.ts';

/** What a modal carries beside its fields: which question it asks, and as of when. */
const FormMark = z
  .object({
    promptId: PromptId,
    /** The version of the reply that the person saw. */
    basedOn: z.int().min(0),
    /** Made anew each time the form is shown: what stands in its fields is Slack's to keep until then. */
    nonce: z.string().min(1),
    language: Language,
  })
  .readonly();
export type FormMark = z.infer<typeof FormMark>;

export interface View {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly Block[];
  readonly [property: string]: unknown;
}

export const FORM = 'form';
/** By which the reason is found again when the questions change. */
export const REASON = 'reason';

export interface FormDrawing {
  readonly shown: ShownForm;
  /** Of a showing that goes on; without it another begins. */
  readonly nonce?: string;
  /** As typed, and before what the form brings with it. */
  readonly typed?: Entries;
}

/** @throws PlatformError "too-large" */
export function composeForm({ shown, nonce = makeNonce(), typed = {} }: FormDrawing): View {
  const { form, title, promptId, basedOn, language } = shown;
  const texts = textsIn(language);
  const entries = { ...entriesOf(form, shown.values, language), ...typed };
  const faults = shown.kind === 'faults' ? shown.faults : [];
  const fields = visibleFields(form, entries);
  const isLong = title.length > limits.title;
  const short = shown.isPreviewed ? texts.slack.wait.title : texts.slack.form.title;
  const blocks = [
    ...(isLong ? [composeTitle(title)] : []),
    ...composeReason(shown.kind === 'faults' ? shown.text : shown.notice),
    ...fields.flatMap((field) =>
      composeField(form, field, {
        nonce,
        entry: entries[field.key],
        fault: faults.find((fault) => fault.field === field.key)?.message,
        isRequired: isRequired(form, field, entries),
        decides: decides(form, field),
        language,
      }),
    ),
    ...(fields.some(({ kind }) => kind === 'text') ? [toContext(texts.forms.noIndividuals)] : []),
  ];
  const excess = findExcess(blocks, size.mostViewBlocks);
  if (excess) refuseTooLarge(excess.what, excess.most);
  return {
    type: 'modal',
    callback_id: FORM,
    title: toPlain(isLong ? short : title),
    submit: toPlain(shown.isPreviewed ? texts.desk.preview.show : texts.slack.form.send),
    close: toPlain(texts.slack.form.close),
    private_metadata: JSON.stringify({ promptId, basedOn, nonce, language } satisfies FormMark),
    blocks,
  };
}

/** Undefined when it is not one of ours. */
export function readMark(metadata: string): FormMark | undefined {
  return FormMark.safeParse(readJson(metadata)).data;
}

/** A modal that only says something. */
export function composeWords(text: string, language: Language): View {
  return composeBlocks([toRich(toLine({ text }))], language);
}

export function composeBlocks(blocks: readonly Block[], language: Language): View {
  const { title, done } = textsIn(language).slack.wait;
  const excess = findExcess(blocks, size.mostViewBlocks);
  if (excess) refuseTooLarge(excess.what, excess.most);
  return { type: 'modal', callback_id: 'words', title: toPlain(title), close: toPlain(done), blocks };
}

/** Why it is shown, where it was not asked for; what is wrong as a whole. */
function composeReason(text: string | undefined): readonly Block[] {
  if (text === undefined) return [];
  return [{ ...toRich(toLine({ text, isBold: true })), block_id: REASON }];
}

function isRequired(form: Form, field: Field, { [field.key]: _, ...others }: Entries): boolean {
  return missingFor(form, others).some(({ key }) => key === field.key);
}

function decides({ fields }: Form, { key }: Field): boolean {
  return fields.some(
    ({ shownWhen, required }) => shownWhen?.field === key || (typeof required === 'object' && required.field === key),
  );
}

function makeNonce(): string {
  return randomUUID().slice(0, 8);
}
