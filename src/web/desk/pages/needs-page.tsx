// Needs and insights: those that are open with a form for what becomes of them, and those that are settled.

import { listGroups } from '../../../directory/group-store.ts';
import { findReach, mayIn } from '../../../directory/may.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import { formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Need } from '../../../topics/needs/need.ts';
import { listOpenNeeds, listSettledNeeds } from '../../../topics/needs/need-store.ts';
import { renderDesk } from '../desk-page.tsx';
import { Lines, Section } from '../desk-parts.tsx';
import { toSlug, toUrl } from '../desk-url.ts';
import { createSettleForm } from '../posts/settle-form.ts';
import type { Visit } from '../visit.ts';

export async function renderNeeds(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { db } = setting.road.database;
  const { county, actor, language } = visitor;
  const texts = textsIn(language).deskPages.needs;
  const reach = findReach(actor, 'see-needs');
  const groupIds = reach === 'all' ? undefined : reach;
  const open = await listOpenNeeds(db, county.id, groupIds);
  const settled = await listSettledNeeds(db, county.id, groupIds);
  const ids = [...open, ...settled].map(({ organisationId }) => organisationId);
  const organisations = new Map((await findOrganisations(db, county.id, ids)).map(({ id, name }) => [id, name]));
  const groups = new Map((await listGroups(db, county.id)).map(({ id, name }) => [id, name]));
  const describe = (need: Need) =>
    [
      organisations.get(need.organisationId),
      need.toGroupId && texts.to(groups.get(need.toGroupId) ?? ''),
      formatInstant(need.raisedAt, county.timeZone, language, visitor.today),
    ]
      .filter(Boolean)
      .join(' · ');
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <>
        <Section id="open" title={texts.open(open.length)}>
          <Lines
            of={open}
            none={texts.noneOpen}
            keyOf={({ id }) => id}
            show={(need) => (
              <>
                <NeedText need={need} about={describe(need)} />
                {mayIn(actor, 'settle-need', need.toGroupId) && <SettleForm need={need} visit={visit} />}
              </>
            )}
          />
        </Section>
        <Section id="settled" title={texts.settled}>
          <Lines
            of={settled}
            none={texts.noneSettled}
            keyOf={({ id }) => id}
            show={(need) => (
              <>
                <NeedText need={need} about={describe(need)} />
                <span>
                  <strong>{texts.outcome}:</strong> {need.settled?.outcome}
                </span>
              </>
            )}
          />
        </Section>
      </>
    ),
  });
}

function NeedText({ need, about }: { readonly need: Need; readonly about: string }) {
  return (
    <>
      <span class="text">
        <strong>{need.number}.</strong> {need.text}
      </span>
      <span class="quiet">{about}</span>
    </>
  );
}

function SettleForm({ need, visit: { visitor, outcome } }: { readonly need: Need; readonly visit: Visit }) {
  const { language, csrf } = visitor;
  const { needs } = textsIn(language).deskPages;
  const wrong = outcome?.kind === 'faults' && outcome.slug === toSlug(need.id) ? outcome : undefined;
  const fields = { form: createSettleForm(language), language, prefix: `need-${need.number}` };
  return (
    <details class="fill" open={wrong !== undefined}>
      <summary class="ds-button" data-variant="secondary">
        {needs.settle}
        <span class="ds-sr-only"> {needs.about(need.number)}</span>
      </summary>
      <form method="post" action={`${toUrl('needs', need.id)}/settle`} class="stack" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        {wrong && <ErrorSummary {...fields} text={wrong.text} faults={wrong.faults} />}
        <FormFields {...fields} values={wrong?.values ?? {}} faults={wrong?.faults ?? []} />
        <button class="ds-button" type="submit">
          {needs.save}
        </button>
      </form>
    </details>
  );
}
