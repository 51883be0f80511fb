// Makes a county in the database what its file says, and has every reminder follow.

import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { listPeople, releaseAddresses } from '../directory/person-store.ts';
import { SubjectId } from '../ids.ts';
import { listLive } from '../reminders/live-store.ts';
import { dropOutdated } from '../reminders/occurrence-steer-store.ts';
import { planSubject } from '../reminders/plan-ahead.ts';
import { markStale } from '../replies/prompt-store.ts';
import type { TopicKind, Topics } from '../topic.ts';
import type { CountyChanges, RowKind } from './changes.ts';
import type { CountyFile } from './county-file.ts';
import { toCounty, toPeople } from './directory-nouns.ts';
import { type Ended, endAbsent } from './end-absent.ts';
import { findMoved } from './find-moved.ts';
import { assertPlanYears, freePlanYears } from './plan-years.ts';
import { type SavedSection, saveSections } from './save-sections.ts';
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
 *   stay as they are, and are reported as kept.
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
  await planAll(tx, application, { county, rows: after });
  if (sections.some(({ saved }) => saved.length > 0)) await markStale(tx, county.id, now);

  const names = new Map([...before, ...after].map((row) => [toKey(row), row.name]));
  const known = new Set(before.map(toKey));
  const kinds = sections.map((section) => describeSection(section, { names, known, ended }));
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
  return before.filter((row) => !present.has(toKey(row)) && !(isExample && isFromStart(row.id)));
}

const TOPIC_OF = { call: 'call', meeting: 'meeting', activity: 'plan' } as const satisfies Partial<
  Record<RowKind, TopicKind>
>;

/** All of them: the ladders of the county may be others. What is of no use any more is taken off at once. */
async function planAll(
  tx: Tx,
  { topics, now }: Application,
  { county: { id: countyId }, rows }: { readonly county: County; readonly rows: readonly StoredRow[] },
): Promise<void> {
  for (const { kind, id } of rows) {
    if (kind !== 'call' && kind !== 'meeting' && kind !== 'activity') continue;
    await planSubject(tx, topics[TOPIC_OF[kind]], { countyId, id: SubjectId.parse(id) }, now);
  }
  // What recurs has no row in the file. Of a contact who is gone, or by another rule, what was planned comes off.
  for (const topic of [topics.contact, topics.event]) {
    for (const subject of await listLive(tx, countyId, topic.kind)) await planSubject(tx, topic, subject, now);
  }
  await dropOutdated(tx, countyId, now);
}

interface Comparison {
  readonly names: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  readonly ended: ReadonlyMap<RowKind, Ended>;
}

function describeSection({ kind, ids, saved }: SavedSection, { names, known, ended }: Comparison) {
  const toName = (id: string) => names.get(toKey({ kind, id })) ?? id;
  const isKnown = (id: string) => known.has(toKey({ kind, id }));
  return {
    kind,
    added: saved.filter((id) => !isKnown(id)).map(toName),
    changed: saved.filter(isKnown).map(toName),
    unchanged: ids.length - saved.length,
    ...(ended.get(kind) ?? { ended: [], kept: [] }),
  };
}

function toKey({ kind, id }: Pick<StoredRow, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
