// What becomes of that which is no longer in the file? Who was asked, and what was told, stays; the rest goes.

import type { LocalDate } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { removeConversations } from '../directory/conversation-store.ts';
import type { Person } from '../directory/person.ts';
import { type CountyId, GroupId, PersonId } from '../ids.ts';
import { removeUntold } from '../reminders/occurrence-steer-store.ts';
import type { RowKind } from './changes.ts';
import { endMemberships } from './end-memberships.ts';
import type { RemovableKind } from './leaning.ts';
import { findLeanedOn } from './leaning-store.ts';
import { partWithGroups, partWithPeople } from './part-with.ts';
import { removeRows, type StoredRow } from './stored-rows-store.ts';

export interface Ending {
  readonly countyId: CountyId;
  readonly now: Instant;
  readonly today: LocalDate;
  /** The county's rows before the import that the file does not have. */
  readonly absent: readonly StoredRow[];
  /** The county's people before the import. */
  readonly people: readonly Person[];
}

/** What was ended, and what had to stay and still has something to say, by name. */
export interface Ended {
  readonly ended: readonly string[];
  readonly kept: readonly string[];
}

/** What leans on others goes before them. */
const ORDER = [
  'activity',
  'round',
  'plan',
  'meeting',
  'call',
  'contact',
  'instrument',
  'goal',
  'area',
  'strategy',
  'membership',
  'group',
  'person',
  'organisation',
] as const satisfies readonly RowKind[];

export async function endAbsent(tx: Tx, ending: Ending): Promise<ReadonlyMap<RowKind, Ended>> {
  const ended = new Map<RowKind, Ended>();
  for (const kind of ORDER) {
    const rows = ending.absent.filter((row) => row.kind === kind);
    if (kind === 'membership') ended.set(kind, { ended: toNames(await endMemberships(tx, ending, rows)), kept: [] });
    else ended.set(kind, await endRows(tx, ending, { kind, rows }));
  }
  return ended;
}

interface RowsOfKind {
  readonly kind: RemovableKind;
  readonly rows: readonly StoredRow[];
}

async function endRows(tx: Tx, ending: Ending, { kind, rows }: RowsOfKind): Promise<Ended> {
  const leanedOn = await findLeanedOn(tx, ending.countyId, { kind, ids: rows.map(({ id }) => id) });
  const staying = rows.filter(({ id }) => leanedOn.has(id));
  const going = rows.filter(({ id }) => !leanedOn.has(id));
  await remove(tx, ending, { kind, rows: going });
  const parted = await partWith(tx, ending, { kind, rows: staying });
  return {
    ended: toNames([...going, ...parted]),
    kept: toNames(staying.filter(({ endsOn }) => endsOn !== undefined && endsOn >= ending.today)),
  };
}

async function remove(tx: Tx, { countyId }: Ending, { kind, rows }: RowsOfKind): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await removeRows(tx, countyId, { kind, ids });
  switch (kind) {
    case 'call':
      return removeUntold(tx, { countyId, topic: kind, ids });
    case 'meeting':
      await removeUntold(tx, { countyId, topic: 'watch', ids });
      return removeUntold(tx, { countyId, topic: kind, ids });
    case 'group':
      return removeConversations(tx, { countyId, groupIds: ids.map((id) => GroupId.parse(id)) });
    case 'person':
      return removeConversations(tx, { countyId, personIds: ids.map((id) => PersonId.parse(id)) });
  }
}

/** @returns those for whom it is new */
async function partWith(tx: Tx, ending: Ending, { kind, rows }: RowsOfKind): Promise<readonly StoredRow[]> {
  switch (kind) {
    case 'group':
      return partWithGroups(tx, ending, rows);
    case 'person':
      return partWithPeople(tx, ending, rows);
    default:
      return [];
  }
}

function toNames(rows: readonly StoredRow[]): readonly string[] {
  return rows.map(({ name }) => name);
}
