// Makes a county in the database what its file says, and has every reminder follow.

import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { listPeople, releaseAddresses } from '../directory/person-store.ts';
import { markStale } from '../replies/prompt-store.ts';
import type { Topics } from '../topic.ts';
import type { CountyChanges } from './changes.ts';
import type { CountyFile } from './county-file.ts';
import { toCounty, toPeople } from './directory-nouns.ts';
import { endAbsent } from './end-absent.ts';
import { findMoved } from './find-moved.ts';
import { planRows } from './plan-rows.ts';
import { assertPlanYears, freePlanYears } from './plan-years.ts';
import { type SavedSection, saveSections } from './save-sections.ts';
import { describeSections, toKey } from './section-changes.ts';
import { isFromStart } from './start-entries.ts';
import { listRows, type StoredRow, waitForImports } from './stored-rows-store.ts';

export interface Application {
  readonly file: CountyFile;
  readonly topics: Topics;
  readonly now: Instant;
  /** How many years the dates of an example were moved; said in the room. */
  readonly yearsMoved?: number;
}

/**
 * In the transaction that is given: all of it or nothing. Applying the same file again changes nothing.
 *
 * - A call whose last day has moved, and a meeting that has, is marked, so that one notice goes out.
 * - What is no longer in the file is removed where nobody was told of it. Seats end; people and groups who were asked
 *   stay, are spoken to no more and give up their addresses. Calls, meetings and activities that people were told of
 *   stay as they are, and are reported as kept. What people made here stays, and follows the county's ladders.
 */
export async function applyCounty(tx: Tx, application: Application): Promise<CountyChanges> {
  const { file, now, yearsMoved = 0 } = application;
  const county = toCounty(file, yearsMoved);
  await waitForImports(tx);
  const before = await listRows(tx, county.id);
  const people = await listPeople(tx, county.id);
  const moved = await findMoved(tx, { file, county, now });

  await releaseAddresses(tx, county.id, findMoving(file, people));
  await freePlanYears(tx, county, file);
  const sections = await saveSections(tx, { file, county, now });
  const absent = findAbsent(before, sections, county);
  const today = toLocal(now, county.timeZone).date;
  const ended = await endAbsent(tx, { countyId: county.id, now, today, absent, people });
  await assertPlanYears(tx, county);
  const after = await listRows(tx, county.id);
  await planRows(tx, application, { countyId: county.id, rows: after });
  if (sections.some(({ saved }) => saved.length > 0)) await markStale(tx, county.id, now);

  const kinds = describeSections(sections, { before, after, ended });
  return { county: county.id, name: county.name, yearsMoved, kinds, moved };
}

/** Those whose address is another's now, or nobody's. */
function findMoving(file: CountyFile, people: readonly Person[]) {
  const addresses = new Map(toPeople(file).map(({ id, email }) => [id, email]));
  return people.filter((person) => !hasLeft(person) && addresses.get(person.id) !== person.email).map(({ id }) => id);
}

function findAbsent(
  before: readonly StoredRow[],
  sections: readonly SavedSection[],
  { isExample }: County,
): readonly StoredRow[] {
  const present = new Set(sections.flatMap(({ kind, ids }) => ids.map((id) => toKey({ kind, id }))));
  return before.filter((row) => !row.isMadeHere && !present.has(toKey(row)) && !(isExample && isFromStart(row.id)));
}
