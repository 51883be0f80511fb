// Fields that are several controls under one legend: one of them, some of them, a step on a scale, a light.
import { Light } from '../message/form.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { InputProps, Option } from './input-fields.tsx';
import { LightShape } from './light.tsx';

type GroupProps = Pick<InputProps, 'id' | 'name' | 'isWrong'>;
type OneProps = GroupProps & { readonly value: string };

export function Radios({ options, value, ...group }: OneProps & { readonly options: readonly Option[] }) {
  return options.map((option, index) => (
    <Choice
      key={option.value}
      type="radio"
      {...toChoice(group, index)}
      option={option}
      isChosen={option.value === value}
    />
  ));
}

type ChecksProps = GroupProps & { readonly options: readonly Option[]; readonly values: readonly string[] };

export function Checks({ options, values, ...group }: ChecksProps) {
  return options.map((option, index) => (
    <Choice
      key={option.value}
      type="checkbox"
      {...toChoice(group, index)}
      option={option}
      isChosen={values.includes(option.value)}
    />
  ));
}

export function Lights({ value, language, ...group }: OneProps & { readonly language: Language }) {
  const texts = textsIn(language).lights;
  return (
    <div class="tiles">
      {Light.options.map((light, index) => {
        const { id, name } = toChoice(group, index);
        return (
          <div key={light} class="ds-field whole" data-variant="outline">
            <input class="ds-input" type="radio" {...{ id, name }} value={light} checked={light === value} />
            <label for={id}>
              <span class="row tight">
                <LightShape light={light} />
                {texts.word(light)}
              </span>
              <span class="quiet">{texts.meaning(light)}</span>
            </label>
          </div>
        );
      })}
    </div>
  );
}

type ScaleProps = OneProps & {
  readonly from: number;
  readonly to: number;
  readonly fromLabel: string;
  readonly toLabel: string;
};

export function Scale({ from, to, fromLabel, toLabel, value, ...group }: ScaleProps) {
  const steps = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  return (
    <>
      <p class="quiet">{`${from}: ${fromLabel} · ${to}: ${toLabel}`}</p>
      <div class="row">
        {steps.map((step, index) => (
          <Choice
            key={step}
            type="radio"
            {...toChoice(group, index)}
            option={{ value: step, label: step }}
            isChosen={step === value}
          />
        ))}
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly isWrong: boolean;
  readonly option: Option;
  readonly isChosen: boolean;
}

function Choice({ type, id, name, isWrong, option, isChosen }: ChoiceProps) {
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={type}
        {...{ id, name }}
        value={option.value}
        checked={isChosen}
        aria-invalid={(type === 'checkbox' && isWrong) || undefined}
      />
      <label for={id}>{option.label}</label>
    </div>
  );
}

// The first control carries the field's own id: a fault's link leads there.
function toChoice({ id, name, isWrong }: GroupProps, index: number) {
  return { id: index === 0 ? id : `${id}-${index}`, name, isWrong };
}
