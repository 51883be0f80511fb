// Needs and insights: those that are open with a form for what becomes of them, and those that are settled.

import { listGroups } from '../../../directory/group-store.ts';
import { findReach, mayIn } from '../../../directory/may.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { MOST_SIGNS, type Need } from '../../../topics/needs/need.ts';
import { listOpenNeeds, listSettledNeeds } from '../../../topics/needs/need-store.ts';
import { renderDesk } from '../desk-page.tsx';
import { Lines, Section } from '../desk-parts.tsx';
import { toSlug, toUrl } from '../desk-url.ts';
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
  const { needs } = textsIn(visitor.language).deskPages;
  const wrong = outcome?.kind === 'faults' && outcome.slug === toSlug(need.id) ? outcome : undefined;
  const id = `outcome-${need.number}`;
  const typed = wrong?.values.outcome;
  return (
    <details class="fill" open={wrong !== undefined}>
      <summary class="ds-button" data-variant="secondary">
        {needs.settle}
        <span class="ds-sr-only"> {needs.about(need.number)}</span>
      </summary>
      <form method="post" action={`${toUrl('needs', need.id)}/settle`} class="stack" noValidate>
        <input type="hidden" name="_csrf" value={visitor.csrf} />
        <div class="ds-field">
          <label class="ds-label" for={id}>
            {needs.outcome}
          </label>
          <p id={`${id}-help`} class="quiet">
            {needs.help(MOST_SIGNS)}
          </p>
          {wrong && (
            <p id={`${id}-fault`} class="ds-validation-message" role="alert">
              {wrong.text}
            </p>
          )}
          <textarea
            class="ds-input"
            rows={3}
            id={id}
            name="outcome"
            aria-required="true"
            aria-invalid={wrong !== undefined || undefined}
            aria-describedby={wrong ? `${id}-help ${id}-fault` : `${id}-help`}
          >
            {typeof typed === 'string' ? typed : ''}
          </textarea>
        </div>
        <button class="ds-button" type="submit">
          {needs.save}
        </button>
      </form>
    </details>
  );
}
