// The forms that the tests fill in.
import type { Field, FieldKind, Form } from '../../src/message/form.ts';

type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

export const options = [
  { value: 'school', label: 'Skola' },
  { value: 'work', label: 'Arbete' },
  { value: 'health', label: 'Hälsa' },
];

const common = { key: 'it', label: 'Det', required: false } as const;

/** A field of each kind, as plain as they come. */
export const plain = {
  text: { ...common, kind: 'text', maxLength: 20, isLong: false },
  choice: { ...common, kind: 'choice', options },
  choices: { ...common, kind: 'choices', options },
  scale: { ...common, kind: 'scale', from: 1, to: 5, fromLabel: 'Inte alls', toLabel: 'Helt' },
  number: { ...common, kind: 'number', isWhole: false },
  date: { ...common, kind: 'date' },
  light: { ...common, kind: 'light' },
  municipality: {
    ...common,
    kind: 'municipality',
    options: [
      { value: '2480', label: 'Umeå' },
      { value: '0780', label: 'Växjö' },
    ],
  },
  person: { ...common, kind: 'person', options: [{ value: 'kalmar/samordnare', label: 'Samordnaren' }] },
} as const satisfies { readonly [K in FieldKind]: FieldOf<K> };

export function makeForm(...fields: readonly Field[]): Form {
  return { fields };
}

/** C9: yellow needs a comment; red a comment, an action and a date. */
export const checkIn: Form = makeForm(
  { ...plain.light, key: 'light', label: 'Läge', required: true },
  {
    ...plain.text,
    key: 'comment',
    label: 'Kommentar',
    noun: 'en kommentar',
    maxLength: 500,
    isLong: true,
    required: { field: 'light', isOneOf: ['yellow', 'red'] },
  },
  {
    ...plain.text,
    key: 'action',
    label: 'Åtgärd',
    noun: 'en åtgärd',
    maxLength: 500,
    shownWhen: { field: 'light', isOneOf: ['yellow', 'red'] },
    required: { field: 'light', isOneOf: ['red'] },
  },
  {
    ...plain.date,
    key: 'actionBy',
    label: 'Klart senast',
    shownWhen: { field: 'light', isOneOf: ['red'] },
    required: true,
  },
);

/** A field that hangs on a field that hangs on a field. */
export const chain: Form = makeForm(
  {
    ...plain.choice,
    key: 'applies',
    label: 'Söker ni?',
    options: [
      { value: 'yes', label: 'Ja' },
      { value: 'no', label: 'Nej' },
    ],
    required: true,
  },
  {
    ...plain.choices,
    key: 'topics',
    label: 'Vad gäller det?',
    shownWhen: { field: 'applies', isOneOf: ['yes'] },
    required: true,
  },
  {
    ...plain.number,
    key: 'places',
    label: 'Platser',
    isWhole: true,
    shownWhen: { field: 'topics', isOneOf: ['work', 'school'] },
    required: { field: 'topics', isOneOf: ['work'] },
  },
);
