// A seat that is no longer in the file ends yesterday; the past stays as it was.

import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Tx } from '../database/open.ts';
import { listMemberships, removeMemberships, saveMemberships } from '../directory/membership-store.ts';
import type { CountyId } from '../ids.ts';
import type { StoredRow } from './stored-rows-store.ts';

export interface Leaving {
  readonly countyId: CountyId;
  readonly today: LocalDate;
}

/**
 * A seat taken today ends today; one that was still to come is taken out.
 * @returns those that had not ended before
 */
export async function endMemberships(
  tx: Tx,
  { countyId, today }: Leaving,
  absent: readonly StoredRow[],
): Promise<readonly StoredRow[]> {
  const ids = new Set(absent.map(({ id }) => id));
  const seats = (await listMemberships(tx, countyId)).filter(({ id }) => ids.has(id));
  const early = seats.filter(({ fromOn }) => fromOn > today).map(({ id }) => id);
  const ended = seats
    .filter(({ fromOn }) => fromOn <= today)
    .map((seat) => ({ seat, lastDay: latest(addDays(today, -1), seat.fromOn) }))
    .filter(({ seat: { toOn }, lastDay }) => toOn === undefined || toOn > lastDay)
    .map(({ seat, lastDay }) => ({ ...seat, toOn: lastDay }));
  await removeMemberships(tx, countyId, early);
  const saved = await saveMemberships(tx, countyId, ended);
  const news = new Set([...early, ...saved]);
  return absent.filter(({ id }) => news.has(id));
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
