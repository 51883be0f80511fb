// Before a plan takes a step or is copied: what will happen, and nothing has yet.
import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import { findTarget } from '../../../topics/plans/plan-way.ts';
import type { Stepping } from '../../../topics/plans/take-step.ts';
import { renderDesk } from '../desk-page.tsx';
import type { Visit } from '../visit.ts';
import { toPlanUrl } from './read-plan.ts';

export function renderStepping(visit: Visit, { plan, act, decidedOn, dnr }: Stepping): string {
  const { language } = visit.visitor;
  const { step } = textsIn(language).planYear;
  const isApproval = act === 'approve' && decidedOn;
  const lines = [
    step.becomes(plan.year, plan.state, findTarget(act)),
    ...(isApproval ? [step.decided(formatDate(decidedOn, language), dnr)] : []),
    step.follows(act),
  ];
  const carried = {
    _act: act,
    _nonce: randomUUID(),
    ...(isApproval && { decidedOn, ...(dnr !== undefined && { dnr }) }),
  };
  return renderDesk({
    visit: atPlan(visit, plan),
    title: step.title(act, plan.year),
    children: <Confirm visit={visit} plan={plan} lines={lines} action="step" carried={carried} />,
  });
}

export interface CopyCount {
  readonly plan: Plan;
  readonly carried: number;
  readonly finished: number;
}

export function renderCopying(visit: Visit, { plan, carried, finished }: CopyCount): string {
  const { copy } = textsIn(visit.visitor.language).planYear;
  const lines = [copy.will(carried, finished)];
  return renderDesk({
    visit: atPlan(visit, plan),
    title: copy.title(plan.year, plan.year + 1),
    children: <Confirm visit={visit} plan={plan} lines={lines} action="copy" carried={{}} />,
  });
}

/** A page that is the answer to a form has no address of its own: its other language is the plan's page. */
function atPlan(visit: Visit, { year }: Plan): Visit {
  return { ...visit, path: toPlanUrl(year), query: {} };
}

interface ConfirmProps {
  readonly visit: Visit;
  readonly plan: Plan;
  readonly lines: readonly string[];
  readonly action: 'step' | 'copy';
  readonly carried: Readonly<Record<string, string>>;
}

function Confirm({ visit, plan, lines, action, carried }: ConfirmProps): ComponentChildren {
  const { language, csrf } = visit.visitor;
  const texts = textsIn(language).deskYear.plan;
  const url = toPlanUrl(plan.year);
  return (
    <form method="post" action={`${url}/${action}`} class="ds-card stack wide card">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="_confirmed" value="yes" />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div class="row">
        <button class="ds-button" type="submit">
          {texts.confirm}
        </button>
        <a class="ds-button" data-variant="secondary" href={url}>
          {texts.back}
        </a>
      </div>
    </form>
  );
}
