// Reads and writes the organisations of a county.
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import type { CountyId, OrganisationId } from '../ids.ts';
import { Organisation } from './organisation.ts';
import { dropNulls, saveChanged } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  name: true,
  kind: true,
  municipalityCode: true,
  offers: true,
  responsibilities: true,
  isPartner: true,
  provenance: true,
} as const;

/** Every one of the county, by id. */
export async function listOrganisations(db: Db, countyId: CountyId): Promise<readonly Organisation[]> {
  const rows = await db.organisation.findMany({ where: { countyId }, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Organisation.parse(dropNulls(row)));
}

/** Those of these that the county has, by id. */
export async function findOrganisations(
  db: Db,
  countyId: CountyId,
  ids: Iterable<OrganisationId>,
): Promise<readonly Organisation[]> {
  const where = { countyId, id: { in: [...new Set(ids)] } };
  const rows = await db.organisation.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Organisation.parse(dropNulls(row)));
}

/** @returns the ids of those that were new or changed */
export function saveOrganisations(
  db: Db,
  countyId: CountyId,
  organisations: readonly Organisation[],
): Promise<readonly OrganisationId[]> {
  return saveChanged(organisations, {
    read: (ids) => findOrganisations(db, countyId, ids),
    create: (fresh) => db.organisation.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.organisation.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toRow(organisation: Organisation) {
  const { municipalityCode = null, provenance = Prisma.DbNull } = organisation;
  return { ...organisation, municipalityCode, provenance };
}
