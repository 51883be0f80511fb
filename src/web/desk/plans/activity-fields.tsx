// The form of an activity: one that is changed, or a new one.

import type { Answers, Form } from '../../../message/form.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import type { Visit } from '../visit.ts';

/** Names its form among the page's. */
export const ACTIVITY = 'activity';

export interface ActivityFieldsProps {
  readonly visit: Visit;
  readonly form: Form;
  /** As it stands, where nothing was filled in. */
  readonly values: Answers;
  readonly action: string;
  /** What the form carries unseen. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly save: string;
}

export function ActivityFields({
  visit: { visitor, outcome },
  form,
  values,
  action,
  hidden,
  save,
}: ActivityFieldsProps) {
  const { language, csrf } = visitor;
  const wrong = outcome?.kind === 'faults' && outcome.slug === ACTIVITY ? outcome : undefined;
  const fields = { form, language, prefix: ACTIVITY };
  return (
    <form method="post" action={action} class="stack wide" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {wrong && <ErrorSummary {...fields} text={wrong.text} faults={wrong.faults} />}
      <FormFields {...fields} values={wrong?.values ?? values} faults={wrong?.faults ?? []} />
      <div class="row">
        <button class="ds-button" type="submit">
          {save}
        </button>
      </div>
    </form>
  );
}
