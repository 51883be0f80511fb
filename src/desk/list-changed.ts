// What reads otherwise in a form than before, field by field, as a preview and the trace show it.
import { describeAnswers } from '../message/describe-answers.ts';
import type { Answers, Form } from '../message/form.ts';
import type { ChangedField } from '../records/change.ts';
import type { Language } from '../text/language.ts';

export interface Compared {
  readonly before: Answers;
  readonly after: Answers;
  readonly language: Language;
}

/** Field by field, and only what reads otherwise than before. */
export function listChanged(form: Form, { before, after, language }: Compared): readonly ChangedField[] {
  const [old, fresh] = [describeAnswers(form, before, language), describeAnswers(form, after, language)];
  return form.fields.flatMap(({ key, label }) => {
    const from = old.find((one) => one.key === key)?.value;
    const to = fresh.find((one) => one.key === key)?.value;
    if (from === to) return [];
    return [{ label, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
