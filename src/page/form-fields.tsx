// A form as labelled fields, each with its help, its limits and what is wrong with it.
import { type ComponentChildren, Fragment } from 'preact';
import { describeField, type FieldHelp } from '../message/field-help.ts';
import type { AnswerValue, Field, FieldFault, Form } from '../message/form.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { Control, isGroup } from './field-control.tsx';

export interface FormFieldsProps {
  readonly form: Form;
  /** What stands in the fields, by field key: answers, or what was typed. */
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly faults?: readonly FieldFault[];
  /** Makes the ids unique where several forms stand on one page. */
  readonly prefix: string;
  readonly language: Language;
}

/** The id of a field's control, or of the first of its controls: where a fault's link leads. */
export function fieldId(prefix: string, key: string): string {
  return `${prefix}-${key}`;
}

export function FormFields({ form, values, faults = [], prefix, language }: FormFieldsProps) {
  const hasText = form.fields.some(({ kind }) => kind === 'text');
  return (
    <div class="stack wide">
      {form.fields.map((field) => (
        <Fragment key={field.key}>
          {field.section !== undefined && (
            <h3 class="ds-heading section" data-size="2xs">
              {field.section}
            </h3>
          )}
          <FieldBox
            field={field}
            id={fieldId(prefix, field.key)}
            value={values[field.key]}
            help={describeField(form, field, language)}
            fault={faults.find((fault) => fault.field === field.key)?.message}
            language={language}
          />
        </Fragment>
      ))}
      {hasText && <p class="quiet">{textsIn(language).forms.noIndividuals}</p>}
    </div>
  );
}

interface FieldBoxProps {
  readonly field: Field;
  readonly id: string;
  readonly value: AnswerValue | undefined;
  readonly help: FieldHelp;
  readonly fault: string | undefined;
  readonly language: Language;
}

function FieldBox({ help, fault, ...control }: FieldBoxProps) {
  const { field, id, language } = control;
  const describedBy = nameDescriptions(id, help, fault);
  const label = <Label field={field} language={language} />;
  const body = (
    <>
      <Help id={id} help={help} fault={fault} />
      <Control {...control} isWrong={fault !== undefined} describedBy={describedBy} />
    </>
  );
  if (!isGroup(field)) {
    return (
      <div class="ds-field" {...toShownWhen(field)}>
        <label class="ds-label" for={id}>
          {label}
        </label>
        {body}
      </div>
    );
  }
  return (
    <Group field={field} describedBy={describedBy} isWrong={fault !== undefined}>
      <legend class="ds-label">{label}</legend>
      {body}
    </Group>
  );
}

interface GroupProps {
  readonly field: Field;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  readonly children: ComponentChildren;
}

function Group({ field, describedBy, isWrong, children }: GroupProps) {
  // One of several is a group of radio buttons, which may be required and wrong as a whole; check boxes may not.
  const one = { role: 'radiogroup', 'aria-required': field.required === true, 'aria-invalid': isWrong } as const;
  return (
    <fieldset
      class="ds-fieldset"
      aria-describedby={describedBy}
      {...(field.kind === 'choices' ? {} : one)}
      {...toShownWhen(field)}
    >
      {children}
    </fieldset>
  );
}

function Label({ field, language }: { readonly field: Field; readonly language: Language }) {
  const unit = field.kind === 'number' && field.unit ? ` (${field.unit})` : '';
  return (
    <>
      {`${field.label}${unit}`}
      {field.required === false && <span class="quiet"> {textsIn(language).room.fields.optional}</span>}
    </>
  );
}

function Help({
  id,
  help,
  fault,
}: {
  readonly id: string;
  readonly help: FieldHelp;
  readonly fault: string | undefined;
}) {
  return (
    <>
      {help.condition && (
        <p id={`${id}-when`} class="quiet when">
          {help.condition}
        </p>
      )}
      {help.lines.length > 0 && (
        <p id={`${id}-help`} class="quiet">
          {help.lines.join(' ')}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} class="ds-validation-message">
          {fault}
        </p>
      )}
    </>
  );
}

function nameDescriptions(id: string, help: FieldHelp, fault: string | undefined): string | undefined {
  const ids = [help.condition && `${id}-when`, help.lines.length > 0 && `${id}-help`, fault && `${id}-fault`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** What the script of the page hides the field by; without script it stays, with its condition in words. */
function toShownWhen({ shownWhen }: Field) {
  return shownWhen
    ? { 'data-shown-field': shownWhen.field, 'data-shown-values': JSON.stringify(shownWhen.isOneOf) }
    : {};
}
