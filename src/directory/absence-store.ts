// Who is away, and when?
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import { type CountyId, PersonId } from '../ids.ts';
import { Absence } from './absence.ts';
import { saveChanged } from './rows.ts';

const select = { id: true, countyId: true, personId: true, fromOn: true, toOn: true } as const;

/** Everybody in the county who is away on this day. */
export async function findAway(db: Db, countyId: CountyId, date: LocalDate): Promise<ReadonlySet<PersonId>> {
  const where = { countyId, fromOn: { lte: date }, toOn: { gte: date } };
  const rows = await db.absence.findMany({ where, select: { personId: true } });
  return new Set(rows.map(({ personId }) => PersonId.parse(personId)));
}

/** @returns the ids of those that were new or changed */
export function saveAbsences(db: Db, countyId: CountyId, absences: readonly Absence[]): Promise<readonly string[]> {
  return saveChanged(absences, {
    read: async (ids) => {
      const rows = await db.absence.findMany({ where: { countyId, id: { in: ids } }, select });
      return rows.map((row) => Absence.parse(row));
    },
    create: (fresh) => db.absence.createMany({ data: [...fresh] }),
    update: (changed) => db.absence.update({ where: { id: changed.id, countyId }, data: changed }),
  });
}
