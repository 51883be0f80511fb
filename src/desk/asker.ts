// Who stands at the desk, and for which groups?
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import { listConvened } from '../directory/convened.ts';
import type { Person } from '../directory/person.ts';
import type { GroupId } from '../ids.ts';

export interface Asker {
  readonly person: Person;
  /** May steer everything in the county. */
  readonly isCoordinator: boolean;
  /** The groups that they call together today. */
  readonly convenes: readonly GroupId[];
}

export async function findAsker(db: Db, person: Person, today: LocalDate): Promise<Asker> {
  const isCoordinator = person.roles.includes('coordinator');
  return { person, isCoordinator, convenes: await listConvened(db, person, today) };
}

/** May they steer anything at all? */
export function hasDesk({ isCoordinator, convenes }: Asker): boolean {
  return isCoordinator || convenes.length > 0;
}

/** A coordinator everything, a convener what speaks in the name of their own groups and of no others. */
export function maySteer({ isCoordinator, convenes }: Asker, groupIds: readonly GroupId[]): boolean {
  return isCoordinator || (groupIds.length > 0 && groupIds.every((id) => convenes.includes(id)));
}
