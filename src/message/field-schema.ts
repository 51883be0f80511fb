// What is a right answer to one field? What is wrong with another is said in words.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { formatDate, formatNumber } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { readTime } from '../text/read-time.ts';
import { textsIn } from '../text/texts.ts';
import { type AnswerValue, type Field, Light, type Option } from './form.ts';
import { hasPersonalNumber } from './personal-number.ts';

type Kind<K extends Field['kind']> = Extract<Field, { kind: K }>;

export function fieldSchema(field: Field, language: Language): z.ZodType<AnswerValue> {
  const words = textsIn(language).forms;
  switch (field.kind) {
    case 'text':
      return textSchema(field, language);
    case 'choice':
      return optionSchema(field.options, words.notAnOption);
    case 'municipality':
      return optionSchema(field.options, words.notAMunicipality);
    case 'person':
      return optionSchema(field.options, words.notAPerson);
    case 'choices':
      return choicesSchema(field.options, words.notAnOption);
    case 'scale': {
      const error = words.offScale(field.from, field.to);
      return z.int({ error }).min(field.from, { error }).max(field.to, { error }).transform(dropSignOfZero);
    }
    case 'number':
      return numberSchema(field, language);
    case 'date':
      return dateSchema(field, language);
    case 'light':
      return z.enum(Light.options, { error: words.notALight(Light.options.map(textsIn(language).lights.name)) });
  }
}

function textSchema({ maxLength, format }: Kind<'text'>, language: Language) {
  const words = textsIn(language).forms;
  return z
    .string({ error: words.notText })
    .refine((text) => format !== 'time' || readTime(text) !== undefined, { error: words.notATime, abort: true })
    .refine((text) => format !== 'link' || isLink(text), { error: words.notALink, abort: true })
    .max(maxLength, { error: ({ input }) => words.tooLong(String(input).length, maxLength) })
    .refine((text) => !hasPersonalNumber(text), { error: words.personalNumber.atField });
}

function isLink(text: string): boolean {
  return URL.canParse(text) && /^https?:/i.test(text);
}

function optionSchema(options: readonly Option[], error: string) {
  return z.string({ error }).refine((value) => options.some((option) => option.value === value), { error });
}

/** Kept in the form's own order and once each, so that the same answer is always the same. */
function choicesSchema(options: readonly Option[], error: string) {
  return z
    .array(optionSchema(options, error), { error })
    .transform((chosen) => options.map(({ value }) => value).filter((value) => chosen.includes(value)));
}

function numberSchema(
  { isWhole, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: Kind<'number'>,
  language: Language,
) {
  const words = textsIn(language).forms;
  const number = isWhole ? z.int({ error: words.notWhole }) : z.number({ error: words.notANumber });
  return number
    .min(min, { error: words.tooSmall(formatNumber(min, language)) })
    .max(max, { error: words.tooLarge(formatNumber(max, language)) })
    .refine((value) => !hasPersonalNumber(String(value)), { error: words.personalNumber.atField })
    .transform(dropSignOfZero);
}

function dateSchema({ min, max }: Kind<'date'>, language: Language) {
  const words = textsIn(language).forms;
  return z
    .string({ error: words.notADate })
    .refine((date) => LocalDate.safeParse(date).success, { error: words.notADate, abort: true })
    .refine((date) => min === undefined || date >= min, { error: () => words.tooEarly(describeDate(min, language)) })
    .refine((date) => max === undefined || date <= max, { error: () => words.tooLate(describeDate(max, language)) });
}

function describeDate(date: string | undefined, language: Language): string {
  const known = LocalDate.safeParse(date);
  return known.success ? formatDate(known.data, language) : String(date);
}

/** JSON has no -0: what is kept is what is read back. */
function dropSignOfZero(value: number): number {
  return value === 0 ? 0 : value;
}
