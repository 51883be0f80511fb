// The county's grant calls by their last day: those that can be applied for first.
import { textsIn } from '../../../text/texts.ts';
import type { CallState } from '../../../topics/calls/call.ts';
import { formatClose } from '../../../topics/calls/call-message.ts';
import { type CallNow, listCalls } from '../../../topics/calls/call-store.ts';
import { mayMake } from '../acts/steering.ts';
import { MakeNew } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Badge, type BadgeProps, Lines, Section } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';

export const callTones = {
  planned: 'neutral',
  open: 'success',
  'closing-soon': 'warning',
  closed: 'neutral',
  decided: 'neutral',
} as const satisfies Record<CallState, BadgeProps['tone']>;

export async function renderCalls(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { language, today, county } = visitor;
  const { deskPages, calls } = textsIn(language);
  const texts = deskPages.calls;
  const { database, clock } = setting.road;
  const all = await listCalls(database.db, { countyId: county.id, now: clock.now() });
  const isOver = ({ state }: CallNow) => state === 'closed' || state === 'decided';
  const keyOf = ({ call }: CallNow) => call.id;
  const show = ({ call, state }: CallNow) => (
    <>
      <span class="row tight">
        <a class="ds-link" href={toUrl('calls', call.id)}>
          {calls.prompt(call.title, call.round)}
        </a>
        <Badge tone={callTones[state]}>{calls.states[state]}</Badge>
      </span>
      <span class="quiet">
        {calls.facts.closes}: {formatClose(call, language, today)}
      </span>
    </>
  );
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <>
        <MakeNew kinds={mayMake(visit, 'call') ? ['call'] : []} visitor={visitor} />
        <Section id="coming" title={texts.coming}>
          <Lines of={all.filter((one) => !isOver(one))} none={texts.noneComing} keyOf={keyOf} show={show} />
        </Section>
        <Section id="past" title={texts.past}>
          <Lines of={all.filter(isOver).toReversed()} none={texts.nonePast} keyOf={keyOf} show={show} />
        </Section>
      </>
    ),
  });
}
