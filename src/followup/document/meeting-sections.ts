// The questions of the follow-up and who answered them; meetings against their quota, attendance, and calls.
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Attendance, GroupMeetings, Report } from '../report.ts';
import { buildTable, day, long, share, sum, text } from './build-table.ts';
import type { Section } from './document.ts';
import { nameAuthor } from './name-author.ts';
import { showDay } from './show-moment.ts';

export function writeAnswers({ answers }: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const blocks = buildTable({
    ...{ id: 'answers', language },
    columns: [text('about'), long('question'), long('answer'), text('by'), day('at'), text('receipt')],
    rows: answers.map(({ about, question, answer, by, at, receipt }) => [
      ...[about, question, answer, nameAuthor(by), showDay(at), receipt],
    ]),
  });
  return { id: 'answers', title: reports.sections.answers, blocks };
}

export function writeMeetings({ meetings }: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const { groups, attendance } = meetings;
  const blocks = [
    ...buildTable({
      ...{ id: 'groups', language },
      columns: [text('group'), text('quota'), sum('held'), sum('planned'), sum('cancelled'), text('verdict')],
      rows: groups.map((group) => [
        ...[group.name, reports.quota(group.atLeast, group.atMost), group.held, group.planned, group.cancelled],
        judgeQuota(group, language),
      ]),
    }),
    { kind: 'text', text: reports.notes.attendance } as const,
    ...buildTable({
      ...{ id: 'attendance', language },
      columns: [
        ...[text('organisation'), sum('meetings'), sum('inRoom'), sum('digitally'), sum('declined'), sum('silent')],
        share('share'),
      ],
      rows: attendance.map((one) => [
        ...[one.name, one.meetings, one.inRoom, one.digitally, one.declined, one.silent, findPresence([one])],
      ]),
      totals: new Map([[6, findPresence(attendance)]]),
    }),
  ];
  return { id: 'meetings', title: reports.sections.meetings, blocks };
}

function judgeQuota({ atLeast = 0, atMost, held, planned }: GroupMeetings, language: Language): string {
  const { verdict } = textsIn(language).reports;
  if (atLeast === 0 && atMost === undefined) return verdict.none;
  if (atMost !== undefined && held > atMost) return verdict.over(held - atMost);
  if (held >= atLeast) return verdict.met;
  return held + planned >= atLeast ? verdict.coming(atLeast - held) : verdict.under(atLeast - held - planned);
}

function findPresence(counts: readonly Attendance[]): number | null {
  const meetings = counts.reduce((all, one) => all + one.meetings, 0);
  const present = counts.reduce((all, one) => all + one.inRoom + one.digitally, 0);
  return meetings === 0 ? null : present / meetings;
}

export function writeCalls({ calls }: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const blocks = [
    ...buildTable({
      ...{ id: 'calls', language },
      columns: [text('call'), day('closesOn'), sum('asked'), sum('willApply'), sum('willNotApply'), sum('silent')],
      rows: calls.map(({ title, closesOn, asked, willApply, willNotApply, silent }) => [
        ...[title, closesOn, asked, willApply, willNotApply, silent],
      ]),
    }),
    ...buildTable({
      ...{ id: 'applicants', language },
      columns: [text('call'), text('organisation'), sum('amount'), text('receipt')],
      rows: calls.flatMap(({ title, applicants }) =>
        applicants.map(({ organisation, amount, receipt }) => [title, organisation, amount ?? null, receipt]),
      ),
    }),
  ];
  return { id: 'calls', title: reports.sections.calls, blocks };
}
