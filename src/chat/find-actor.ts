// What is whoever writes in their county today? The table of rights says what they may.
import { readActor } from '../directory/actor-store.ts';
import type { Actor } from '../directory/may.ts';
import type { Asking } from './asking.ts';
import { findToday } from './find-today.ts';

export async function findActor(asking: Pick<Asking, 'road' | 'person'>): Promise<Actor> {
  return readActor(asking.road.database.db, asking.person, await findToday(asking));
}
