// Which fields does a form show, and which of them must be filled in, given what is answered so far?
import type { Condition, Field, Form } from './form.ts';

/** Answers, or entries as they were typed: a condition reads them alike. */
export type Values = Readonly<Record<string, unknown>>;

/** The fields whose condition holds. One that hangs on a hidden field is hidden too. */
export function visibleFields(form: Form, values: Values): readonly Field[] {
  const visible = form.fields.filter(({ shownWhen }) => !shownWhen || holds(shownWhen, form, values));
  return visible.length === form.fields.length ? visible : visibleFields({ fields: visible }, values);
}

/** What is shown, required and not answered: there the answers cannot be kept yet. */
export function missingFor(form: Form, values: Values): readonly Field[] {
  const shown = { fields: visibleFields(form, values) };
  return shown.fields.filter((field) => isRequired(field, shown, values) && listValues(values, field.key).length === 0);
}

/** The values of a condition's field that make it hold, as text. */
export function findCauses(condition: Condition, values: Values): readonly string[] {
  return listValues(values, condition.field).filter((value) => condition.isOneOf.includes(value));
}

function isRequired({ required }: Field, shown: Form, values: Values): boolean {
  return typeof required === 'boolean' ? required : holds(required, shown, values);
}

function holds(condition: Condition, shown: Form, values: Values): boolean {
  return shown.fields.some(({ key }) => key === condition.field) && findCauses(condition, values).length > 0;
}

/** Own keys only: a field may be called "constructor". Nothing, an empty text and an empty list are no answer. */
function listValues(values: Values, key: string): readonly string[] {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  return [value].flat().flatMap((item) => (item === undefined || item === '' ? [] : [String(item)]));
}
