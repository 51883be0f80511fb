// A call that can be answered on the day of the start.

import { type Instant, toLocal } from '../calendar/zone.ts';
import { mayApply } from '../topics/calls/call.ts';
import { planCall } from '../topics/calls/call-dates.ts';
import type { CountyFile } from './county-file.ts';
import type { CallEntry } from './county-occasions.ts';
import { toCounty, toOrganisations } from './directory-nouns.ts';
import { toCall } from './occasion-nouns.ts';
import { isAnswerable, listDaysAhead, MARK, toStartId } from './start-day.ts';

/** Repeats the call that most may apply to, so that most of those who look around are asked. */
export function addStartCall(file: CountyFile, now: Instant): CountyFile {
  const county = toCounty(file, 0);
  const isOpen = (call: CallEntry) => isAnswerable(planCall(toCall(file, call), county), now);
  const model = findWidest(file);
  if (!model || file.calls.some(isOpen)) return file;
  const { opensOn: _, ...rest } = model;
  const round = 'exempel, datum satt vid start';
  const added = listDaysAhead(toLocal(now, county.timeZone).date)
    .map((closesOn) => ({ ...rest, ...MARK, id: toStartId('utlysning'), round, closesOn }))
    .find(isOpen);
  return added ? { ...file, calls: [...file.calls, added] } : file;
}

function findWidest(file: CountyFile): CallEntry | undefined {
  const organisations = toOrganisations(file);
  const countEligible = (call: CallEntry) => organisations.filter((one) => mayApply(toCall(file, call), one)).length;
  return file.calls.toSorted((a, b) => countEligible(b) - countEligible(a))[0];
}
