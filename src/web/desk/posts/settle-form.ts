// What is filled in about what became of a need.
import type { Form } from '../../../message/form.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { MOST_SIGNS } from '../../../topics/needs/need.ts';

export function createSettleForm(language: Language): Form {
  const { outcome: label, outcomeNoun: noun, help } = textsIn(language).deskPages.needs;
  const text = { kind: 'text', isLong: true, maxLength: MOST_SIGNS, required: true } as const;
  return { fields: [{ ...text, key: 'outcome', label, noun, help }] };
}
