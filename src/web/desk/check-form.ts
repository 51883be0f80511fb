// Can what was filled in on a page of the desk be kept? If not, what is wrong with it, said once above and at each field.
import { readAnswers } from '../../message/answers.ts';
import type { Entries } from '../../message/entries.ts';
import type { Answers, Form } from '../../message/form.ts';
import { findPersonalNumberIn } from '../../message/personal-number.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Outcome } from './visit.ts';

export type Wrong = Pick<Extract<Outcome, { kind: 'faults' }>, 'text' | 'faults'>;

export function checkForm(form: Form, entries: Entries, language: Language): { readonly answers: Answers } | Wrong {
  const { forms, deskYear } = textsIn(language);
  const named = findPersonalNumberIn(entries);
  if (named !== undefined) {
    const { inMessage, atField } = forms.personalNumber;
    return { text: inMessage, faults: [{ field: named, message: atField }] };
  }
  const read = readAnswers(form, entries, language);
  return 'faults' in read ? { text: deskYear.activity.notKept(read.faults.length), faults: read.faults } : read;
}
