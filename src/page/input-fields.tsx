// Fields that are one control: a line, a box of text, a list to choose from.
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

export interface InputProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
}

type LineProps = InputProps & { readonly inputMode?: 'text' | 'numeric' | 'decimal'; readonly isShort?: boolean };

export function Line({ inputMode = 'text', isShort = false, value, ...props }: LineProps) {
  const size = isShort ? { size: 12 } : {};
  return <input class="ds-input" type="text" {...{ inputMode, value }} {...size} {...toAttributes(props)} />;
}

type DayProps = InputProps & { readonly min?: string | undefined; readonly max?: string | undefined };

export function Day({ min = '', max = '', value, ...props }: DayProps) {
  return <input class="ds-input" type="date" size={14} {...{ min, max, value }} {...toAttributes(props)} />;
}

export function LongText({ value, ...props }: InputProps) {
  return (
    <textarea class="ds-input" rows={4} {...toAttributes(props)}>
      {value}
    </textarea>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

type SelectProps = InputProps & { readonly options: readonly Option[]; readonly language: Language };

export function Select({ options, value, language, ...props }: SelectProps) {
  return (
    <select class="ds-input" {...toAttributes(props)}>
      <option value="">{textsIn(language).room.fields.choose}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function toAttributes({ id, name, isRequired, isWrong, describedBy }: Omit<InputProps, 'value'>) {
  return {
    id,
    name,
    'aria-required': isRequired || undefined,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': describedBy,
  };
}
