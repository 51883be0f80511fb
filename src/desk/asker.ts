// Who stands at the desk, and for which groups? The table of rights says it.
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import { readActor } from '../directory/actor-store.ts';
import { type Actor, findReach, may, mayInEach } from '../directory/may.ts';
import type { Person } from '../directory/person.ts';
import type { GroupId } from '../ids.ts';

export interface Asker {
  readonly person: Person;
  readonly actor: Actor;
}

export async function findAsker(db: Db, person: Person, today: LocalDate): Promise<Asker> {
  return { person, actor: await readActor(db, person, today) };
}

/** May they steer anything at all? */
export function hasDesk({ actor }: Asker): boolean {
  return may(actor, 'schedule');
}

/** Everything in the county, also what speaks in the name of no group. */
export function steersAll({ actor }: Asker): boolean {
  return findReach(actor, 'schedule') === 'all';
}

/** What speaks in the name of these groups. */
export function maySteer({ actor }: Asker, groupIds: readonly GroupId[]): boolean {
  return mayInEach(actor, 'schedule', groupIds);
}
