// What a field is filled in with: a line, a box, a list, buttons to choose between.
import type { AnswerValue, Field } from '../message/form.ts';
import { formatNumber } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { Checks, Lights, Radios, Scale } from './choice-fields.tsx';
import { Day, Line, LongText, Select } from './input-fields.tsx';

export interface ControlProps {
  readonly field: Field;
  readonly id: string;
  readonly value: AnswerValue | undefined;
  readonly language: Language;
  readonly isWrong: boolean;
  /** The ids of the help and the fault. */
  readonly describedBy: string | undefined;
}

const MOST_RADIOS = 7;
const MOST_STEPS = 11;

/** True where the field is several controls under one legend. */
export function isGroup(field: Field): boolean {
  if (field.kind === 'choice') return field.options.length <= MOST_RADIOS;
  if (field.kind === 'scale') return field.to - field.from < MOST_STEPS;
  return field.kind === 'choices' || field.kind === 'light';
}

export function Control({ field, id, value, language, isWrong, describedBy }: ControlProps) {
  const common = { id, name: field.key, isRequired: field.required === true, isWrong, describedBy };
  const typed = toTyped(value, language);
  switch (field.kind) {
    case 'text':
      return field.isLong ? <LongText {...common} value={typed} /> : <Line {...common} value={typed} />;
    case 'number':
      return <Line {...common} value={typed} inputMode={field.isWhole ? 'numeric' : 'decimal'} isShort />;
    case 'date':
      return <Day {...common} value={typed} min={field.min} max={field.max} />;
    case 'light':
      return <Lights {...common} value={typed} language={language} />;
    case 'choices':
      return <Checks {...common} options={field.options} values={toList(value)} />;
    case 'scale':
      if (!isGroup(field)) return <Line {...common} value={typed} inputMode="numeric" isShort />;
      return <Scale {...common} {...field} value={typed} />;
    case 'choice':
      if (isGroup(field)) return <Radios {...common} options={field.options} value={typed} />;
      return <Select {...common} options={field.options} value={typed} language={language} />;
    case 'municipality':
    case 'person':
      return <Select {...common} options={field.options} value={typed} language={language} />;
  }
}

function toTyped(value: AnswerValue | undefined, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language);
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

function toList(value: AnswerValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}
