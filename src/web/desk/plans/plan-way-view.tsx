// A plan's way on its page: the steps that it has taken and by whom, the next one, and the copy to the next year.
import type { LocalDate } from '../../../calendar/local-date.ts';
import { toLocal } from '../../../calendar/zone.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { type Plan, PlanState } from '../../../topics/plans/plan.ts';
import type { PlanStep } from '../../../topics/plans/plan-step.ts';
import { findNext, listActs, type PlanAct, refuseStep } from '../../../topics/plans/plan-way.ts';
import { Badge, Section } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';
import { createApprovalForm } from './approval-form.ts';
import { type ReadPlan, toPlanUrl } from './read-plan.ts';

export interface PlanWayProps {
  readonly read: ReadPlan;
  readonly visit: Visit;
  /** The days on which the group that approves has met. */
  readonly held: readonly LocalDate[];
}

export function PlanWay(props: PlanWayProps) {
  const { read, visit } = props;
  const { plan, role } = read;
  const texts = textsIn(visit.visitor.language).deskYear.plan;
  const acts = listActs(plan, role);
  return (
    <Section id="way" title={texts.way}>
      <ol class="plain">
        {PlanState.options.map((state) => (
          <li key={state} class="line row tight">
            <State state={state} {...props} />
          </li>
        ))}
      </ol>
      {acts.length === 0 && <Waiting {...props} />}
      {acts.includes('approve') && <NextStep act="approve" {...props} />}
      {role !== 'other' && (
        <div class="row">
          {acts.map((act) => act !== 'approve' && <NextStep key={act} act={act} {...props} />)}
          <CopyForm plan={plan} visit={visit} />
        </div>
      )}
    </Section>
  );
}

/** Taken, where it is now, or to come: said in words. */
function State({ state, read, visit: { visitor } }: PlanWayProps & { readonly state: PlanState }) {
  const { plan, steps } = read;
  const { language, today, county } = visitor;
  const { deskYear, plans } = textsIn(language);
  const texts = deskYear.plan;
  const order = PlanState.options;
  const isTaken = order.indexOf(state) <= order.indexOf(plan.state);
  const step = steps.findLast(({ to }) => to === state);
  return (
    <>
      <Badge tone={isTaken ? 'success' : 'neutral'}>
        {state === 'draft' ? texts.draft : capital(plans.state(state))}
      </Badge>
      {state === plan.state && <strong>{texts.now}</strong>}
      {!isTaken && <span class="quiet">{texts.ahead}</span>}
      {step && (
        <span class="quiet">
          {texts.by(
            formatDay(toLocal(step.at, county.timeZone).date, language, today),
            nameTaker(step, read, language),
          )}
        </span>
      )}
      {state === 'approved' && isTaken && <Decision plan={plan} step={step} visitor={visitor} />}
    </>
  );
}

function nameTaker({ byId, operator }: PlanStep, { names }: ReadPlan, language: Language): string {
  const { desk, deskYear } = textsIn(language);
  if (operator !== undefined) return desk.byCommand(operator);
  return byId ? (names.get(byId) ?? '') : deskYear.plan.byFile;
}

interface DecisionProps {
  readonly plan: Plan;
  readonly step: PlanStep | undefined;
  readonly visitor: Visit['visitor'];
}

/** When the council approved it, at which meeting, and under what number. */
function Decision({ plan: { approvedOn, dnr }, step, visitor: { language, today } }: DecisionProps) {
  const texts = textsIn(language).deskYear.plan;
  const day = approvedOn && texts.decided(formatDay(approvedOn, language, today));
  return (
    <>
      {day &&
        (step?.meetingId ? (
          <a class="ds-link" href={toUrl('meetings', step.meetingId)}>
            {day}
          </a>
        ) : (
          <span>{day}</span>
        ))}
      {dnr && <span>{texts.dnr(dnr)}</span>}
    </>
  );
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Who takes the next step, where the reader does not. */
function Waiting({ read: { plan }, visit: { visitor } }: PlanWayProps) {
  const texts = textsIn(visitor.language).deskYear.plan;
  const next = findNext(plan.state);
  const refusal = next && refuseStep(plan, next, 'other');
  if (refusal?.kind !== 'not-allowed') return null;
  return (
    <p class="quiet">{texts.waitsFor(refusal.by.flatMap((role) => (role === 'other' ? [] : texts.roles[role])))}</p>
  );
}

function NextStep({ act, read: { plan }, visit, held }: PlanWayProps & { readonly act: PlanAct }) {
  const { visitor, outcome } = visit;
  const { language, csrf } = visitor;
  const texts = textsIn(language).deskYear.plan;
  const isApproval = act === 'approve';
  if (isApproval && held.length === 0) return <p class="quiet">{texts.notMet}</p>;
  const wrong = outcome?.kind === 'faults' && outcome.slug === act ? outcome : undefined;
  const fields = { form: createApprovalForm(held, language), language, prefix: 'step' };
  return (
    <form method="post" action={`${toPlanUrl(plan.year)}/step`} class="stack wide" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="_act" value={act} />
      {wrong && <ErrorSummary {...fields} text={wrong.text} faults={wrong.faults} />}
      {isApproval && <FormFields {...fields} values={wrong?.values ?? {}} faults={wrong?.faults ?? []} />}
      <div class="row">
        <button class="ds-button" type="submit">
          {texts.acts[act]}
        </button>
      </div>
    </form>
  );
}

function CopyForm({ plan, visit: { visitor } }: { readonly plan: Plan; readonly visit: Visit }) {
  const { language, csrf } = visitor;
  return (
    <form method="post" action={`${toPlanUrl(plan.year)}/copy`}>
      <input type="hidden" name="_csrf" value={csrf} />
      <button class="ds-button" data-variant="secondary" type="submit">
        {textsIn(language).deskYear.plan.copy(plan.year + 1)}
      </button>
    </form>
  );
}
