// A simulated year for people to read: day by day, and what went to many at once told once.
import { LocalDate } from '../calendar/local-date.ts';
import type { Line } from '../simulation/journal.ts';
import { formatDate } from '../text/format.ts';

/** Lines that say the same at the same moment. */
interface Bundle {
  readonly first: Line;
  /** To which conversations; of what was cancelled, which occurrences. */
  readonly whom: readonly string[];
}

/** Ready to be written: a heading for each new day, and under it what happens. */
export async function* describeSimulation(lines: AsyncIterable<Line>, showsCounty: boolean): AsyncGenerator<string> {
  let day = '';
  for await (const bundle of bundleLines(lines)) {
    const today = bundle.first.at.slice(0, 10);
    if (today !== day) yield `${day === '' ? '' : '\n'}${formatDate(LocalDate.parse(today), 'en')}\n`;
    day = today;
    yield printBundle(bundle, showsCounty);
  }
}

async function* bundleLines(lines: AsyncIterable<Line>): AsyncGenerator<Bundle> {
  let bundle: Bundle | undefined;
  for await (const line of lines) {
    if (bundle && belongsTo(bundle, line)) bundle = { ...bundle, whom: [...bundle.whom, nameWhom(line)] };
    else {
      if (bundle) yield bundle;
      bundle = { first: line, whom: [nameWhom(line)] };
    }
  }
  if (bundle) yield bundle;
}

function belongsTo({ first }: Bundle, line: Line): boolean {
  return (['at', 'county', 'kind', 'topic', 'text'] as const).every((part) => first[part] === line[part]);
}

function nameWhom({ kind, key, to }: Line): string {
  return kind === 'cancel' ? key : to;
}

const INDENT = ' '.repeat(21);

function printBundle({ first, whom }: Bundle, showsCounty: boolean): string {
  const { at, county, kind, text } = first;
  const [title = '', ...rest] = text.split('\n').filter((line) => line !== '');
  const words = kind === 'reply' || kind === 'receipt' ? [title, ...rest].join(' · ') : title;
  const head = `  ${at.slice(11, 16)}  ${kind.padEnd(10)}  ${showsCounty ? `${county}: ` : ''}`;
  return whom.length === 1 ? `${head}${whom[0]}: ${words}\n` : `${head}${words}\n${INDENT}${whom.join(' · ')}\n`;
}
