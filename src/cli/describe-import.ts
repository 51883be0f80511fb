// What an import changed, in words for an operator.
import { type CountyChanges, countChanges, type KindChanges, type RowKind } from '../import/changes.ts';

export function describeImport(counties: readonly CountyChanges[], isDryRun: boolean): string {
  const sum = counties.reduce((count, county) => count + countChanges(county), 0);
  const end = isDryRun
    ? 'This was a dry run: nothing was written.'
    : sum === 0
      ? 'Nothing has changed.'
      : 'All of it is written.';
  return [...counties.map((county) => describeCounty(county, isDryRun)), end].join('\n\n');
}

/** What nobody has read, so that nobody thinks that it was. */
export function describeIgnored(ignored: readonly string[]): string {
  return ['Not read, since no column or sheet of that name is known:', ...ignored.map((one) => `  ${one}`)].join('\n');
}

function describeCounty(changes: CountyChanges, isDryRun: boolean): string {
  const { county, name, yearsMoved, kinds, moved } = changes;
  const example = yearsMoved > 0 ? ` (an example, its dates moved ${yearsMoved} years as when it was loaded)` : '';
  return [
    `${county}: ${name}${example}`,
    ...kinds.map((kind) => describeKind(kind, isDryRun)),
    ...moved.map(({ kind, name, from, to, isTold }) => {
      const notice = isTold ? 'one notice goes out' : 'too late for a notice';
      return `  ${kind === 'call' ? 'last day' : 'meeting'} moved: ${name}, from ${from} to ${to}; ${notice}`;
    }),
    ...kinds.flatMap(({ kept }) => kept.map((one) => `  ${KEPT}: ${one}`)),
  ].join('\n');
}

const KEPT =
  'not in the file, but people have been told of it, so it stays and goes on reminding until `samverk cancel` ends it';

/** Names where something ended or changed, and in a dry run all of them. */
function describeKind({ kind, added, changed, unchanged, ended }: KindChanges, isDryRun: boolean): string {
  const parts = [
    { count: added.length, word: 'new', names: isDryRun ? added : [] },
    { count: changed.length, word: 'changed', names: changed },
    { count: unchanged, word: 'unchanged', names: [] },
    { count: ended.length, word: 'ended', names: ended },
  ].filter(({ count }) => count > 0);
  const told = parts.map(
    ({ count, word, names }) => `${count} ${word}${names.length > 0 ? ` (${names.join('; ')})` : ''}`,
  );
  return `  ${`${PLURALS[kind]}:`.padEnd(15)} ${told.join(', ') || 'none'}`;
}

const PLURALS = {
  county: 'county',
  organisation: 'organisations',
  person: 'people',
  group: 'groups',
  membership: 'seats',
  contact: 'contacts',
  instrument: 'instruments',
  call: 'calls',
  meeting: 'meetings',
  strategy: 'strategies',
  area: 'areas',
  goal: 'goals',
  plan: 'plans',
  round: 'check-ins',
  activity: 'activities',
  figure: 'figures',
} as const satisfies Readonly<Record<RowKind, string>>;
