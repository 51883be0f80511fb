// The check-in rounds of the latest plans, and how many have answered in each.
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import { listPlans } from '../../../topics/plans/plan-store.ts';
import { isOff, type Round } from '../../../topics/plans/round.ts';
import { listCountyRounds } from '../../../topics/plans/round-store.ts';
import { mayMake } from '../acts/steering.ts';
import { MakeNew } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';
import { readRounds } from './read-rounds.ts';
import { describeNotAsked } from './standing-view.tsx';

const MOST_PLANS = 3;

export async function renderRounds(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { db } = setting.road.database;
  const { language, county } = visitor;
  const texts = textsIn(language).deskPages.rounds;
  const plans = (await listPlans(db, county.id)).slice(0, MOST_PLANS);
  const shown = await readShown(visit, plans);
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <>
        <MakeNew kinds={mayMake(visit, 'round') ? ['round'] : []} visitor={visitor} />
        {plans.length === 0 ? (
          <p class="quiet">{texts.noPlan}</p>
        ) : (
          plans.map((plan) => (
            <PlanRounds
              key={plan.id}
              plan={plan}
              rounds={shown.filter(({ round }) => round.planId === plan.id)}
              visitor={visitor}
            />
          ))
        )}
      </>
    ),
  });
}

interface ShownRound {
  readonly round: Round;
  readonly answered: number;
  readonly asked: number;
}

async function readShown(visit: Visit, plans: readonly Plan[]): Promise<readonly ShownRound[]> {
  const { db } = visit.setting.road.database;
  const shown = new Set(plans.map(({ id }) => id));
  const rounds = (await listCountyRounds(db, visit.visitor.county.id)).filter(({ planId }) => shown.has(planId));
  const standings = await readRounds(visit, rounds);
  return rounds.map((round) => {
    const own = standings.get(round.id) ?? [];
    const answered = own.reduce((sum, one) => sum + one.answered.length, 0);
    const silent = own.reduce((sum, one) => sum + one.silent.length, 0);
    return { round, answered, asked: answered + silent };
  });
}

interface PlanRoundsProps {
  readonly plan: Plan;
  readonly rounds: readonly ShownRound[];
  readonly visitor: DeskVisitor;
}

function PlanRounds({ plan, rounds, visitor }: PlanRoundsProps) {
  const { language, today } = visitor;
  const { deskPages, plans } = textsIn(language);
  const texts = deskPages.rounds;
  return (
    <Section id={`plan-${plan.year}`} title={plans.overview.title(plan.year, plans.state(plan.state))}>
      <Lines
        of={rounds}
        none={texts.none}
        keyOf={({ round }) => round.id}
        show={({ round, answered, asked }) => (
          <>
            <span class="row tight">
              <a class="ds-link" href={toUrl('rounds', round.id)}>
                {texts.round(round.label)}
              </a>
              {isOff(round) && <Badge tone="warning">{texts.off}</Badge>}
              {!isOff(round) && round.opensOn <= today && today <= round.closesOn && (
                <Badge tone="info">{texts.open}</Badge>
              )}
            </span>
            <span class="quiet">
              {texts.days(formatDate(round.opensOn, language, today), formatDate(round.closesOn, language, today))}
            </span>
            <span>{asked === 0 ? describeNotAsked(round, visitor) : deskPages.standing.progress(answered, asked)}</span>
          </>
        )}
      />
    </Section>
  );
}
