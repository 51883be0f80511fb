// Can these answers to a form be kept, and if not, what is wrong with each of them?
import { z } from 'zod';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { findCauses, missingFor, type Values, visibleFields } from './conditions.ts';
import { type Entries, parseEntries } from './entries.ts';
import { fieldSchema } from './field-schema.ts';
import { type Answers, type AnswerValue, type Field, type FieldFault, type Form, Light } from './form.ts';

export type ReadAnswers = { readonly answers: Answers } | { readonly faults: readonly FieldFault[] };

/** What people typed, read as answers, or everything that is wrong with it at once. */
export function readAnswers(form: Form, entries: Entries, language: Language): ReadAnswers {
  return checkValues(form, parseEntries(form, entries, language), language);
}

/** The same for answers that have their types already: those of a pressed button, those stored before. */
export function checkAnswers(form: Form, answers: Answers, language: Language): ReadAnswers {
  return checkValues(form, answers, language);
}

/**
 * The schema of a form's answers. Texts are trimmed, empty ones are no answer, and what a hidden field carries is
 * dropped, unread; a key that the form does not have is refused. Answers that it gives, it accepts again unchanged.
 */
export function answersSchema(form: Form, language: Language = 'sv'): z.ZodType<Answers> {
  return z.record(z.string(), z.unknown()).transform((given, context) => {
    const values = tidyValues(given);
    const reading = { form, values, language };
    const faults = [...listUnknown(reading), ...listMissing(reading)];
    const kept: [string, AnswerValue][] = [];
    for (const field of visibleFields(form, values)) {
      if (!Object.hasOwn(values, field.key)) continue;
      const read = fieldSchema(field, language).safeParse(values[field.key]);
      if (read.success) kept.push([field.key, read.data]);
      else faults.push({ field: field.key, message: read.error.issues[0]?.message ?? '' });
    }
    for (const { field, message } of sortByField(form, faults)) {
      context.addIssue({ code: 'custom', message, path: [field] });
    }
    return Object.fromEntries(kept);
  });
}

function checkValues(form: Form, values: Values, language: Language): ReadAnswers {
  const read = answersSchema(form, language).safeParse(values);
  if (read.success) return { answers: read.data };
  return { faults: read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) };
}

interface Reading {
  readonly form: Form;
  readonly values: Values;
  readonly language: Language;
}

function listUnknown({ form, values, language }: Reading): readonly FieldFault[] {
  const known = form.fields.map(({ key }) => key);
  const unknown = Object.keys(values).filter((key) => !known.includes(key));
  return unknown.map((field) => ({ field, message: textsIn(language).forms.unknownField }));
}

function listMissing(reading: Reading): readonly FieldFault[] {
  const { missing } = textsIn(reading.language).forms;
  return missingFor(reading.form, reading.values).map((field) => ({
    field: field.key,
    message: missing(field.kind, field.noun, describeCause(field, reading)),
  }));
}

/** Why a field must be filled in just now: "ljuset är gult". */
function describeCause({ required }: Field, { form, values, language }: Reading): string | undefined {
  if (typeof required === 'boolean') return undefined;
  const { forms, lights } = textsIn(language);
  const asked = form.fields.find(({ key }) => key === required.field);
  const causes = findCauses(required, values);
  const light = Light.safeParse(causes[0]);
  if (asked?.kind === 'light' && light.success) return lights.cause(light.data);
  return forms.cause(
    asked?.label ?? required.field,
    causes.map((value) => describeValue(asked, value)),
  );
}

function describeValue(field: Field | undefined, value: string): string {
  const options = field && 'options' in field ? field.options : [];
  return options.find((option) => option.value === value)?.label ?? value;
}

/** In the order in which people read the form, and last what is not in it. */
function sortByField(form: Form, faults: readonly FieldFault[]): readonly FieldFault[] {
  const inForm = form.fields.flatMap(({ key }) => faults.filter(({ field }) => field === key));
  return [...inForm, ...faults.filter((fault) => !inForm.includes(fault))];
}

function tidyValues(given: Values): Values {
  const tidy = Object.entries(given).map(([key, value]) => [key, tidyValue(value)] as const);
  return Object.fromEntries(tidy.filter(([, value]) => !isEmpty(value)));
}

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  return Array.isArray(value) ? value.map(tidyValue).filter((item) => !isEmpty(item)) : value;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Without what a database refuses (control characters, halves of characters), and with one way to end a line. */
function tidyText(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .trim();
}
