// How the year's plan stands: the lights by area and goal, by what rule, and how they changed over the rounds.
import type { Light } from '../../message/form.ts';
import { formatList } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { ActivityStatus } from '../../topics/plans/check-in.ts';
import { type AreaOfYear, type JudgedLight, listActivitiesOf, listOverdue, type Report } from '../report.ts';
import { buildTable, light, long, sum, text } from './build-table.ts';
import type { Block, Cell, Section } from './document.ts';
import { nameAuthor } from './name-author.ts';
import { showDay, showMinute } from './show-moment.ts';

export function writeSummary(report: Report, language: Language): Section {
  const { reports, plans } = textsIn(language);
  const { strategy, plan, reportedTo, compiledAt, meetings, rates } = report;
  const { facts } = reports;
  const due = rates.total.onTime + rates.total.late + rates.total.silent;
  const rows: readonly (readonly [string, string])[] = [
    ...(strategy ? [[facts.strategy, nameWith(strategy.name, strategy.dnr)] as const] : []),
    [facts.plan, plan ? facts.state(plans.state(plan.state), plan.approvedOn ?? '', plan.dnr ?? '') : facts.noPlan],
    ...(reportedTo.length > 0 ? [[facts.readers, formatList(reportedTo, language)] as const] : []),
    [facts.compiled, showMinute(compiledAt)],
    [facts.activities, describeCounts(report, language)],
    [facts.overdue, String(listOverdue(report).length)],
    [facts.answered, reports.outOf(rates.total.onTime + rates.total.late, due)],
    [facts.meetings, String(meetings.groups.reduce((held, group) => held + group.held, 0))],
  ];
  return { id: 'summary', title: reports.sections.summary, blocks: [{ kind: 'facts', facts: rows }] };
}

function nameWith(name: string, dnr: string | undefined): string {
  return dnr === undefined ? name : `${name}, dnr ${dnr}`;
}

/** "12: ● Grön 7, ▲ Gul 3, ■ Röd 1, ○ Ej bedömd 0, Utgår 1" */
function describeCounts(report: Report, language: Language): string {
  const { lights } = textsIn(language);
  const activities = listActivitiesOf(report);
  const cancelled = activities.filter(({ status }) => status === 'cancelled').length;
  const counts = LIGHTS.map((one) => `${lights.name(one)} ${report.lights[one]}`);
  return `${activities.length}: ${[...counts, `${lights.statuses.cancelled} ${cancelled}`].join(', ')}`;
}

const LIGHTS = ['green', 'yellow', 'red', 'unrated'] as const satisfies readonly Light[];
const COUNTS = LIGHTS.map((one) => sum(one));

export function writeLights(report: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const { areas } = report;
  const { area: areaWord, goal: goalWord } = report.county.words;
  const judged = [light('light'), ...COUNTS, light('computed'), long('signed')];
  const blocks: readonly Block[] = [
    { kind: 'text', text: `${reports.rule.title}. ${reports.rule.worst}` },
    { kind: 'text', text: reports.rule.override },
    ...buildTable({
      ...{ id: 'areas', language, columns: [text(own(areaWord)), ...judged] },
      rows: areas.map(({ name, light: one }) => [name, ...writeJudged(one, language)]),
    }),
    ...buildTable({
      ...{ id: 'goals', language, columns: [text(own(areaWord)), long(own(goalWord)), ...judged] },
      rows: areas.flatMap(({ name, goals }) =>
        goals.map((goal) => [name, goal.text, ...writeJudged(goal.light, language)]),
      ),
    }),
    ...writeRounds(report, language),
    ...buildTable({
      ...{ id: 'statuses', language },
      columns: [
        text(own(areaWord)),
        ...listStatuses(language).map((title) => ({ ...sum('status'), title: { own: title } })),
      ],
      rows: areas.map((area) => [area.name, ...countStatuses(area)]),
    }),
  ];
  return { id: 'lights', title: reports.sections.lights, blocks };
}

function writeRounds({ rounds }: Report, language: Language): readonly Block[] {
  const { reports } = textsIn(language);
  const table = buildTable({
    ...{ id: 'rounds', language },
    columns: [text('round'), ...COUNTS, sum('noAnswer'), sum('asked')],
    rows: rounds.map(({ label, cancelledOn, lights, silent }) => {
      const counts = LIGHTS.map((one) => lights[one]);
      return [
        cancelledOn ? reports.roundOff(label) : label,
        ...counts,
        silent,
        counts.reduce((all, one) => all + one, silent),
      ];
    }),
    plot: { kind: 'lights', points: rounds },
  });
  return [{ kind: 'text', text: reports.notes.rounds }, ...table];
}

function writeJudged({ light: one, counts, computed, override }: JudgedLight, language: Language): readonly Cell[] {
  const { reports, lights } = textsIn(language);
  const signed = override
    ? reports.rule.signed(lights.name(override.light), nameAuthor(override.by), showDay(override.at), override.reason)
    : null;
  return [{ light: one }, ...LIGHTS.map((which) => counts[which]), { light: computed }, signed];
}

function listStatuses(language: Language): readonly string[] {
  const { lights, reports } = textsIn(language);
  return [...ActivityStatus.options.map((status) => lights.statuses[status]), reports.noStatus];
}

function countStatuses({ goals }: AreaOfYear): readonly number[] {
  const activities = goals.flatMap((goal) => goal.activities);
  return [...ActivityStatus.options, undefined].map(
    (wanted) => activities.filter(({ status }) => status === wanted).length,
  );
}

/** The county's own word, as a heading. */
export function own(word: string): { readonly own: string } {
  return { own: `${word.charAt(0).toUpperCase()}${word.slice(1)}` };
}
