// What is asked: typed questions with conditions. A form is written once and gives the questions, the checks and the stored shape.
import { z } from 'zod';

/** ● Grön, ▲ Gul, ■ Röd, ○ Ej bedömd. */
export const Light = z.enum(['green', 'yellow', 'red', 'unrated']);
export type Light = z.infer<typeof Light>;

/** Holds while the answer to another field is one of these values. */
const Condition = z.object({ field: z.string(), isOneOf: z.array(z.string()).min(1).readonly() }).readonly();
export type Condition = z.infer<typeof Condition>;

const Option = z.object({ value: z.string(), label: z.string() }).readonly();
export type Option = z.infer<typeof Option>;

const options = z.array(Option).min(1).readonly();

const common = {
  key: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  label: z.string(),
  /** The heading of what begins here: the activity or the area that this field and those after it are about. */
  section: z.string().optional(),
  help: z.string().optional(),
  /** What the answer is called where it is missing, as in "Skriv en kommentar": an indefinite noun. */
  noun: z.string().optional(),
  /** True, false, or only while a condition holds ("gul kräver kommentar"). */
  required: z.union([z.boolean(), Condition]),
  /** Shown (and kept) only while this holds; without it the field is always shown. */
  shownWhen: Condition.optional(),
};

export const Field = z.discriminatedUnion('kind', [
  z
    .object({
      ...common,
      kind: z.literal('text'),
      maxLength: z.int().positive(),
      isLong: z.boolean(),
      /** A time of day as people write it ("13", "13.15", "kl. 9:30"), or a whole web address. */
      format: z.enum(['time', 'link']).exactOptional(),
    })
    .readonly(),
  z.object({ ...common, kind: z.literal('choice'), options }).readonly(),
  z.object({ ...common, kind: z.literal('choices'), options }).readonly(),
  z
    .object({
      ...common,
      kind: z.literal('scale'),
      from: z.int(),
      to: z.int(),
      fromLabel: z.string(),
      toLabel: z.string(),
    })
    .readonly(),
  z
    .object({
      ...common,
      kind: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
      isWhole: z.boolean(),
      unit: z.string().optional(),
    })
    .readonly(),
  z.object({ ...common, kind: z.literal('date'), min: z.string().optional(), max: z.string().optional() }).readonly(),
  z.object({ ...common, kind: z.literal('light') }).readonly(),
  /** The value is a municipality code. */
  z.object({ ...common, kind: z.literal('municipality'), options }).readonly(),
  /** The value is a person's id. */
  z.object({ ...common, kind: z.literal('person'), options }).readonly(),
]);
export type Field = z.infer<typeof Field>;
export type FieldKind = Field['kind'];

/** Its keys are unique, and its conditions are about its own fields. */
export const Form = z
  .object({ fields: z.array(Field).min(1).readonly() })
  .readonly()
  .superRefine(({ fields }, context) => {
    const keys = fields.map(({ key }) => key);
    fields.forEach((field, position) => {
      if (keys.indexOf(field.key) < position) {
        context.addIssue({ code: 'custom', message: 'key-twice', path: ['fields', position, 'key'] });
      }
      for (const part of ['required', 'shownWhen'] as const) {
        const condition = field[part];
        if (typeof condition !== 'object' || keys.includes(condition.field)) continue;
        context.addIssue({ code: 'custom', message: 'unknown-field', path: ['fields', position, part, 'field'] });
      }
    });
  });
export type Form = z.infer<typeof Form>;

/** One field's answer: text, choice, light, date, municipality and person as text, choices as a list, scale and number as numbers. */
export const AnswerValue = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** The answers to a form, by field key. What was not answered, or is not shown, is absent. */
export const Answers = z.record(z.string(), AnswerValue).readonly();
export type Answers = z.infer<typeof Answers>;

/** What is wrong with one field's answer, in words for the person who wrote it. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}
