// How does a coordinator write the questions of a survey, one on a line, and how are they written back?
import type { Field, Form, Option } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';

/** So long may a free answer be. */
const MOST_SIGNS = 1000;
export const MOST_QUESTIONS = 20;

export type Fault =
  | { readonly line: number; readonly kind: 'unknown-kind'; readonly word: string }
  | { readonly line: number; readonly kind: 'no-question' | 'one-option' | 'twice' | 'not-a-scale' };

/**
 * "Hur går det? (ljus) *" asks for a light and must be answered; "Vad behövs? [Språk, Arbete, Bostad] (flera)" is a choice of
 * several. Without a kind, the answer is a text. The keys are counted, so that a question that is worded better is the same.
 */
export function readQuestions(
  text: string,
  texts: Texts,
): { readonly form: Form } | { readonly faults: readonly Fault[] } {
  const lines = text.split('\n').map((line) => line.trim());
  const read = lines.flatMap((line, at) => (line === '' ? [] : [readLine(line, at + 1, texts)]));
  const faults = read.flatMap((one) => ('kind' in one && 'line' in one ? [one] : []));
  if (faults.length > 0) return { faults };
  const fields = read.flatMap((one) => ('line' in one ? [] : [one]));
  return { form: { fields: fields.map((field, at) => ({ ...field, key: `q${at + 1}` })) } };
}

function readLine(line: string, at: number, texts: Texts): Field | Fault {
  const { words } = texts.surveys;
  const isRequired = /\*$/.test(line);
  const rest = line.replace(/\s*\*$/, '');
  const [, asked = rest, kind] = /^(.*?)\s*\(([^()]*)\)$/.exec(rest) ?? [];
  const [, label = asked, list] = /^(.*?)\s*\[([^\]]*)\]$/.exec(asked) ?? [];
  // What stands in brackets at the end and is no kind belongs to the question: "Hur många kom (ungefär)".
  const common = { key: 'q', label: label.trim(), required: isRequired };
  if (common.label === '') return { line: at, kind: 'no-question' };
  const word = kind?.trim().toLowerCase();
  if (list !== undefined) return readOptions(list, { at, common, word, texts });
  if (word === undefined || word === words.text) return toText(common);
  if (word === words.light) return { ...common, kind: 'light' };
  if (word === words.number) return { ...common, kind: 'number', isWhole: true, min: 0 };
  if (word === words.date) return { ...common, kind: 'date' };
  if (word === words.yesNo) return { ...common, kind: 'choice', options: toYesNo(texts) };
  return readScale(word, { at, common, texts }) ?? { line: at, kind: 'unknown-kind', word };
}

interface Reading {
  readonly at: number;
  readonly common: { readonly key: string; readonly label: string; readonly required: boolean };
  readonly word?: string | undefined;
  readonly texts: Texts;
}

function toText(common: Reading['common']): Field {
  return { ...common, kind: 'text', maxLength: MOST_SIGNS, isLong: true };
}

function toYesNo({ surveys }: Texts): readonly Option[] {
  return [
    { value: 'yes', label: surveys.yes },
    { value: 'no', label: surveys.no },
  ];
}

function readOptions(list: string, { at, common, word, texts }: Reading): Field | Fault {
  const { words } = texts.surveys;
  const labels = list
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
  if (labels.length < 2) return { line: at, kind: 'one-option' };
  if (new Set(labels.map((label) => label.toLowerCase())).size < labels.length) return { line: at, kind: 'twice' };
  const options = labels.map((label, place) => ({ value: `o${place + 1}`, label }));
  if (word === undefined) return { ...common, kind: 'choice', options };
  return word === words.several ? { ...common, kind: 'choices', options } : { line: at, kind: 'unknown-kind', word };
}

/** "skala 1–5" */
function readScale(word: string, { at, common, texts }: Reading): Field | Fault | undefined {
  const { words } = texts.surveys;
  if (!word.startsWith(words.scale)) return undefined;
  const [, first, last] = /(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(word) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!(from < to) || to - from > 10) return { line: at, kind: 'not-a-scale' };
  return { ...common, kind: 'scale', from, to, fromLabel: '', toLabel: '' };
}

/** The same lines again. */
export function writeQuestions({ fields }: Form, texts: Texts): string {
  return fields.map((field) => writeLine(field, texts)).join('\n');
}

function writeLine(field: Field, texts: Texts): string {
  return [field.label, ...writeKind(field, texts), ...(field.required === true ? ['*'] : [])].join(' ');
}

function writeKind(field: Field, texts: Texts): readonly string[] {
  const { words } = texts.surveys;
  switch (field.kind) {
    case 'text':
      return [];
    case 'light':
      return [`(${words.light})`];
    case 'number':
      return [`(${words.number})`];
    case 'date':
      return [`(${words.date})`];
    case 'scale':
      return [`(${words.scale} ${field.from}–${field.to})`];
    case 'choice':
      if (field.options.every(({ value }) => value === 'yes' || value === 'no')) return [`(${words.yesNo})`];
      return [writeOptions(field.options)];
    case 'choices':
    case 'municipality':
    case 'person':
      return [writeOptions(field.options), `(${words.several})`];
  }
}

function writeOptions(options: readonly Option[]): string {
  return `[${options.map(({ label }) => label).join(', ')}]`;
}
