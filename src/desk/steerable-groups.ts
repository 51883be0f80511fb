// Which groups may somebody speak in the name of?
import type { Db } from '../database/open.ts';
import type { Group } from '../directory/group.ts';
import { findGroups, listGroups } from '../directory/group-store.ts';
import { compareText } from '../text/format.ts';
import type { Asker } from './asker.ts';

/** By name. */
export async function listSteerable(db: Db, { person, isCoordinator, convenes }: Asker): Promise<readonly Group[]> {
  const { countyId, language } = person;
  const groups = isCoordinator ? await listGroups(db, countyId) : await findGroups(db, countyId, convenes);
  return groups.toSorted((a, b) => compareText(a.name, b.name, language));
}
