// A prompt's form as one person reads it: in their own language, asking the very same.
import { isDeepStrictEqual } from 'node:util';
import type { Db } from '../database/open.ts';
import type { Field, Form } from '../message/form.ts';
import type { Answer } from '../platform.ts';
import { toPromptDue } from '../reminders/due.ts';
import type { Road } from '../reminders/road.ts';
import type { Prompt } from '../replies/prompt.ts';
import type { Language } from '../text/language.ts';

export type Worded = Pick<Extract<Answer, { kind: 'form' }>, 'promptId' | 'language' | 'title' | 'form'>;

export interface Asking {
  readonly prompt: Prompt;
  readonly language: Language;
}

/**
 * A prompt is stored in one language, and its replies with it. Where the topic asks the same in the person's, they are
 * shown that; where it asks something else by now, the form stays as it was sent.
 */
export async function wordForm({ topics, clock }: Road, db: Db, asking: Asking): Promise<Worded> {
  const { prompt, language } = asking;
  const stored = { promptId: prompt.id, language, title: prompt.title, form: prompt.form };
  const { asks } = topics[prompt.topic];
  if (language === prompt.language || !asks) return stored;
  const asked = await asks(db, await toPromptDue(db, prompt, clock.now()), language);
  if (!asked || !asksTheSame(asked.form, prompt.form)) return stored;
  return { ...stored, title: asked.title, form: asked.form };
}

function asksTheSame(one: Form, other: Form): boolean {
  return isDeepStrictEqual(one.fields.map(withoutWords), other.fields.map(withoutWords));
}

/** What an answer is checked against, and nothing that is only read. */
function withoutWords(field: Field) {
  const { label: _label, section: _section, help: _help, noun: _noun, ...rest } = field;
  switch (rest.kind) {
    case 'choice':
    case 'choices':
    case 'municipality':
    case 'person':
      return { ...rest, options: rest.options.map(({ value }) => value) };
    case 'scale':
      return { ...rest, fromLabel: '', toLabel: '' };
    case 'number':
      return { ...rest, unit: '' };
    case 'text':
    case 'date':
    case 'light':
      return rest;
  }
}
