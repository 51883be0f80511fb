// The activities one by one: how each went, what is overdue, what was done, and what stood in the way.
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { type ActivityOfYear, type CheckInOfYear, listOverdue, type Report } from '../report.ts';
import { buildTable, day, light, long, number, sum, text } from './build-table.ts';
import type { Block, Cell, Section } from './document.ts';
import { own } from './light-sections.ts';
import { nameAuthor } from './name-author.ts';

export function writeActivities(report: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const { county, rounds } = report;
  const { area, goal, activity } = county.words;
  const labels = rounds.map(({ label }) => label);
  const placed = listPlaced(report);
  const overdue = listOverdue(report);
  const blocks: readonly Block[] = [
    ...buildTable({
      ...{ id: 'activities', language },
      columns: [
        ...[
          text(own(area)),
          long(own(goal)),
          text(own(activity)),
          text('owner'),
          text('group'),
          day('from'),
          day('to'),
        ],
        ...[text('status'), number('overdueDays'), light('light'), ...labels.map((label) => light(own(label)))],
      ],
      rows: placed.map((one) => [
        ...[one.area, one.goal, one.activity.title, one.activity.owner, one.activity.group],
        ...[one.activity.fromOn, one.activity.toOn, nameStatus(one.activity, language), one.activity.overdueDays],
        { light: one.activity.light },
        ...labels.map((label) => showLight(one.activity, label)),
      ]),
    }),
    { kind: 'text', text: reports.notes.overdue },
    ...writeAgeing(overdue, language),
    ...buildTable({
      ...{ id: 'overdue', language },
      columns: [text(own(activity)), text('owner'), day('to'), number('overdueDays'), text('status'), light('light')],
      rows: overdue.map((one) => [
        ...[one.title, one.owner, one.toOn, one.overdueDays, nameStatus(one, language)],
        { light: one.light },
      ]),
    }),
  ];
  return { id: 'activities', title: reports.sections.activities, blocks };
}

function nameStatus({ status }: ActivityOfYear, language: Language): string {
  const { lights, reports } = textsIn(language);
  return status ? lights.statuses[status] : reports.noStatus;
}

/** Empty where nobody was asked in the round. */
function showLight({ checkIns }: ActivityOfYear, label: string): Cell {
  const checkIn = checkIns.find(({ round }) => round === label);
  return checkIn?.light ? { light: checkIn.light } : null;
}

const BUCKETS = [
  { id: '1', from: 1, to: 30 },
  { id: '31', from: 31, to: 90 },
  { id: '91', from: 91, to: 180 },
  { id: '181', from: 181, to: Number.POSITIVE_INFINITY },
] as const;

function writeAgeing(overdue: readonly ActivityOfYear[], language: Language): readonly Block[] {
  const { ageing } = textsIn(language).reports;
  if (overdue.length === 0) return [];
  const bars = BUCKETS.map(({ id, from, to }) => ({
    label: ageing[id],
    count: overdue.filter(({ overdueDays }) => from <= overdueDays && overdueDays <= to).length,
  }));
  return buildTable({
    ...{ id: 'ageing', language, columns: [text('howLong'), sum('activities')] },
    rows: bars.map(({ label, count }) => [label, count]),
    plot: { kind: 'bars', bars },
  });
}

interface Placed {
  readonly area: string;
  readonly goal: string;
  readonly activity: ActivityOfYear;
}

function listPlaced({ areas }: Report): readonly Placed[] {
  return areas.flatMap(({ name: area, goals }) =>
    goals.flatMap(({ text: goal, activities }) => activities.map((activity) => ({ area, goal, activity }))),
  );
}

interface Said extends Placed {
  readonly checkIn: CheckInOfYear;
}

function listSaid(report: Report): readonly Said[] {
  return listPlaced(report).flatMap((placed) => placed.activity.checkIns.map((checkIn) => ({ ...placed, checkIn })));
}

/** What was told of what goes as it should. */
export function writeDone(report: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const { area, activity } = report.county.words;
  const done = listSaid(report).filter(({ checkIn }) => isDone(checkIn));
  const blocks: readonly Block[] = [
    { kind: 'text', text: reports.notes.who },
    ...buildTable({
      ...{ id: 'done', language },
      columns: [
        ...[text(own(area)), text(own(activity)), text('round'), light('light')],
        ...[long('comment'), long('forecast'), text('by'), text('receipt')],
      ],
      rows: done.map((one) => [
        ...[one.area, one.activity.title, one.checkIn.round, toLight(one.checkIn)],
        ...[one.checkIn.comment ?? null, one.checkIn.forecast ?? null, describeAuthor(one.checkIn, language)],
        one.checkIn.receipt ?? null,
      ]),
    }),
  ];
  return { id: 'done', title: reports.sections.done, blocks };
}

function isDone({ light: one, comment, forecast }: CheckInOfYear): boolean {
  return (one === 'green' || one === 'unrated') && (comment !== undefined || forecast !== undefined);
}

/** Yellow and red, with why and what is done about it; and the needs that were raised. */
export function writeObstacles(report: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const { area, activity } = report.county.words;
  const obstacles = listSaid(report).filter(({ checkIn }) => checkIn.light === 'yellow' || checkIn.light === 'red');
  const blocks: readonly Block[] = [
    ...buildTable({
      ...{ id: 'obstacles', language },
      columns: [
        ...[text(own(area)), text(own(activity)), text('round'), light('light'), long('comment'), long('action')],
        ...[day('actionBy'), text('by'), text('receipt')],
      ],
      rows: obstacles.map(({ area: where, activity: { title }, checkIn }) => [
        ...[where, title, checkIn.round, toLight(checkIn), checkIn.comment ?? null, checkIn.action ?? null],
        ...[checkIn.actionBy ?? null, describeAuthor(checkIn, language), checkIn.receipt ?? null],
      ]),
    }),
    ...writeNeeds(report, language),
  ];
  return { id: 'obstacles', title: reports.sections.obstacles, blocks };
}

function writeNeeds({ needs }: Report, language: Language): readonly Block[] {
  const { reports } = textsIn(language);
  const table = buildTable({
    ...{ id: 'needs', language },
    columns: [number('number'), long('need'), text('organisation'), text('group'), day('raisedOn'), long('outcome')],
    rows: needs.map(({ number: count, text: need, organisation, fromGroup, raisedOn, outcome }) => [
      ...[count, need, organisation, fromGroup ?? null, raisedOn, outcome ?? null],
    ]),
  });
  return needs.length === 0 ? table : [{ kind: 'text', text: reports.notes.needs }, ...table];
}

function toLight({ light: one }: CheckInOfYear): Cell {
  return one ? { light: one } : null;
}

/** "Integrationsstrateg, Karlshamns kommun", and which lights were answered before, where they were others. */
function describeAuthor({ by, insteadOf, lights }: CheckInOfYear, language: Language): string {
  const texts = textsIn(language);
  const author = by ? nameAuthor(by) : '';
  const whole = insteadOf ? texts.reports.insteadOf(author, insteadOf) : author;
  const isChanged = new Set(lights).size > 1;
  const way = lights.map((one) => texts.lights.name(one)).join(' → ');
  return isChanged ? `${whole}; ${texts.reports.notes.changed(way)}` : whole;
}
