// Who of a group is not in its conversation, and who is in the conversation but not in the group? Nothing is changed.
import { listGroupConversations } from '../directory/conversation-store.ts';
import type { Group } from '../directory/group.ts';
import type { Person } from '../directory/person.ts';
import type { RosterEntry } from '../directory/roster.ts';
import { Conversation, type PlatformUser } from '../platform.ts';
import type { House } from './asking.ts';
import { canListUsers, listUsers } from './list-users.ts';
import { recognise } from './recognise.ts';

export interface RosterDifference {
  readonly conversation: string;
  /** Undefined where the platform did not tell in time. */
  readonly found?: {
    readonly missing: readonly RosterEntry[];
    /** Known to the county. */
    readonly outsiders: readonly Person[];
    /** By address alone, as the tenant vouches for it. */
    readonly strangers: readonly string[];
    /** Guests, whose address nobody vouches for. */
    readonly guests: number;
  };
}

/** Of each conversation that belongs to the group, on platforms that tell who is there. */
export async function compareRoster(
  house: House,
  group: Group,
  roster: readonly RosterEntry[],
): Promise<readonly RosterDifference[]> {
  const { countyId, id } = group;
  const conversations = await listGroupConversations(house.road.database.db, countyId, [id]);
  const differences: RosterDifference[] = [];
  for (const one of conversations) {
    const at = Conversation.parse(one);
    if (!canListUsers(house, at)) continue;
    const users = await listUsers(house, at);
    const found = users && (await compare(house, { group, roster, users }));
    differences.push({ conversation: one.name, ...(found && { found }) });
  }
  return differences;
}

interface Comparing {
  readonly group: Group;
  readonly roster: readonly RosterEntry[];
  readonly users: readonly PlatformUser[];
}

async function compare({ road }: House, { group, roster, users }: Comparing) {
  const known = await recognise(road.database.db, group.countyId, users);
  const there = new Set(known.map(({ person }) => person.id));
  const members = new Set(roster.map(({ person }) => person.id));
  const unknown = users.filter((user) => known.every((one) => one.user !== user));
  return {
    missing: roster.filter(({ person }, place) => !there.has(person.id) && isFirst(roster, place)),
    outsiders: known.map(({ person }) => person).filter(({ id }) => !members.has(id)),
    strangers: unknown.flatMap(({ email }) => email ?? []),
    guests: unknown.filter(({ email }) => email === undefined).length,
  };
}

/** Whoever has two roles is missing once. */
function isFirst(roster: readonly RosterEntry[], place: number): boolean {
  return roster.findIndex(({ person }) => person.id === roster[place]?.person.id) === place;
}
