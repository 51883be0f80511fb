// The shared calendar: what waits for a decision, and what everybody sees.
import { randomUUID } from 'node:crypto';
import { may } from '../../../directory/may.ts';
import { listOrganisations } from '../../../directory/organisation-store.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import { textsIn } from '../../../text/texts.ts';
import { describeEvent } from '../../../topics/events/digest.ts';
import type { Event } from '../../../topics/events/event.ts';
import { createApprovalForm } from '../../../topics/events/event-form.ts';
import { listApproved, listWaiting } from '../../../topics/events/event-store.ts';
import { renderDesk } from '../desk-page.tsx';
import { Lines, Section } from '../desk-parts.tsx';
import { toSlug, toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';

export async function renderEvents(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { db } = setting.road.database;
  const { county, actor, language, today } = visitor;
  const texts = textsIn(language).deskPages.events;
  const ahead = { countyId: county.id, from: today };
  const waiting = await listWaiting(db, ahead);
  const approved = await listApproved(db, ahead);
  const describing = { language, today, organisations: await listOrganisations(db, county.id) };
  const keyOf = ({ id }: Event) => id;
  const describe = (event: Event) => (
    <span>
      {describeEvent(event, describing)}
      {event.link && (
        <>
          {' '}
          <a class="ds-link" href={event.link}>
            {texts.link}
            <span class="ds-sr-only">: {event.title}</span>
          </a>
        </>
      )}
    </span>
  );
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <>
        <Section id="waiting" title={texts.waiting(waiting.length)}>
          <Lines
            of={waiting}
            none={texts.noneWaiting}
            keyOf={keyOf}
            show={(event) => (
              <>
                {describe(event)}
                {may(actor, 'decide-event') && <DecideForm event={event} visit={visit} />}
              </>
            )}
          />
        </Section>
        <Section id="approved" title={texts.approved}>
          <Lines of={approved} none={texts.noneApproved} keyOf={keyOf} show={describe} />
        </Section>
      </>
    ),
  });
}

function DecideForm({ event, visit: { visitor, outcome } }: { readonly event: Event; readonly visit: Visit }) {
  const { language, csrf } = visitor;
  const texts = textsIn(language);
  const { events } = texts.deskPages;
  const wrong = outcome?.kind === 'faults' && outcome.slug === toSlug(event.id) ? outcome : undefined;
  const fields = { form: createApprovalForm(texts), language, prefix: `event-${event.number}` };
  return (
    <details class="fill" open={wrong !== undefined}>
      <summary class="ds-button" data-variant="secondary">
        {events.decide}
        <span class="ds-sr-only">: {event.title}</span>
      </summary>
      <form method="post" action={`${toUrl('events', event.id)}/decide`} class="stack wide" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="_nonce" value={randomUUID()} />
        {wrong && <ErrorSummary {...fields} text={wrong.text} faults={wrong.faults} />}
        <FormFields {...fields} values={wrong?.values ?? {}} faults={wrong?.faults ?? []} />
        <button class="ds-button" type="submit">
          {events.save}
        </button>
      </form>
    </details>
  );
}
