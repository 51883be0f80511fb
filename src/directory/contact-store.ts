// Reads and writes the contacts of a county.
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { Contact } from './contact.ts';
import { dropNulls, saveChanged } from './rows.ts';

const select = {
  id: true,
  countyId: true,
  title: true,
  organisationId: true,
  personId: true,
  phone: true,
  email: true,
  municipalityCodes: true,
  matters: true,
  confirmedOn: true,
  provenance: true,
} as const;

/** Every one of the county, by id. */
export async function listContacts(db: Db, countyId: CountyId): Promise<readonly Contact[]> {
  const rows = await db.contact.findMany({ where: { countyId }, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Contact.parse(dropNulls(row)));
}

/** Those of these that the county has, by id. */
async function findContacts(db: Db, countyId: CountyId, ids: Iterable<string>): Promise<readonly Contact[]> {
  const where = { countyId, id: { in: [...new Set(ids)] } };
  const rows = await db.contact.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Contact.parse(dropNulls(row)));
}

/** @returns the ids of those that were new or changed */
export function saveContacts(db: Db, countyId: CountyId, contacts: readonly Contact[]): Promise<readonly string[]> {
  return saveChanged(contacts, {
    read: (ids) => findContacts(db, countyId, ids),
    create: (fresh) => db.contact.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.contact.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toRow(contact: Contact) {
  const { personId = null, confirmedOn = null, provenance = Prisma.DbNull } = contact;
  return {
    ...contact,
    personId,
    confirmedOn,
    provenance,
    municipalityCodes: [...contact.municipalityCodes],
    matters: [...contact.matters],
  };
}
