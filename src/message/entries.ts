// How does what people type become values, and how do values become what stands in the fields?
import { formatNumber } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import type { Answers, AnswerValue, Field, Form } from './form.ts';

/** As an HTML form, a dialog or a modal gives it: a text for a field, or a list where several can be chosen. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

/** The entries as values of the right type. What cannot be read stays as it is, for the schema to refuse. */
export function parseEntries(form: Form, entries: Entries, language: Language): Readonly<Record<string, unknown>> {
  const fields = new Map(form.fields.map((field) => [field.key, field]));
  const parsed = Object.entries(entries).map(([key, entry]) => [key, parseEntry(entry, fields.get(key), language)]);
  return Object.fromEntries(parsed);
}

/** The answers as they would be typed, to fill the form with; reading them gives the same answers. */
export function entriesOf(form: Form, answers: Answers, language: Language): Record<string, string | string[]> {
  const shown = form.fields.flatMap(({ key }) => {
    const value = Object.hasOwn(answers, key) ? answers[key] : undefined;
    return value === undefined ? [] : [[key, toEntry(value, language)] as const];
  });
  return Object.fromEntries(shown);
}

function toEntry(value: AnswerValue, language: Language): string | string[] {
  if (typeof value === 'number') return formatNumber(value, language);
  return typeof value === 'string' ? value : [...value];
}

function parseEntry(entry: string | readonly string[], field: Field | undefined, language: Language): unknown {
  if (field?.kind === 'choices') return [entry].flat();
  const only = typeof entry === 'string' || entry.length > 1 ? entry : (entry[0] ?? '');
  if (typeof only !== 'string') return only;
  switch (field?.kind) {
    case 'scale':
      return parseNumber(only, true, language) ?? only;
    case 'number':
      return parseNumber(dropUnit(only, field.unit), field.isWhole, language) ?? only;
    default:
      return only;
  }
}

function dropUnit(text: string, unit = ''): string {
  const trimmed = text.trim();
  return trimmed.endsWith(unit) ? trimmed.slice(0, trimmed.length - unit.length) : trimmed;
}

/**
 * "1200", "1 200", "−5", "12,5" and "12.5". What could be thousands as well as decimals ("1.200" in Swedish, "1,200" in
 * English; in a whole number any point or comma) is not guessed: a thousandfold mistake looks right.
 */
function parseNumber(text: string, isWhole: boolean, language: Language): number | undefined {
  const read = /^(?<sign>[-−])?(?<whole>\d{1,15}|\d{1,3}(?:\s\d{3}){1,4})(?:(?<mark>[.,])(?<decimals>\d{1,9}))?$/.exec(
    text.trim(),
  );
  const { sign = '', whole = '', mark, decimals = '' } = read?.groups ?? {};
  if (!read || (isWhole && mark !== undefined)) return undefined;
  const isForeignMark = mark !== undefined && mark !== (language === 'sv' ? ',' : '.');
  if (isForeignMark && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return undefined;
  return Number(`${sign && '-'}${whole.replace(/\s/g, '')}.${decimals}0`);
}
