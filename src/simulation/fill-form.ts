// What would somebody answer to this form? Any form: its fields and conditions are all that is known.
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { missingFor, visibleFields } from '../message/conditions.ts';
import { type Answers, type AnswerValue, type Field, type Form, Light } from '../message/form.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import type { Language } from '../text/language.ts';
import { type Draw, pickEarly } from './draw.ts';

export interface Filling {
  readonly form: Form;
  /** What stands in the fields already: a pressed button's answer. It is kept. */
  readonly given: Answers;
  readonly draw: Draw;
  readonly today: LocalDate;
  readonly language: Language;
}

/** Everything that must be answered, and about half of what may be. */
export function fillForm(filling: Filling): Answers {
  const { form, draw } = filling;
  const chosen = new Set(form.fields.filter(({ key }) => draw(`fills ${key}`) < 0.5).map(({ key }) => key));
  let answers = filling.given;
  for (;;) {
    const optional = visibleFields(form, answers).filter(({ key }) => chosen.has(key));
    const next = [...missingFor(form, answers), ...optional].find(({ key }) => !Object.hasOwn(answers, key));
    if (!next) return answers;
    answers = { ...answers, [next.key]: invent(next, filling) };
  }
}

function invent(field: Field, { draw, today, language }: Filling): AnswerValue {
  const chance = draw(`answers ${field.key}`);
  switch (field.kind) {
    case 'text':
      return SAMPLE[language].slice(0, field.maxLength).trim();
    case 'choice':
    case 'municipality':
    case 'person':
      return pickEarly(field.options, chance)?.value ?? '';
    case 'choices':
      return inventChoices(field, draw);
    case 'light':
      return pickEarly(Light.options, chance) ?? 'green';
    case 'scale':
      return field.from + Math.floor(chance * (field.to - field.from + 1));
    case 'number':
      return inventNumber(field, chance);
    case 'date':
      return inventDate(field, addDays(today, 7 + Math.floor(chance * 50)));
  }
}

/** Plainly made up, for it stays in the cards of a simulation that is kept. */
const SAMPLE = { sv: 'Exempelsvar ur simuleringen.', en: 'A sample answer from the simulation.' } as const;

function inventChoices({ key, options }: Extract<Field, { kind: 'choices' }>, draw: Draw): readonly string[] {
  const some = options.filter(({ value }) => draw(`chooses ${key} ${value}`) < 0.4);
  return (some.length > 0 ? some : options.slice(0, 1)).map(({ value }) => value);
}

const WIDEST = 500_000;

/** Round where there is room, and never one that could be read as somebody's personal number. */
function inventNumber({ isWhole, min, max }: Extract<Field, { kind: 'number' }>, chance: number): number {
  const from = min ?? Math.min(0, max ?? 0);
  const least = isWhole ? Math.ceil(from) : from;
  const span = Math.min(WIDEST, (max ?? least + WIDEST) - least);
  const step = span >= 10_000 ? 1000 : 1;
  const steps = Math.floor(span / step);
  const candidates = Array.from(
    { length: 10 },
    (_, n) => least + step * ((Math.floor(chance * steps) + n) % (steps + 1)),
  );
  return candidates.find((number) => !hasPersonalNumber(String(number))) ?? least;
}

function inventDate({ min, max }: Extract<Field, { kind: 'date' }>, wanted: LocalDate): string {
  if (min !== undefined && wanted < min) return min;
  return max !== undefined && wanted > max ? max : wanted;
}
