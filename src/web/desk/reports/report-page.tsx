// The follow-up of a year at the desk: to read and download, its lights, what was frozen of it, and the years before.
import { readAtOneMoment } from '../../../database/one-moment.ts';
import { may } from '../../../directory/may.ts';
import { compileReport } from '../../../followup/compile-report.ts';
import { ReportFormat } from '../../../followup/report-format.ts';
import { listSnapshots } from '../../../followup/snapshot-store.ts';
import { textsIn } from '../../../text/texts.ts';
import { renderDesk } from '../desk-page.tsx';
import { Section } from '../desk-parts.tsx';
import { DESK } from '../desk-setting.ts';
import type { Visit } from '../visit.ts';
import { YearLinks } from '../year-links.tsx';
import { Earlier } from './earlier-view.tsx';
import { FrozenView } from './frozen-view.tsx';
import { LightsView } from './lights-view.tsx';
import { readFrozenYear } from './read-frozen.ts';
import { toFileUrl } from './report-files.ts';
import { findYear, listYears } from './report-years.ts';

export async function renderReport(visit: Visit): Promise<string | undefined> {
  const { setting, visitor } = visit;
  const { database, clock } = setting.road;
  const { county, language, actor } = visitor;
  const year = await findYear(visit);
  if (year === undefined) return undefined;
  const texts = textsIn(language).deskYear.report;
  const of = { countyId: county.id, year };
  const { report, snapshots } = await readAtOneMoment(database, async (tx) => ({
    report: await compileReport(tx, of, clock.now()),
    snapshots: await listSnapshots(tx, of),
  }));
  const isFinal = snapshots.some(({ approvedOn }) => approvedOn !== undefined);
  const maySign = may(actor, 'sign-report') && !isFinal;
  const frozen = await readFrozenYear(visit, year, snapshots);
  return renderDesk({
    visit,
    title: texts.title(year),
    lead: isFinal ? texts.final : texts.lead,
    children: (
      <>
        <YearLinks label={texts.otherYears} years={await listYears(visit)} now={year} toUrl={toReportUrl} />
        <Reading year={year} visit={visit} />
        <LightsView report={report} maySign={maySign} visit={visit} />
        <FrozenView frozen={frozen} maySign={maySign} visit={visit} />
        <Earlier report={report} language={language} />
      </>
    ),
  });
}

function toReportUrl(year: number): string {
  return `${DESK}/reports/${year}`;
}

function Reading({ year, visit: { visitor } }: { readonly year: number; readonly visit: Visit }) {
  const texts = textsIn(visitor.language).deskYear.report;
  const files = ReportFormat.exclude(['html']).options;
  return (
    <Section id="read" title={texts.read}>
      <p class="row">
        <a class="ds-button" href={toFileUrl(year, 'html')}>
          {texts.readPage}
        </a>
        <span class="quiet">{texts.readHelp}</span>
      </p>
      <p class="row tight">
        <span>{texts.download}:</span>
        {files.map((format) => (
          <a key={format} class="ds-link" href={toFileUrl(year, format)} download>
            {texts.formats[format]}
          </a>
        ))}
      </p>
    </Section>
  );
}
