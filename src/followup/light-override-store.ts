// Reads and writes the lights that were set by hand. None is ever changed or removed.
import type { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { LightOverride } from './light-override.ts';

const select = {
  id: true,
  countyId: true,
  year: true,
  scope: true,
  scopeId: true,
  light: true,
  reason: true,
  signedById: true,
  signedAt: true,
} as const satisfies Prisma.LightOverrideSelect;

/** Once, however often. */
export async function addOverride(tx: Tx, override: LightOverride): Promise<void> {
  await tx.lightOverride.createMany({ data: override, skipDuplicates: true });
}

/** All of a year, the latest of each last. */
export async function listOverrides(db: Db, countyId: CountyId, year: number): Promise<readonly LightOverride[]> {
  const rows = await db.lightOverride.findMany({
    where: { countyId, year },
    select,
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => LightOverride.parse(row));
}
