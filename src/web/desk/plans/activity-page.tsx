// One activity of a plan: what it is, how it has gone round by round, and what can be changed in it.
import type { Db } from '../../../database/open.ts';
import { findGroups } from '../../../directory/group-store.ts';
import { findOrganisations } from '../../../directory/organisation-store.ts';
import { findPeople } from '../../../directory/person-store.ts';
import { formatDay, formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Activity } from '../../../topics/plans/activity.ts';
import {
  followBack,
  type HistoryLine,
  listMarks,
  listSaid,
  readHistory,
} from '../../../topics/plans/activity-history.ts';
import { findActivities, listActivities } from '../../../topics/plans/activity-store.ts';
import { refuseChange } from '../../../topics/plans/change-activity.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import { listPlans } from '../../../topics/plans/plan-store.ts';
import { listGoals } from '../../../topics/plans/strategy-store.ts';
import { findPlanRole } from '../../../topics/plans/take-step.ts';
import { readTrace } from '../acts/steering.ts';
import { Trace } from '../acts/steering-view.tsx';
import { renderDesk } from '../desk-page.tsx';
import { Facts, Lines, Section } from '../desk-parts.tsx';
import { toSubjectId, toUrl } from '../desk-url.ts';
import type { Visit } from '../visit.ts';
import { ActivityFields } from './activity-fields.tsx';
import { createActivityForm, toAnswers, toMark } from './activity-form.ts';
import { Standing } from './activity-line.tsx';
import { maySeeActivity, toPlanUrl } from './read-plan.ts';

export interface FoundActivity {
  readonly activity: Activity;
  readonly plan: Plan;
  readonly plans: readonly Plan[];
}

/** Undefined where the county has none, or not for this reader. */
export async function findActivity(visit: Visit): Promise<FoundActivity | undefined> {
  const { db } = visit.setting.road.database;
  const { county } = visit.visitor;
  const [activity] = await findActivities(db, county.id, [toSubjectId(county.id, visit.slug)]);
  const plans = await listPlans(db, county.id);
  const plan = plans.find(({ id }) => id === activity?.planId);
  return activity && plan && maySeeActivity(visit, plan, activity) ? { activity, plan, plans } : undefined;
}

export async function renderActivity(visit: Visit): Promise<string | undefined> {
  const found = await findActivity(visit);
  if (!found) return undefined;
  const { activity, plan } = found;
  const { db } = visit.setting.road.database;
  const { language, today, person } = visit.visitor;
  const texts = textsIn(language).deskYear.activity;
  const chain = await readChain(db, found);
  const history = await readHistory(db, chain);
  const refusal = refuseChange(plan, await findPlanRole(db, plan, person, today));
  const trace = await readTrace(visit, { topic: 'activity', subjectId: activity.id });
  const isOfFile = activity.carriedFromId === undefined && trace.every(({ change }) => change.act !== 'new');
  return renderDesk({
    visit,
    title: activity.title,
    children: (
      <>
        <p>
          <a class="ds-link" href={toPlanUrl(plan.year)}>
            {texts.inPlan(plan.year)}
          </a>
        </p>
        {await renderFacts(visit, found, chain)}
        <History lines={history} visit={visit} />
        {refusal === undefined ? (
          <details class="fill" open={visit.outcome?.kind === 'faults'}>
            <summary class="ds-button" data-variant="secondary">
              {texts.change}
            </summary>
            <div class="ds-card stack card">
              {isOfFile && <p class="quiet">{texts.inFile}</p>}
              <ActivityFields
                visit={visit}
                form={await createActivityForm(visit, activity)}
                values={toAnswers(activity)}
                action={`${toUrl('activities', activity.id)}/change`}
                hidden={{ _mark: toMark(activity) }}
                save={texts.save}
              />
            </div>
          </details>
        ) : (
          refusal !== 'not-allowed' && <p class="quiet">{texts.refused[refusal]}</p>
        )}
        <Trace trace={trace} visitor={visit.visitor} />
      </>
    ),
  });
}

/** The activity and what it goes on with, in the plans of the years before. */
async function readChain(db: Db, { activity, plan, plans }: FoundActivity): Promise<readonly Activity[]> {
  if (activity.carriedFromId === undefined) return [activity];
  const all: Activity[] = [activity];
  for (const { id: planId, year, countyId } of plans) {
    if (year < plan.year) all.push(...(await listActivities(db, { countyId, planId })));
  }
  return followBack(activity, all);
}

async function renderFacts(visit: Visit, { activity, plans }: FoundActivity, chain: readonly Activity[]) {
  const { db } = visit.setting.road.database;
  const { language, today, county } = visit.visitor;
  const { activity: texts, plan } = textsIn(language).deskYear;
  const { ownerId, responsibleId, groupId, goalId, fromOn, toOn, indicator, targetGroup } = activity;
  const [owner] = await findOrganisations(db, county.id, [ownerId]);
  const [group] = await findGroups(db, county.id, [groupId]);
  const [responsible] = responsibleId ? await findPeople(db, county.id, [responsibleId]) : [];
  const goal = (await listGoals(db, county.id)).find(({ id }) => id === goalId);
  const [, before] = chain;
  const year = plans.find(({ id }) => id === before?.planId)?.year ?? 0;
  const days = plan.days(formatDay(fromOn, language, today), formatDay(toOn, language, today));
  return (
    <Facts
      of={[
        { label: texts.goal, value: goal?.text ?? plan.noGoal },
        { label: texts.owner, value: owner?.name ?? '' },
        responsible && { label: texts.responsible, value: responsible.name },
        { label: texts.group, value: group?.name ?? '' },
        { label: texts.when, value: days },
        indicator === undefined ? undefined : { label: texts.indicator, value: indicator },
        targetGroup === undefined ? undefined : { label: texts.targetGroup, value: targetGroup },
        before && {
          label: texts.carriedFrom,
          value: (
            <a class="ds-link" href={toUrl('activities', before.id)}>
              {texts.before(before.title, year)}
            </a>
          ),
        },
      ]}
    />
  );
}

interface HistoryProps {
  readonly lines: readonly HistoryLine[];
  readonly visit: Visit;
}

/** The newest first. */
function History({ lines, visit: { visitor } }: HistoryProps) {
  const { language, today, county } = visitor;
  const { activity, plan } = textsIn(language).deskYear;
  return (
    <Section id="history" title={activity.history}>
      <Lines
        of={lines.toReversed()}
        none={activity.none}
        keyOf={({ checkIn }) => `${checkIn.receipt} ${checkIn.at.toISOString()}`}
        show={({ checkIn, round }) => (
          <>
            <span class="row tight">
              <Standing light={checkIn.light} status={checkIn.status} language={language} />
            </span>
            {listSaid(checkIn, language).map((sentence) => (
              <span key={sentence} class="text">
                {sentence}
              </span>
            ))}
            <span class="quiet">
              {[
                formatInstant(checkIn.at, county.timeZone, language, today),
                plan.checkedIn(round),
                ...listMarks(checkIn, language),
              ].join(' · ')}
            </span>
          </>
        )}
      />
    </Section>
  );
}
