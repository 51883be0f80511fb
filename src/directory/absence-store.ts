// Who is away, and when?
import type { Days, LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import { type AppointmentId, type CountyId, PersonId } from '../ids.ts';
import { Absence } from './absence.ts';
import { dropNulls, saveChanged } from './rows.ts';

const select = { id: true, countyId: true, personId: true, fromOn: true, toOn: true, appointmentId: true } as const;

/** Everybody in the county who is away on this day. */
export async function findAway(db: Db, countyId: CountyId, date: LocalDate): Promise<ReadonlySet<PersonId>> {
  const where = { countyId, fromOn: { lte: date }, toOn: { gte: date } };
  const rows = await db.absence.findMany({ where, select: { personId: true } });
  return new Set(rows.map(({ personId }) => PersonId.parse(personId)));
}

/** Is somebody away on any of these days? */
export async function isAwayBetween(
  db: Db,
  { countyId, id }: { readonly countyId: CountyId; readonly id: PersonId },
  { fromOn, toOn }: Days,
): Promise<boolean> {
  const where = { countyId, personId: id, fromOn: { lte: toOn }, toOn: { gte: fromOn } };
  return (await db.absence.count({ where })) > 0;
}

/** Of an absence that is taken back, the days until then stay; one that had not begun is taken out. */
export async function shortenAbsence(
  db: Db,
  { countyId, appointmentId }: { readonly countyId: CountyId; readonly appointmentId: AppointmentId },
  lastDay: LocalDate,
): Promise<void> {
  await db.absence.deleteMany({ where: { countyId, appointmentId, fromOn: { gt: lastDay } } });
  await db.absence.updateMany({ where: { countyId, appointmentId, toOn: { gt: lastDay } }, data: { toOn: lastDay } });
}

/** @returns the ids of those that were new or changed */
export function saveAbsences(db: Db, countyId: CountyId, absences: readonly Absence[]): Promise<readonly string[]> {
  return saveChanged(absences, {
    read: async (ids) => {
      const rows = await db.absence.findMany({ where: { countyId, id: { in: ids } }, select });
      return rows.map((row) => Absence.parse(dropNulls(row)));
    },
    create: (fresh) => db.absence.createMany({ data: [...fresh] }),
    update: (changed) => db.absence.update({ where: { id: changed.id, countyId }, data: changed }),
  });
}
