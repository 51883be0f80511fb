// Reads and writes the grant instruments of a county.
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import type { CountyId } from '../../ids.ts';
import { Instrument } from './instrument.ts';

const select = {
  id: true,
  countyId: true,
  name: true,
  legalBasis: true,
  eligible: true,
  purpose: true,
  changes: true,
  provenance: true,
} as const;

/** Instruments of the county by id: all, or those of these that it has. */
export async function listInstruments(
  db: Db,
  countyId: CountyId,
  ids?: Iterable<string>,
): Promise<readonly Instrument[]> {
  const where = { countyId, ...(ids && { id: { in: [...new Set(ids)] } }) };
  const rows = await db.instrument.findMany({ where, select, orderBy: { id: 'asc' } });
  return rows.map((row) => Instrument.parse(dropNulls(row)));
}

/** @returns the ids of those that were new or changed */
export function saveInstruments(
  db: Db,
  countyId: CountyId,
  instruments: readonly Instrument[],
): Promise<readonly string[]> {
  return saveChanged(instruments, {
    read: (ids) => listInstruments(db, countyId, ids),
    create: (fresh) => db.instrument.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.instrument.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toRow(instrument: Instrument) {
  const { legalBasis = null, changes = null, provenance = Prisma.DbNull } = instrument;
  return { ...instrument, legalBasis, changes, provenance, eligible: [...instrument.eligible] };
}
