// The calls that closed in the year, and who said that they would apply.
import { LocalDate } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { Organisation } from '../directory/organisation.ts';
import { listCalls } from '../topics/calls/call-store.ts';
import { type Intent, listIntents } from './intent-store.ts';
import type { YearOfCounty } from './reply-rate-store.ts';
import type { CallOfYear } from './report.ts';

export interface CallYear extends YearOfCounty {
  readonly now: Instant;
  readonly organisations: readonly Organisation[];
}

export async function compileCalls(db: Db, callYear: CallYear): Promise<readonly CallOfYear[]> {
  const { countyId, year, now, organisations } = callYear;
  const days = { from: LocalDate.parse(`${year}-01-01`), to: LocalDate.parse(`${year}-12-31`) };
  const calls = (await listCalls(db, { countyId, now })).map(({ call }) => call);
  const intents = await listIntents(db, { countyId, year });
  return calls
    .filter(({ closesOn }) => days.from <= closesOn && closesOn <= days.to)
    .map(({ id, title, closesOn }) => {
      const own = intents.filter(({ callId }) => callId === id);
      const count = (wanted: Intent['interest']) => own.filter(({ interest }) => interest === wanted).length;
      return {
        ...{ id, title, closesOn, asked: own.length },
        ...{ willApply: count('yes'), willNotApply: count('no'), silent: count(null) },
        applicants: own.flatMap((intent) => toApplicant(intent, organisations)),
      };
    });
}

function toApplicant(
  { interest, organisationId, amount, receipt }: Intent,
  organisations: readonly Organisation[],
): CallOfYear['applicants'] {
  if (interest !== 'yes' || receipt === null) return [];
  const organisation = organisations.find(({ id }) => id === organisationId)?.name ?? organisationId;
  return [{ organisation, receipt, ...(amount !== null && { amount }) }];
}
