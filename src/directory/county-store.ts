// Reads and writes counties. Nothing is kept between reads: an edited ladder counts from the next look.
import type { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import { NotFound } from '../errors.ts';
import type { CountyId } from '../ids.ts';
import type { PlatformName } from '../platform.ts';
import { County } from './county.ts';
import { saveChanged } from './rows.ts';

const select = {
  id: true,
  code: true,
  name: true,
  boardId: true,
  timeZone: true,
  languages: true,
  yearsMoved: true,
  isExample: true,
  words: true,
  ladders: true,
  definitions: true,
  matters: true,
  sources: true,
  followUp: true,
  tenants: true,
  contactsFor: true,
} as const satisfies Prisma.CountySelect;

/** The county, its ladders and words read anew. */
export async function readCounty(db: Db, countyId: CountyId): Promise<County> {
  const row = await db.county.findUnique({ where: { id: countyId }, select });
  if (!row) throw new NotFound(`There is no county ${countyId}.`);
  return County.parse(row);
}

export async function findCounty(db: Db, countyId: CountyId): Promise<County | undefined> {
  const row = await db.county.findUnique({ where: { id: countyId }, select });
  return row ? County.parse(row) : undefined;
}

export async function listCounties(db: Db): Promise<readonly County[]> {
  const rows = await db.county.findMany({ select, orderBy: { id: 'asc' } });
  return rows.map((row) => County.parse(row));
}

/** The counties that serve a tenant, by id. The web room's tenants are the counties themselves. */
export async function listCountiesOfTenant(db: Db, platform: PlatformName, tenant: string): Promise<readonly County[]> {
  const where = platform === 'room' ? { id: tenant } : { tenants: { path: [platform], array_contains: [tenant] } };
  const rows = await db.county.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => County.parse(row));
}

/** Does any county list it? Nobody else's users are served. */
export async function isTenantServed(db: Db, platform: PlatformName, tenant: string): Promise<boolean> {
  return (await listCountiesOfTenant(db, platform, tenant)).length > 0;
}

/** @returns whether the county was new or changed */
export async function saveCounty(db: Db, county: County): Promise<boolean> {
  const saved = await saveChanged([county], {
    read: async (ids) =>
      (await db.county.findMany({ where: { id: { in: ids } }, select })).map((row) => County.parse(row)),
    create: (counties) => db.county.createMany({ data: counties.map(toRow) }),
    update: (changed) => db.county.update({ where: { id: changed.id }, data: toRow(changed) }),
  });
  return saved.length > 0;
}

function toRow(county: County) {
  const { languages, definitions, sources } = county;
  return { ...county, languages: [...languages], definitions: [...definitions], sources: [...sources] };
}
