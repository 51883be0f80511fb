// What was added to a plan that is locked, and the form that adds more.
import { randomUUID } from 'node:crypto';
import { toLocal } from '../../../calendar/zone.ts';
import type { Form } from '../../../message/form.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { MOST_SIGNS } from '../../../topics/plans/addendum.ts';
import { isLocked } from '../../../topics/plans/plan.ts';
import { Lines, Section } from '../desk-parts.tsx';
import type { Visit } from '../visit.ts';
import { type ReadPlan, toPlanUrl } from './read-plan.ts';

/** Names its form among the page's. */
export const ADDENDUM = 'addendum';

export function createAddendumForm(language: Language): Form {
  const { addText, addHelp } = textsIn(language).deskYear.plan;
  const text = { key: 'text', label: addText, help: addHelp, required: true, maxLength: MOST_SIGNS, isLong: true };
  return { fields: [{ kind: 'text', ...text }] };
}

export function Addenda({ read, visit }: { readonly read: ReadPlan; readonly visit: Visit }) {
  const { plan, addenda, names, role } = read;
  const { language, today, county } = visit.visitor;
  const texts = textsIn(language).deskYear.plan;
  if (!isLocked(plan) && addenda.length === 0) return null;
  return (
    <Section id="addenda" title={texts.addenda}>
      <Lines
        of={addenda}
        none={texts.noAddenda}
        keyOf={({ id }) => id}
        show={({ text, at, byId }) => (
          <>
            <span class="text">{text}</span>
            <span class="quiet">
              {[formatDay(toLocal(at, county.timeZone).date, language, today), byId && names.get(byId)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </>
        )}
      />
      {isLocked(plan) && role === 'coordinator' && <AddForm year={plan.year} visit={visit} />}
    </Section>
  );
}

function AddForm({ year, visit: { visitor, outcome } }: { readonly year: number; readonly visit: Visit }) {
  const { language, csrf } = visitor;
  const wrong = outcome?.kind === 'faults' && outcome.slug === ADDENDUM ? outcome : undefined;
  const fields = { form: createAddendumForm(language), language, prefix: ADDENDUM };
  return (
    <form method="post" action={`${toPlanUrl(year)}/addenda`} class="stack wide" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="_nonce" value={randomUUID()} />
      {wrong && <ErrorSummary {...fields} text={wrong.text} faults={wrong.faults} />}
      <FormFields {...fields} values={wrong?.values ?? {}} faults={wrong?.faults ?? []} />
      <div class="row">
        <button class="ds-button" type="submit">
          {textsIn(language).deskYear.plan.save}
        </button>
      </div>
    </form>
  );
}
