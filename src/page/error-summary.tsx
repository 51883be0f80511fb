// All that is wrong with what was sent, said first, with a link to each field.
import type { FieldFault, Form } from '../message/form.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { fieldId } from './form-fields.tsx';

export interface ErrorSummaryProps {
  /** Says it as a whole. */
  readonly text: string;
  readonly form: Form;
  readonly faults: readonly FieldFault[];
  /** The same as the form's. */
  readonly prefix: string;
  readonly language: Language;
  /** Below the heading that the form stands under. */
  readonly heading?: 'h2' | 'h3';
}

export function ErrorSummary({ text, form, faults, prefix, language, heading: Heading = 'h3' }: ErrorSummaryProps) {
  const title = textsIn(language).room.fields.faults(faults.length);
  return (
    // Focused as the page opens, so that it is read before the rest.
    // biome-ignore lint/a11y/noAutofocus: the page opens as the answer to a form that was sent
    <div class="ds-error-summary stack tight" role="alert" tabIndex={-1} autoFocus>
      <Heading>{title}</Heading>
      <p>{text}</p>
      <ul class="ds-list">
        {faults.map((fault) => (
          <li key={fault.field}>
            <a class="ds-link" href={`#${fieldId(prefix, fault.field)}`}>
              {`${findLabel(form, fault.field)}: ${fault.message}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function findLabel(form: Form, key: string): string {
  return form.fields.find((field) => field.key === key)?.label ?? key;
}
