// Can what was typed into a form be kept? If not, what is wrong with it: said once above the form, and at each field.
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { readAnswers } from './answers.ts';
import type { Entries } from './entries.ts';
import type { Answers, FieldFault, Form } from './form.ts';
import { findPersonalNumberIn } from './personal-number.ts';

export interface Wrong {
  readonly text: string;
  readonly faults: readonly FieldFault[];
}

export interface CheckWords {
  readonly language: Language;
  /** Says above the form that so many fields are to be mended. */
  notKept(faults: number): string;
}

/** What identifies a person is looked for first: where it is found, nothing else is read. */
export function checkEntries(
  form: Form,
  entries: Entries,
  { language, notKept }: CheckWords,
): { readonly answers: Answers } | Wrong {
  const named = findNamed(form, entries, language);
  if (named) return named;
  const read = readAnswers(form, entries, language);
  return 'faults' in read ? { text: notKept(read.faults.length), faults: read.faults } : read;
}

/** Undefined where no field names anybody by number. */
export function findNamed({ fields }: Form, entries: Entries, language: Language): Wrong | undefined {
  const named = findPersonalNumberIn(entries);
  if (named === undefined) return undefined;
  const { inField, atField } = textsIn(language).forms.personalNumber;
  const label = fields.find(({ key }) => key === named)?.label ?? named;
  return { text: inField(label), faults: [{ field: named, message: atField }] };
}
