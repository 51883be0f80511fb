// Who answers, beside the national survey; what is known of each municipality; and the years side by side.
import { formatNumber } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { findShare, findYearInShort, type ReplyRate, type Report } from '../report.ts';
import { buildTable, day, number, share, sum, text } from './build-table.ts';
import type { Band, Block, Section, TableId } from './document.ts';

export function writeRates({ rates }: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const { topics, groups, organisations, municipalities, national } = rates;
  const band = findBand(rates);
  const list = (id: TableId, all: readonly ReplyRate[], isDrawn = true) =>
    writeOne({ id, rates: all, language, ...(isDrawn && { band }) });
  const blocks: readonly Block[] = [
    { kind: 'text', text: reports.notes.rates },
    { kind: 'text', text: reports.notes.national(writeBand(band, language)) },
    ...list(
      'rates-topics',
      topics.map((one) => ({ ...one, name: nameTopic(one.id, language) })),
      false,
    ),
    ...list('rates-groups', nameEmpty(groups, reports.noGroup)),
    ...list('rates-organisations', organisations),
    ...list('rates-municipalities', nameEmpty(municipalities, reports.noMunicipality)),
    ...buildTable({
      ...{ id: 'national', language },
      columns: [
        text('year'),
        number('answeredMunicipalities'),
        number('allMunicipalities'),
        share('share'),
        text('source'),
      ],
      rows: national.map(({ year, answered, asked, source }) => [
        ...[String(year), answered, asked, answered / asked, source],
      ]),
    }),
  ];
  return { id: 'rates', title: reports.sections.rates, blocks };
}

/** One that has no words yet is told by its id. */
function nameTopic(id: string, language: Language): string {
  const names = Object.entries(textsIn(language).reports.topics);
  return names.find(([topic]) => topic === id)?.[1] ?? id;
}

function nameEmpty(rates: readonly ReplyRate[], name: string): readonly ReplyRate[] {
  return rates.map((rate) => (rate.id === '' ? { ...rate, name } : rate));
}

function findBand({ national }: Report['rates']): Band {
  const shares = national.map(({ answered, asked }) => answered / asked);
  return { from: Math.min(...shares), to: Math.max(...shares) };
}

/** "98–99" */
function writeBand({ from, to }: Band, language: Language): string {
  const ends = [from, to].map((share) => formatNumber(Math.round(share * 100), language));
  return [...new Set(ends)].join('–');
}

interface RateTable {
  readonly id: TableId;
  readonly rates: readonly ReplyRate[];
  readonly language: Language;
  readonly band?: Band;
}

function writeOne({ id, rates, language, band }: RateTable): readonly Block[] {
  const add = (key: 'onTime' | 'late' | 'silent') => rates.reduce((all, one) => all + one[key], 0);
  const total = findShare({ onTime: add('onTime'), late: add('late'), silent: add('silent') }) ?? null;
  return buildTable({
    ...{ id, language, totals: new Map([[6, total]]) },
    columns: [text('what'), sum('asked'), sum('onTime'), sum('late'), sum('silent'), sum('open'), share('share')],
    rows: rates.map((rate) => {
      const { name, asked, onTime, late, silent, open } = rate;
      return [name, asked, onTime, late, silent, open, findShare(rate) ?? null];
    }),
    ...(band && {
      plot: { kind: 'rates', band, rates: rates.map(({ name: label, ...rate }) => ({ ...rate, label })) },
    }),
  });
}

export function writeFigures({ figures }: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const blocks = buildTable({
    ...{ id: 'figures', language },
    columns: [text('municipality'), text('measure'), number('value'), text('source'), day('observedOn')],
    rows: figures.map(({ municipality, measure, name, value, source, observedOn }) => [
      ...[municipality, name ?? reports.measures[measure], value, source, observedOn],
    ]),
  });
  return { id: 'figures', title: reports.sections.figures, blocks };
}

/** The year itself last. */
export function writeEarlier(report: Report, language: Language): Section {
  const { reports } = textsIn(language);
  const years = [...report.earlier, findYearInShort(report)];
  const blocks = buildTable({
    ...{ id: 'earlier', language },
    columns: [
      ...[text('year'), number('activities'), number('green'), number('yellow'), number('red'), number('unrated')],
      ...[number('overdue'), number('meetings'), number('asked'), number('answered'), share('share')],
      ...[text('approved'), text('dnr'), text('checksum')],
    ],
    rows: years.map((one) => [
      ...[String(one.year), one.activities, one.lights.green, one.lights.yellow, one.lights.red, one.lights.unrated],
      ...[one.overdue, one.meetings, one.asked, one.answered, one.asked === 0 ? null : one.answered / one.asked],
      ...[one.isApproved ? reports.yes : reports.no, one.dnr ?? null, one.checksum ?? null],
    ]),
  });
  return { id: 'earlier', title: reports.sections.earlier, blocks };
}
