// The lights of a year by area and goal, what was set by hand and why, and the form that sets one.
import { randomUUID } from 'node:crypto';

import { LocalDate } from '../../../calendar/local-date.ts';
import type { LightScope } from '../../../followup/light-override.ts';
import type { JudgedLight, Report } from '../../../followup/report.ts';
import { ErrorSummary } from '../../../page/error-summary.tsx';
import { FormFields } from '../../../page/form-fields.tsx';
import { LightShape } from '../../../page/light.tsx';
import { formatDay } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import { Lines, Section } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import { toSlug } from '../desk-url.ts';
import type { Visit } from '../visit.ts';
import { createLightForm } from './report-forms.ts';

export interface LightsViewProps {
  readonly report: Report;
  readonly maySign: boolean;
  readonly visit: Visit;
}

/** What a light is of. */
interface Judged {
  readonly scope: LightScope;
  readonly id: string;
  readonly name: string;
  readonly light: JudgedLight;
}

export function LightsView({ report, maySign, visit }: LightsViewProps) {
  const { deskYear, reports } = textsIn(visit.visitor.language);
  const texts = deskYear.report;
  return (
    <Section id="lights" title={texts.lights}>
      {report.areas.length === 0 ? <p class="quiet">{texts.noLights}</p> : <p class="quiet">{reports.rule.worst}</p>}
      {report.areas.map(({ id, name, light, goals }) => (
        <div key={id} class="stack tight">
          <h3 class="ds-heading" data-size="2xs">
            {name}
          </h3>
          <Lines
            of={[
              { scope: 'area', id, name, light } as const,
              ...goals.map((goal) => ({ scope: 'goal', id: goal.id, name: goal.text, light: goal.light }) as const),
            ]}
            none=""
            keyOf={(judged) => `${judged.scope} ${judged.id}`}
            show={(judged) => <LightLine judged={judged} year={report.year} maySign={maySign} visit={visit} />}
          />
        </div>
      ))}
    </Section>
  );
}

interface LightLineProps {
  readonly judged: Judged;
  readonly year: number;
  readonly maySign: boolean;
  readonly visit: Visit;
}

function LightLine(props: LightLineProps) {
  const { judged, maySign, visit } = props;
  const { scope, name, light } = judged;
  const { language } = visit.visitor;
  const { lights, reports, deskYear } = textsIn(language);
  const { override } = light;
  return (
    <>
      <span class="row tight">
        <LightShape light={light.light} />
        <strong>{lights.word(light.light)}</strong>
        {scope === 'goal' && <span>{name}</span>}
        {override && <span class="quiet">{deskYear.report.byRule(lights.name(light.computed))}</span>}
      </span>
      {override && (
        <span class="text">
          {reports.rule.signed(
            lights.name(override.light),
            [override.by.title, override.by.organisation].filter(Boolean).join(', '),
            formatDay(LocalDate.parse(override.at.slice(0, 10)), language),
            override.reason,
          )}
        </span>
      )}
      {maySign && <LightForm {...props} />}
    </>
  );
}

function LightForm({ judged: { scope, id, name }, year, visit: { visitor, outcome } }: LightLineProps) {
  const { language, csrf } = visitor;
  const texts = textsIn(language).deskYear.report;
  const wrong = outcome?.kind === 'faults' && outcome.slug === id ? outcome : undefined;
  const fields = { form: createLightForm(language), language, prefix: `${scope}-${toSlug(id)}` };
  return (
    <details class="fill" open={wrong !== undefined}>
      <summary class="ds-button" data-variant="tertiary">
        {texts.set}
        <span class="ds-sr-only">: {name}</span>
      </summary>
      <form method="post" action={`${DESK}/reports/${year}/light`} class="stack wide" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="_nonce" value={randomUUID()} />
        <input type="hidden" name="_scope" value={scope} />
        <input type="hidden" name="_of" value={id} />
        {wrong && <ErrorSummary {...fields} text={wrong.text} faults={wrong.faults} />}
        <FormFields {...fields} values={wrong?.values ?? {}} faults={wrong?.faults ?? []} />
        <div class="row">
          <button class="ds-button" type="submit">
            {texts.saveLight}
          </button>
        </div>
      </form>
    </details>
  );
}
