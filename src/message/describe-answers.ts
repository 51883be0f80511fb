// Answers to a form in words, field by field, as a receipt, a preview or a trace shows them.
import { LocalDate } from '../calendar/local-date.ts';
import { formatDate, formatList, formatNumber } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { visibleFields } from './conditions.ts';
import { type Answers, type AnswerValue, type Field, type Form, Light } from './form.ts';

export interface Described {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** What is answered of what the form shows, in its order. */
export function describeAnswers(form: Form, answers: Answers, language: Language): readonly Described[] {
  return visibleFields(form, answers).flatMap((field) => {
    const { key, label } = field;
    const value = Object.hasOwn(answers, key) ? answers[key] : undefined;
    return value === undefined ? [] : [{ key, label, value: describeValue(field, value, language) }];
  });
}

function describeValue(field: Field, value: AnswerValue, language: Language): string {
  switch (field.kind) {
    case 'text':
      return String(value);
    case 'choice':
    case 'choices':
    case 'municipality':
    case 'person': {
      const labels = [value].flat().map((one) => field.options.find((option) => option.value === one)?.label);
      return formatList(
        labels.map((label, at) => label ?? String([value].flat()[at])),
        language,
      );
    }
    case 'scale':
    case 'number':
      return typeof value === 'number' ? formatNumber(value, language) : String(value);
    case 'date': {
      const date = LocalDate.safeParse(value);
      return date.success ? formatDate(date.data, language) : String(value);
    }
    case 'light': {
      const light = Light.safeParse(value);
      return light.success ? textsIn(language).lights.name(light.data) : String(value);
    }
  }
}
