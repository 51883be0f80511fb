// Which groups may somebody speak in the name of?
import type { Db } from '../database/open.ts';
import type { Group } from '../directory/group.ts';
import { findGroups, listGroups } from '../directory/group-store.ts';
import { findReach } from '../directory/may.ts';
import { compareText } from '../text/format.ts';
import type { Asker } from './asker.ts';

/** By name. */
export async function listSteerable(db: Db, { person, actor }: Asker): Promise<readonly Group[]> {
  const { countyId, language } = person;
  const reach = findReach(actor, 'schedule');
  const groups = reach === 'all' ? await listGroups(db, countyId) : await findGroups(db, countyId, reach);
  return groups.toSorted((a, b) => compareText(a.name, b.name, language));
}
