// Where recipients are reached, and in which language.
import type { Db } from '../database/open.ts';
import type { CountyId, PersonId } from '../ids.ts';
import { type KnownPlace, listPlaces, type Whom } from './place-store.ts';
import type { Place } from './post.ts';

/** Every conversation of these groups, and one for each of these people. */
export async function findPlaces(db: Db, countyId: CountyId, whom: Whom): Promise<readonly Place[]> {
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
): Promise<readonly Place[]> {
  return findPlaces(db, countyId, { groupIds: [], personIds });
}

/** The chat that a person uses goes before the web room, which everybody has. */
function choosePersonal(chosen: KnownPlace | undefined, next: KnownPlace): KnownPlace {
  return chosen && (chosen.conversation.platform !== 'room' || next.conversation.platform === 'room') ? chosen : next;
}
