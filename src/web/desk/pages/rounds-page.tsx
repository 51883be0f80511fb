// The check-in rounds of the latest plans, and how many have answered in each.
import type { Db } from '../../../database/open.ts';
import { findReach } from '../../../directory/may.ts';
import { formatDate } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import { listPlans } from '../../../topics/plans/plan-store.ts';
import { type Round, toSlug } from '../../../topics/plans/round.ts';
import { listRounds } from '../../../topics/plans/round-store.ts';
import { mayMake } from '../acts/steering.ts';
import { MakeNew } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Badge, Lines, Section } from '../desk-parts.tsx';
import { toUrl } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';
import { readStandings, type Standing } from './read-standings.ts';
import { listPromptIds } from './standing-store.ts';

const MOST_PLANS = 3;

export async function renderRounds(visit: Visit): Promise<string> {
  const { visitor, setting } = visit;
  const { db } = setting.road.database;
  const { language, county } = visitor;
  const texts = textsIn(language).deskPages.rounds;
  const plans = (await listPlans(db, county.id)).slice(0, MOST_PLANS);
  const shown = [];
  for (const plan of plans) shown.push({ plan, rounds: await readRounds(visit, plan) });
  return renderDesk({
    visit,
    title: texts.title,
    children: (
      <>
        <MakeNew kinds={mayMake(visit, 'round') ? ['round'] : []} visitor={visitor} />
        {shown.length === 0 ? (
          <p class="quiet">{texts.noPlan}</p>
        ) : (
          shown.map(({ plan, rounds }) => <PlanRounds key={plan.id} plan={plan} rounds={rounds} visitor={visitor} />)
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

async function readRounds(visit: Visit, { id: planId, countyId }: Plan): Promise<readonly ShownRound[]> {
  const { db } = visit.setting.road.database;
  const shown: ShownRound[] = [];
  for (const round of await listRounds(db, { countyId, planId })) {
    const standings = await readRound(db, visit, round);
    const answered = standings.reduce((sum, one) => sum + one.answered.length, 0);
    const asked = standings.reduce((sum, one) => sum + one.answered.length + one.silent.length, 0);
    shown.push({ round, answered, asked });
  }
  return shown;
}

/** What was asked of owners in one round, as far as the reader may see: of all, or of those in their groups. */
export async function readRound(db: Db, { visitor, setting }: Visit, round: Round): Promise<readonly Standing[]> {
  const { actor, county, language } = visitor;
  const reach = findReach(actor, 'see-answers');
  const ids = await listPromptIds(db, { countyId: county.id, topic: 'plan', question: toSlug(round) });
  const reading = { countyId: county.id, language, now: setting.road.clock.now() };
  const all = await readStandings(db, reading, ids);
  // A group's own card asks nobody: it shows where its owners stand.
  const asking = all.filter(({ answered, silent }) => answered.length + silent.length > 0);
  return asking.filter(({ groupIds }) => reach === 'all' || groupIds.some((id) => reach.includes(id)));
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
              {round.opensOn <= today && today <= round.closesOn && <Badge tone="info">{texts.open}</Badge>}
            </span>
            <span class="quiet">
              {texts.days(formatDate(round.opensOn, language, today), formatDate(round.closesOn, language, today))}
            </span>
            <span>{asked === 0 ? texts.notAsked : deskPages.standing.progress(answered, asked)}</span>
          </>
        )}
      />
    </Section>
  );
}
