// What our buttons carry, and what comes back of it when one is pressed.
import { z } from 'zod';
import { PromptId } from '../../ids.ts';
import { ButtonData } from '../../outer/button-data.ts';

/** What a form carries beside its fields. No field's key begins with "_". */
const FormMark = z
  .object({
    promptId: PromptId,
    /** The version of the reply that the person saw. */
    basedOn: z.int().min(0),
    /** Made anew each time the form is shown: the same form sent twice is one act. */
    nonce: z.uuid(),
    /** The fields in which several can be chosen. */
    lists: z.array(z.string()).readonly(),
  })
  .readonly();
export type FormMark = z.infer<typeof FormMark>;

type Entries = Readonly<Record<string, string | string[]>>;

export interface SentForm extends FormMark {
  readonly act: 'submit';
  readonly entries: Record<string, string | string[]>;
}
export type CardData = ButtonData | SentForm;

const SentFields = z.looseObject({ _form: FormMark });

/** Undefined when it is not one of ours. */
export function readCardData(data: unknown): CardData | undefined {
  const sent = SentFields.safeParse(data).data;
  if (!sent) return ButtonData.safeParse(data).data;
  const { _form: mark, ...fields } = sent;
  return { act: 'submit', ...mark, entries: readEntries(fields, mark.lists) };
}

/** Clients give a number for a number, nothing for nothing, and several choices with commas between them. */
function readEntries(
  fields: Readonly<Record<string, unknown>>,
  lists: readonly string[],
): Record<string, string | string[]> {
  const entries: [string, string | string[]][] = [];
  for (const [key, value] of Object.entries(fields)) {
    const text = Field.safeParse(value).data;
    if (text === undefined || !/^[a-z][a-zA-Z0-9]*$/.test(key)) continue;
    entries.push([key, lists.includes(key) ? readChoices(text) : text.replaceAll('\r\n', '\n')]);
  }
  return Object.fromEntries(entries) satisfies Entries;
}

const Field = z.union([z.string(), z.number().transform(String)]);

/** Commas part the choices, so that a choice's own are written otherwise. */
export function writeChoice(value: string): string {
  return encodeURIComponent(value);
}

export function readChoices(text: string): string[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
