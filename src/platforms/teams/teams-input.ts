// A question as an input of a card, with its help, its condition in words, and what is wrong with it.
import { describeField } from '../../message/field-help.ts';
import { type Field, type Form, Light } from '../../message/form.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { writeChoice } from './teams-data.ts';
import { composeText, type Element } from './teams-element.ts';

export interface FieldDrawing {
  /** What stands in the field: an answer, or what was typed. */
  readonly entry: string | readonly string[] | undefined;
  readonly fault: string | undefined;
  readonly language: Language;
}

/** So many choices stand open; more are folded away, or searched in. */
const MOST_OPEN = 5;

export function composeField(form: Form, field: Field, drawing: FieldDrawing): Element {
  const { fault, language, entry } = drawing;
  const { lines, condition } = describeField(form, field, language);
  const help = [condition, ...lines].filter((line) => line !== undefined).join(' ');
  const items = [
    ...(fault === undefined ? [] : [composeText(fault, { color: 'Attention', weight: 'Bolder' })]),
    { ...composeLabel(field, language), ...composeInput(field, entry, language) },
    ...(help === '' ? [] : [composeText(help, { isSubtle: true, size: 'Small', spacing: 'Small' })]),
  ];
  return field.section === undefined
    ? { type: 'Container', spacing: 'Medium', items }
    : { type: 'Container', spacing: 'Large', separator: true, items: [composeSection(field.section), ...items] };
}

function composeSection(title: string): Element {
  return composeText(title, { style: 'heading', size: 'Medium', weight: 'Bolder' });
}

function composeLabel(field: Field, language: Language) {
  const texts = textsIn(language);
  const unit = field.kind === 'number' && field.unit ? ` (${field.unit})` : '';
  const optional = field.required === false ? ` ${texts.room.fields.optional}` : '';
  const needed = { isRequired: true, errorMessage: texts.forms.missing(field.kind, field.noun) };
  return {
    id: field.key,
    label: `${field.label}${unit}${optional}`,
    // One that is not always shown, or not always needed, is checked when it is sent.
    ...(field.required === true && field.shownWhen === undefined ? needed : {}),
  };
}

function composeInput(field: Field, entry: FieldDrawing['entry'], language: Language): Element {
  const texts = textsIn(language);
  switch (field.kind) {
    case 'text':
      // No maxLength: it would cut what is pasted. The limit is said instead.
      return { type: 'Input.Text', isMultiline: field.isLong, ...toValue(entry) };
    case 'number':
      // As text: a number input would refuse "12,5" or lose what cannot be read.
      return { type: 'Input.Text', ...toValue(entry) };
    case 'scale': {
      const numbers = Array.from({ length: field.to - field.from + 1 }, (_, step) => field.from + step);
      const choices = numbers.map((number) => ({ value: `${number}`, label: nameStep(field, number) }));
      return composeChoices(choices, entry, { style: 'expanded' });
    }
    case 'date':
      return { type: 'Input.Date', ...toLimits(field), ...toDate(entry) };
    case 'light':
      return composeChoices(
        Light.options.map((light) => ({ value: light, label: texts.lights.explain(light) })),
        entry,
        { style: 'expanded' },
      );
    case 'choice':
      return composeChoices(field.options, entry, toStyle(field.options.length, language));
    case 'choices':
      return composeChoices(field.options, entry, { style: 'expanded', isMultiSelect: true });
    case 'municipality':
    case 'person':
      return composeChoices(field.options, entry, { style: 'filtered', placeholder: texts.teams.form.search });
    default:
      return refuseUnknown(field);
  }
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function composeChoices(
  choices: readonly Choice[],
  entry: FieldDrawing['entry'],
  look: Readonly<Record<string, unknown>>,
): Element {
  const chosen = [entry ?? []].flat();
  const isList = look.isMultiSelect === true;
  const write = (value: string) => (isList ? writeChoice(value) : value);
  const known = choices.filter(({ value }) => chosen.includes(value)).map(({ value }) => write(value));
  return {
    type: 'Input.ChoiceSet',
    ...look,
    wrap: true,
    choices: choices.map(({ value, label }) => ({ title: label, value: write(value) })),
    ...(known.length === 0 ? {} : { value: known.join(',') }),
  };
}

function toStyle(count: number, language: Language) {
  return count <= MOST_OPEN
    ? { style: 'expanded' }
    : { style: 'compact', placeholder: textsIn(language).teams.form.choose };
}

function nameStep(field: Extract<Field, { kind: 'scale' }>, step: number): string {
  if (step === field.from) return `${step} – ${field.fromLabel}`;
  return step === field.to ? `${step} – ${field.toLabel}` : `${step}`;
}

function toValue(entry: FieldDrawing['entry']) {
  const text = [entry ?? []].flat().join(', ');
  return text === '' ? {} : { value: text };
}

/** A date input takes nothing but a date. */
function toDate(entry: FieldDrawing['entry']) {
  return typeof entry === 'string' && /^\d{4}-\d\d-\d\d$/.test(entry) ? { value: entry } : {};
}

function toLimits({ min, max }: Extract<Field, { kind: 'date' }>) {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Fails to compile when a new kind of field is not drawn above. */
function refuseUnknown(field: never): never {
  throw new TypeError(`No input for ${JSON.stringify(field)}`);
}
