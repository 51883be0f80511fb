// A reply in a few words: "▲ Gul", "Vi tänker söka".
import { type Answers, type Field, type Form, Light } from '../message/form.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

/** The first answer that says it all: a light, else a choice. */
export function describeReply(form: Form, answers: Answers, language: Language): string {
  const told = form.fields.map((field) => describeField(field, answers, language)).find((text) => text !== undefined);
  return told ?? textsIn(language).road.answerGiven;
}

function describeField(field: Field, answers: Answers, language: Language): string | undefined {
  const value = answers[field.key];
  if (value === undefined) return undefined;
  switch (field.kind) {
    case 'light':
      return describeLight(value, language);
    case 'choice':
    case 'municipality':
    case 'person':
      return field.options.find((option) => option.value === value)?.label;
    case 'text':
    case 'choices':
    case 'scale':
    case 'number':
    case 'date':
      return undefined;
  }
}

function describeLight(value: unknown, language: Language): string | undefined {
  const light = Light.safeParse(value);
  return light.success ? textsIn(language).lights.name(light.data) : undefined;
}
