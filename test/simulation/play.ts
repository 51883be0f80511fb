// Plays days of the example counties for a test, and picks lines out of what happened.
import { LocalDate } from '../../src/calendar/local-date.ts';
import type { CountyFile } from '../../src/import/county-file.ts';
import { silentLog } from '../../src/log.ts';
import type { Line, LineKind } from '../../src/simulation/journal.ts';
import { type Simulation, simulate } from '../../src/simulation/simulate.ts';
import { fitCounty } from '../../src/simulation/window.ts';
import { findTemplate } from '../fake/embedded-template.ts';
import { readCounty } from '../import/read-county.ts';

export interface Playing extends Partial<Pick<Simulation, 'rate' | 'seed' | 'keepIn' | 'database'>> {
  readonly counties?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** What is otherwise in each county's file. */
  readonly change?: (file: CountyFile) => CountyFile;
}

/** Västerbotten's 2019 with nobody answering, where nothing else is said. */
export async function play(playing: Playing = {}): Promise<readonly Line[]> {
  const { counties = ['vasterbotten'], from = '2019-01-01', to = '2019-12-31', rate = 0, seed = 7, ...rest } = playing;
  const { change = (file) => file, ...where } = rest;
  const window = { from: LocalDate.parse(from), to: LocalDate.parse(to) };
  const fitted = counties.map((id) => fitCounty(change(readCounty(id)), window));
  const lines: Line[] = [];
  const simulation = { counties: fitted, window, rate, seed, ...where, template: await findTemplate(), log: silentLog };
  for await (const line of simulate(simulation)) lines.push(line);
  return lines;
}

export function ofKind(lines: readonly Line[], ...kinds: readonly LineKind[]): readonly Line[] {
  return lines.filter(({ kind }) => kinds.includes(kind));
}

/** What reaches people anew: not what changes in place. */
export function sentOf(lines: readonly Line[]): readonly Line[] {
  return ofKind(lines, 'post', 'nudge', 'escalation');
}

/** The key of the occurrence behind a post: what stands before the conversation. */
export function occurrenceOf({ key }: Line): string {
  return key.split('>')[0] ?? '';
}

/** The groups in the order in which they begin. */
export function groupBy<T>(
  items: readonly T[],
  name: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return [...groups];
}
