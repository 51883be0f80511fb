// The needs and insights that were raised in the year, and what became of each.
import { LocalDate, LocalTime } from '../calendar/local-date.ts';
import { toInstant, toLocal, type ZoneName } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { Group } from '../directory/group.ts';
import type { Organisation } from '../directory/organisation.ts';
import { listNeedsRaised } from '../topics/needs/need-store.ts';
import type { YearOfCounty } from './reply-rate-store.ts';
import type { NeedOfYear } from './report.ts';

export interface NeedYear extends YearOfCounty {
  readonly zone: ZoneName;
  readonly groups: readonly Group[];
  readonly organisations: readonly Organisation[];
}

export async function compileNeeds(db: Db, needYear: NeedYear): Promise<readonly NeedOfYear[]> {
  const { countyId, year, zone, groups, organisations } = needYear;
  const begin = (of: number) => toInstant({ date: LocalDate.parse(`${of}-01-01`), time: MIDNIGHT }, zone);
  const needs = await listNeedsRaised(db, countyId, { from: begin(year), before: begin(year + 1) });
  const nameGroup = (id: string | undefined) => groups.find((one) => one.id === id)?.name;
  return needs.map(({ number, text, organisationId, fromGroupId, toGroupId, raisedAt, settled }) => {
    const [fromGroup, toGroup] = [nameGroup(fromGroupId), nameGroup(toGroupId)];
    return {
      ...{ number, text, raisedOn: toLocal(raisedAt, zone).date },
      organisation: organisations.find(({ id }) => id === organisationId)?.name ?? organisationId,
      ...(fromGroup && { fromGroup }),
      ...(toGroup && { toGroup }),
      ...(settled && { outcome: settled.outcome, settledOn: toLocal(settled.at, zone).date }),
    };
  });
}

const MIDNIGHT = LocalTime.parse('00:00');
