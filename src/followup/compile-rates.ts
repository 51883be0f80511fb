// How many answered of those who were asked: in all, by topic, group, organisation and municipality, with names?
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { Group } from '../directory/group.ts';
import { loadMunicipalities } from '../directory/municipality.ts';
import type { Organisation } from '../directory/organisation.ts';
import { countReplies, type ReplyCount, type YearOfCounty } from './reply-rate-store.ts';
import type { ReplyRate, ReplyRates } from './report.ts';
import { loadNationalRates } from './response-rates.ts';

export interface RateYear extends YearOfCounty {
  readonly now: Instant;
  readonly groups: readonly Group[];
  readonly organisations: readonly Organisation[];
}

const NOTHING = { id: '', name: '', asked: 0, onTime: 0, late: 0, silent: 0, open: 0 };

export async function compileRates(
  db: Db,
  { countyId, year, now, groups, organisations }: RateYear,
): Promise<ReplyRates> {
  const counts = await countReplies(db, { countyId, year }, now);
  const names = new Map<string, string>([
    ...groups.map(({ id, name }) => [id, name] as const),
    ...organisations.map(({ id, name }) => [id, name] as const),
    ...loadMunicipalities().map(({ code, name }) => [code, name] as const),
  ]);
  const list = (wanted: ReplyCount['by']): readonly ReplyRate[] =>
    counts
      .filter(({ by }) => by === wanted)
      .map(({ by: _, ...count }) => ({ ...count, name: names.get(count.id) ?? count.id }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  return {
    total: list('total')[0] ?? NOTHING,
    topics: list('topic'),
    groups: list('group'),
    organisations: list('organisation'),
    municipalities: list('municipality'),
    national: loadNationalRates(),
  };
}
