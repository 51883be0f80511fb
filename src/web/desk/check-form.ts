// Can what was filled in on a page of the desk be kept?
import { checkEntries, type Wrong } from '../../message/check-entries.ts';
import type { Entries } from '../../message/entries.ts';
import type { Answers, Form } from '../../message/form.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';

export function checkForm(form: Form, entries: Entries, language: Language): { readonly answers: Answers } | Wrong {
  return checkEntries(form, entries, { language, notKept: textsIn(language).deskYear.activity.notKept });
}
