// Where recipients are reached, and in which language.
import type { Db } from '../database/open.ts';
import type { CountyId, PersonId } from '../ids.ts';
import { type KnownPlace, listPlaces, type Whom } from './place-store.ts';

/** Every conversation of these groups, and one for each of these people; a paused one of theirs only where they have no other. */
export async function findPlaces(db: Db, countyId: CountyId, whom: Whom): Promise<readonly KnownPlace[]> {
  const places = await listPlaces(db, countyId, whom);
  const chosen = new Map<string, KnownPlace>();
  for (const place of places) {
    if (place.personId !== undefined) chosen.set(place.personId, choosePersonal(chosen.get(place.personId), place));
  }
  return places.filter((place) => place.personId === undefined || chosen.get(place.personId) === place);
}

export function findPersonPlaces(
  db: Db,
  countyId: CountyId,
  personIds: readonly PersonId[],
): Promise<readonly KnownPlace[]> {
  return findPlaces(db, countyId, { groupIds: [], personIds });
}

/** An open one goes before a paused one, and the chat that a person uses before the web room, which everybody has. */
function choosePersonal(chosen: KnownPlace | undefined, next: KnownPlace): KnownPlace {
  return chosen && rank(chosen) >= rank(next) ? chosen : next;
}

function rank({ isPaused, conversation }: KnownPlace): number {
  return (isPaused ? 0 : 2) + (conversation.platform === 'room' ? 0 : 1);
}
