// The fields that the forms of the desk have in common, and how what stands in them is read.
import { LocalDate, type LocalTime } from '../calendar/local-date.ts';
import type { Group } from '../directory/group.ts';
import type { Answers, Field } from '../message/form.ts';
import { readTime } from '../text/read-time.ts';
import type { Texts } from '../text/texts.ts';

export interface TextField {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly isLong?: boolean;
  readonly format?: 'link';
}

export function toTextField({ maxLength = 200, isLong = false, ...field }: TextField): Field {
  return { kind: 'text', maxLength, isLong, ...field };
}

export function toDateField(field: Omit<TextField, 'maxLength' | 'isLong'> & { readonly min?: LocalDate }): Field {
  return { kind: 'date', ...field };
}

/** Written as people write it, "13" or "13.30". */
export function toTimeField({ desk }: Texts, field: Omit<TextField, 'help' | 'maxLength' | 'isLong'>): Field {
  return { kind: 'text', maxLength: 10, isLong: false, format: 'time', help: desk.fields.timeHelp, ...field };
}

export function toGroupOptions(groups: readonly Group[]) {
  return groups.map(({ id: value, name: label }) => ({ value, label }));
}

/** The text of a field; undefined where it is empty. */
export function readText(answers: Answers, key: string): string | undefined {
  const value = answers[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function readDate(answers: Answers, key: string): LocalDate | undefined {
  return LocalDate.safeParse(answers[key]).data;
}

export function readHour(answers: Answers, key: string): LocalTime | undefined {
  const text = readText(answers, key);
  return text === undefined ? undefined : readTime(text);
}

export function readList(answers: Answers, key: string): readonly string[] {
  const value = answers[key];
  return Array.isArray(value) ? value.map(String) : [];
}

/** One item on a line. */
export function readLines(answers: Answers, key: string): readonly string[] {
  const lines = (readText(answers, key) ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** "13.00" */
export function writeTime(time: LocalTime): string {
  return time.replace(':', '.');
}

/** Answers without the keys that have no value. */
export function toValues(values: Readonly<Record<string, Answers[string] | undefined>>): Answers {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
        ? []
        : [[key, value] as const],
    ),
  );
}
