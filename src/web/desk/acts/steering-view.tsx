// Buttons for what can be done with a thing, and the trace of what was done to it.
import { DeskActName } from '../../../desk/desk-act.ts';
import type { DeskKind } from '../../../desk/desk-subject.ts';
import { formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { Lines, Section } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Steering, Traced } from './steering.ts';

export interface SteeringProps {
  readonly steering: Steering;
  readonly visitor: DeskVisitor;
}

export function SteeringView({ steering, visitor }: SteeringProps) {
  const { ref, possible, trace } = steering;
  const { deskActs, deskChat } = textsIn(visitor.language);
  return (
    <>
      {possible.length > 0 && (
        <Section id="acts" title={deskActs.possible}>
          <form method="post" action={`${DESK}/acts`} class="row">
            <input type="hidden" name="_csrf" value={visitor.csrf} />
            <input type="hidden" name="kind" value={ref.kind} />
            <input type="hidden" name="subject" value={ref.id} />
            {possible.flatMap((act) =>
              act === 'new' ? (
                []
              ) : (
                <button key={act} class="ds-button" data-variant="secondary" type="submit" name="act" value={act}>
                  {deskChat.acts[act]}
                </button>
              ),
            )}
          </form>
        </Section>
      )}
      <Trace trace={trace} visitor={visitor} />
    </>
  );
}

export interface TraceProps {
  readonly trace: readonly Traced[];
  readonly visitor: DeskVisitor;
}

/** Nothing where nothing was done. */
export function Trace({ trace, visitor }: TraceProps) {
  if (trace.length === 0) return null;
  return (
    <Section id="trace" title={textsIn(visitor.language).deskActs.trace}>
      <Lines
        of={trace}
        none=""
        keyOf={({ change }) => `${change.at.toISOString()} ${change.act}`}
        show={(one) => <TraceLine traced={one} visitor={visitor} />}
      />
    </Section>
  );
}

function TraceLine({ traced: { change, by }, visitor }: { readonly traced: Traced; readonly visitor: DeskVisitor }) {
  const { language, today, county } = visitor;
  const { deskChat, desk } = textsIn(language);
  const what = deskChat.did[DeskActName.catch('new').parse(change.act)];
  return (
    <>
      <span>
        <strong>{what}</strong>, {by}
      </span>
      <span class="quiet">{formatInstant(change.at, county.timeZone, language, today)}</span>
      {change.fields.length > 0 && (
        <ul class="ds-list">
          {change.fields.map(({ label, from, to }) => (
            <li key={label} class="text">
              {desk.preview.changed(label, from, to)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Begins a new one of each of these kinds. */
export function MakeNew({ kinds, visitor }: { readonly kinds: readonly DeskKind[]; readonly visitor: DeskVisitor }) {
  const { titles } = textsIn(visitor.language).desk;
  if (kinds.length === 0) return null;
  return (
    <form method="post" action={`${DESK}/acts`} class="row">
      <input type="hidden" name="_csrf" value={visitor.csrf} />
      <input type="hidden" name="act" value="new" />
      {kinds.map((kind) => (
        <button key={kind} class="ds-button" type="submit" name="kind" value={kind}>
          {titles.new[kind]}
        </button>
      ))}
    </form>
  );
}
