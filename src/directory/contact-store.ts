// Reads and writes the contacts of a county.
import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '../calendar/local-date.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import type { CountyId, OrganisationId, PersonId } from '../ids.ts';
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

/** All that is named must fit; of a list, one is enough. */
export interface ContactFilter {
  readonly municipalityCodes?: readonly string[];
  readonly matters?: readonly string[];
  readonly titles?: readonly string[];
  readonly organisationId?: OrganisationId;
}

/** Those who answer for one of these municipalities or matters, or have one of these titles, by id. */
export async function findContactsBy(db: Db, countyId: CountyId, filter: ContactFilter): Promise<readonly Contact[]> {
  const { municipalityCodes, matters, titles, organisationId } = filter;
  const where = {
    countyId,
    ...(municipalityCodes && { municipalityCodes: { hasSome: [...municipalityCodes] } }),
    ...(matters && { matters: { hasSome: [...matters] } }),
    ...(titles && { title: { in: [...titles] } }),
    ...(organisationId && { organisationId }),
  };
  const rows = await db.contact.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Contact.parse(dropNulls(row)));
}

/** Every title that a contact of the county has, once. */
export async function listTitles(db: Db, countyId: CountyId): Promise<readonly string[]> {
  const rows = await db.contact.groupBy({ by: ['title'], where: { countyId }, orderBy: { title: 'asc' } });
  return rows.map(({ title }) => title);
}

/** Those of these that the county has, by id. */
export async function findContacts(db: Db, countyId: CountyId, ids: Iterable<string>): Promise<readonly Contact[]> {
  const where = { countyId, id: { in: [...new Set(ids)] } };
  const rows = await db.contact.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Contact.parse(dropNulls(row)));
}

/** Somebody said that they are right, or where nothing is given, that they are not. */
export async function setConfirmed(
  db: Db,
  countyId: CountyId,
  { ids, confirmedOn }: { readonly ids: readonly string[]; readonly confirmedOn: LocalDate | null },
): Promise<void> {
  await db.contact.updateMany({ where: { countyId, id: { in: [...ids] } }, data: { confirmedOn } });
}

/**
 * Writes contacts. One that says the same as what is stored, and was confirmed later here, keeps that day.
 * @returns the ids of those that were new or changed
 */
export async function saveContacts(
  db: Db,
  countyId: CountyId,
  contacts: readonly Contact[],
): Promise<readonly string[]> {
  const ids = contacts.map(({ id }) => id);
  const stored = new Map((await findContacts(db, countyId, ids)).map((contact) => [contact.id, contact]));
  const wanted = contacts.map((contact) => keepConfirmed(contact, stored.get(contact.id)));
  return saveChanged(wanted, {
    read: async (wantedIds) => wantedIds.flatMap((id) => stored.get(id) ?? []),
    create: (fresh) => db.contact.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.contact.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

/** Whatever one person is the contact for, another is from now on. */
export async function moveContacts(
  db: Db,
  countyId: CountyId,
  { from, to }: { readonly from: PersonId; readonly to: PersonId },
): Promise<void> {
  await db.contact.updateMany({ where: { countyId, personId: from }, data: { personId: to } });
}

function keepConfirmed(contact: Contact, stored: Contact | undefined): Contact {
  const { confirmedOn: here, ...kept } = stored ?? {};
  const { confirmedOn: said, ...given } = contact;
  const isKept = here !== undefined && (said === undefined || said < here) && isDeepStrictEqual(kept, given);
  return isKept ? { ...contact, confirmedOn: here } : contact;
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
