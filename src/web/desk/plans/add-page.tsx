// A new activity of a year's plan, or why none can be added.
import { randomUUID } from 'node:crypto';
import { LocalDate } from '../../../calendar/local-date.ts';
import { textsIn } from '../../../text/texts.ts';
import { refuseChange } from '../../../topics/plans/change-activity.ts';
import { listPlans } from '../../../topics/plans/plan-store.ts';
import { findPlanRole } from '../../../topics/plans/take-step.ts';
import { renderDesk } from '../desk-page.tsx';
import { Section } from '../desk-parts.tsx';
import type { Visit } from '../visit.ts';
import { ActivityFields } from './activity-fields.tsx';
import { createActivityForm } from './activity-form.ts';
import { chooseYear, toPlanUrl } from './read-plan.ts';

export async function renderAdd(visit: Visit): Promise<string | undefined> {
  const { db } = visit.setting.road.database;
  const { language, county, person, today } = visit.visitor;
  const plan = chooseYear(await listPlans(db, county.id), visit);
  if (!plan) return undefined;
  const { activity: texts, plan: words } = textsIn(language).deskYear;
  const refusal = refuseChange(plan, await findPlanRole(db, plan, person, today));
  const year = { fromOn: LocalDate.parse(`${plan.year}-01-01`), toOn: LocalDate.parse(`${plan.year}-12-31`) };
  return renderDesk({
    visit,
    title: texts.add,
    lead: texts.inPlan(plan.year),
    children: refusal ? (
      <>
        <p>{texts.refused[refusal]}</p>
        <p>
          <a class="ds-link" href={toPlanUrl(plan.year)}>
            {words.back}
          </a>
        </p>
      </>
    ) : (
      <Section id="new" title={texts.add}>
        <ActivityFields
          visit={visit}
          form={await createActivityForm(visit)}
          values={year}
          action={`${toPlanUrl(plan.year)}/activities`}
          hidden={{ _nonce: randomUUID() }}
          save={texts.saveNew}
        />
      </Section>
    ),
  });
}
