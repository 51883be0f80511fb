// Reads and writes the situation figures of a county.
import type { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import { InvalidInput } from '../errors.ts';
import type { CountyId } from '../ids.ts';
import { findPersonalNumberIn } from '../message/personal-number.ts';
import { Figure } from './figure.ts';
import { saveChanged } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  municipalityCode: true,
  year: true,
  measure: true,
  name: true,
  value: true,
  source: true,
  observedOn: true,
} as const satisfies Prisma.FigureSelect;

/** Those of one year, or all of them; the order is that of the table in a report. */
export async function listFigures(db: Db, countyId: CountyId, year?: number): Promise<readonly Figure[]> {
  const rows = await db.figure.findMany({
    where: { countyId, ...(year !== undefined && { year }) },
    select,
    orderBy: [{ year: 'asc' }, { measure: 'asc' }, { name: 'asc' }, { municipalityCode: 'asc' }],
  });
  return rows.map(toFigure);
}

/**
 * @returns the ids of those that were new or changed
 * @throws InvalidInput where a name or a source has a personal number in it: nothing is written
 */
export async function saveFigures(
  db: Db,
  countyId: CountyId,
  figures: readonly Figure[],
): Promise<readonly Figure['id'][]> {
  for (const { name = '', source } of figures) {
    const field = findPersonalNumberIn({ name, source });
    if (field) throw new InvalidInput(`A figure's ${field} looks like a personal identity number. Take it out.`);
  }
  return saveChanged(figures, {
    read: async (ids) => {
      const rows = await db.figure.findMany({ where: { countyId, id: { in: ids } }, select });
      return rows.map(toFigure);
    },
    create: (fresh) => db.figure.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.figure.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toFigure({ name, ...row }: Prisma.FigureGetPayload<{ select: typeof select }>): Figure {
  return Figure.parse({ ...row, ...(name !== '' && { name }) });
}

function toRow(figure: Figure) {
  return { ...figure, name: figure.name ?? '' };
}
