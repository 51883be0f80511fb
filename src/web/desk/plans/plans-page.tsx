// The year's plan: how far it has come, what is done next with it, and by area and goal how each activity stands.
import { may } from '../../../directory/may.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Activity } from '../../../topics/plans/activity.ts';
import { refuseChange } from '../../../topics/plans/change-activity.ts';
import type { Area } from '../../../topics/plans/strategy.ts';
import { readTrace } from '../acts/steering.ts';
import { Trace } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Lines, Section } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import { toSlug, toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';
import { YearLinks } from '../year-links.tsx';
import { ActivityLine } from './activity-line.tsx';
import { Addenda } from './addenda.tsx';
import { listHeld } from './approval-form.ts';
import { PlanWay } from './plan-way-view.tsx';
import { type ReadPlan, readPlan, toPlanUrl } from './read-plan.ts';

export async function renderYearPlan(visit: Visit): Promise<string | undefined> {
  const { language } = visit.visitor;
  const { deskYear, plans: words } = textsIn(language);
  const texts = deskYear.plan;
  const read = await readPlan(visit);
  if (!read) {
    if (visit.slug !== '') return undefined;
    const { nav } = textsIn(language).deskPages;
    return renderDesk({ visit, title: nav.plans, children: <p class="quiet">{texts.none}</p> });
  }
  const { plan, plans, isWhole } = read;
  const from = plans.find(({ id }) => id === plan.copiedFromId);
  const lead = [
    texts.state(words.state(plan.state)),
    ...(plan.isExample ? [texts.example] : []),
    ...(from ? [texts.copiedFrom(from.year)] : []),
    ...(isWhole ? [] : [texts.partly]),
  ];
  const held = await listHeld(visit, plan);
  const trace = isWhole ? await readTrace(visit, { topic: 'plan', subjectId: plan.id }) : [];
  return renderDesk({
    visit,
    title: texts.title(plan.year),
    lead: lead.join(' '),
    children: (
      <>
        <YearLinks label={texts.otherYears} years={plans.map(({ year }) => year)} now={plan.year} toUrl={toPlanUrl} />
        <Ways read={read} visit={visit} />
        <PlanWay read={read} visit={visit} held={held} />
        <Areas read={read} visit={visit} />
        <Addenda read={read} visit={visit} />
        <Trace trace={trace} visitor={visit.visitor} />
      </>
    ),
  });
}

interface PartProps {
  readonly read: ReadPlan;
  readonly visit: Visit;
}

/** Where one goes from here. */
function Ways({ read: { plan, role }, visit: { visitor } }: PartProps) {
  const texts = textsIn(visitor.language).deskYear.plan;
  const mayAdd = refuseChange(plan, role) === undefined;
  return (
    <p class="row">
      {mayAdd && (
        <a class="ds-button" href={`${toPlanUrl(plan.year)}/add`}>
          {texts.add}
        </a>
      )}
      {may(visitor.actor, 'see-rounds') && (
        <a class="ds-link" href={toUrl('rounds')}>
          {texts.rounds}
        </a>
      )}
      {may(visitor.actor, 'see-report') && (
        <a class="ds-link" href={`${DESK}/reports/${plan.year}`}>
          {texts.report}
        </a>
      )}
    </p>
  );
}

function Areas({ read, visit }: PartProps) {
  const { activities, areas, goals, isWhole } = read;
  const texts = textsIn(visit.visitor.language).deskYear.plan;
  if (activities.length === 0) return <p class="quiet">{isWhole ? texts.empty : texts.nothing}</p>;
  const known = new Set<string>(goals.map(({ id }) => id));
  const strays = activities.filter(({ goalId }) => !known.has(goalId));
  return (
    <>
      {areas.map((area) => (
        <AreaView key={area.id} area={area} read={read} visit={visit} />
      ))}
      {strays.length > 0 && (
        <Section id="without-goal" title={texts.noGoal}>
          <Activities of={strays} read={read} visit={visit} />
        </Section>
      )}
    </>
  );
}

/** Its goals, as far as anything in the plan serves them. */
function AreaView({ area, read, visit }: PartProps & { readonly area: Area }) {
  const { activities, goals } = read;
  const served = goals
    .filter(({ areaId }) => areaId === area.id)
    .map((goal) => ({ goal, own: activities.filter(({ goalId }) => goalId === goal.id) }))
    .filter(({ own }) => own.length > 0);
  if (served.length === 0) return null;
  return (
    <Section id={`area-${toSlug(area.id)}`} title={area.name}>
      {served.map(({ goal, own }) => (
        <div key={goal.id} class="stack tight">
          <h3 class="ds-label">{goal.text}</h3>
          <Activities of={own} read={read} visit={visit} />
        </div>
      ))}
    </Section>
  );
}

function Activities({ of, read, visit }: PartProps & { readonly of: readonly Activity[] }) {
  return (
    <Lines
      of={of}
      none=""
      keyOf={({ id }) => id}
      show={(activity) => <ActivityLine activity={activity} read={read} visitor={visit.visitor} />}
    />
  );
}
