// What a field needs, in words: its own help, its limits, and when it is to be filled in.
import { LocalDate } from '../calendar/local-date.ts';
import { formatDate, formatNumber } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { type Condition, type Field, type Form, Light } from './form.ts';

export interface FieldHelp {
  /** Always shown. */
  readonly lines: readonly string[];
  /** Said where no script hides the field until its condition holds. */
  readonly condition?: string;
}

export function describeField(form: Form, field: Field, language: Language): FieldHelp {
  const lines = [field.help, describeLimits(field, language), describeNeed(form, field, language)];
  const texts = textsIn(language).room.fields;
  const condition = field.shownWhen && texts.shownWhen(...nameCondition(form, field.shownWhen, language));
  return {
    lines: lines.filter((line) => line !== undefined),
    ...(condition ? { condition } : {}),
  };
}

function describeNeed(form: Form, field: Field, language: Language): string | undefined {
  const { required, shownWhen } = field;
  if (typeof required === 'boolean' || isSame(required, shownWhen)) return undefined;
  return textsIn(language).room.fields.neededWhen(...nameCondition(form, required, language));
}

/** The field's label and the answers that count: "Läge", "▲ Gul eller ■ Röd". */
function nameCondition(form: Form, condition: Condition, language: Language): [string, string] {
  const field = form.fields.find(({ key }) => key === condition.field);
  const answers = condition.isOneOf.map((answer) => (field ? nameAnswer(field, answer, language) : answer));
  return [field?.label ?? condition.field, new Intl.ListFormat(language, { type: 'disjunction' }).format(answers)];
}

function nameAnswer(field: Field, answer: string, language: Language): string {
  switch (field.kind) {
    case 'choice':
    case 'choices':
    case 'municipality':
    case 'person':
      return field.options.find(({ value }) => value === answer)?.label ?? answer;
    case 'light': {
      const light = Light.safeParse(answer);
      return light.success ? textsIn(language).lights.name(light.data) : answer;
    }
    case 'text':
    case 'scale':
    case 'number':
    case 'date':
      return answer;
  }
}

function describeLimits(field: Field, language: Language): string | undefined {
  const texts = textsIn(language).room.fields;
  switch (field.kind) {
    case 'text':
      // A browser's own maxlength would cut what is pasted, so the limit is said instead. A time is short by itself.
      return field.format === 'time' ? undefined : texts.longest(formatNumber(field.maxLength, language));
    case 'choices':
      return texts.several;
    case 'number': {
      const [min, max] = [field.min, field.max].map((limit) =>
        limit === undefined ? limit : formatNumber(limit, language),
      );
      return (
        [field.isWhole ? texts.whole : '', describeRange(texts.numbers, min, max)].filter(Boolean).join(' ') ||
        undefined
      );
    }
    case 'date': {
      const [min, max] = [field.min, field.max].map((limit) => limit && formatDate(LocalDate.parse(limit), language));
      return describeRange(texts.dates, min, max);
    }
    case 'choice':
    case 'scale':
    case 'light':
    case 'municipality':
    case 'person':
      return undefined;
  }
}

interface RangeTexts {
  readonly between: (from: string, to: string) => string;
  readonly from: (from: string) => string;
  readonly to: (to: string) => string;
}

function describeRange(texts: RangeTexts, from: string | undefined, to: string | undefined): string | undefined {
  if (from && to) return texts.between(from, to);
  if (from) return texts.from(from);
  return to && texts.to(to);
}

function isSame(one: Condition, other: Condition | undefined): boolean {
  return one.field === other?.field && one.isOneOf.join() === other.isOneOf.join();
}
