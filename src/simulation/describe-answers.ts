// Answers in words, with the labels of the form: "Läge: ▲ Gul".
import { type Answers, type AnswerValue, type Field, type Form, Light } from '../message/form.ts';
import { formatNumber } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

/** One line for each field that is answered. */
export function describeAnswers(form: Form, answers: Answers, language: Language): string {
  return form.fields
    .flatMap((field) => {
      const value = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
      return value === undefined ? [] : [`${field.label}: ${describeValue(field, value, language)}`];
    })
    .join('\n');
}

function describeValue(field: Field, value: AnswerValue, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language);
  const options = 'options' in field ? field.options : [];
  const label = (one: string) =>
    options.find((option) => option.value === one)?.label ?? nameLight(field, one, language);
  return [value].flat().map(label).join(', ');
}

function nameLight(field: Field, value: string, language: Language): string {
  const light = Light.safeParse(value);
  return field.kind === 'light' && light.success ? textsIn(language).lights.name(light.data) : value;
}
