// Somebody asks for a link by e-mail: counted, and promised to whoever has that address. Nobody learns whether anyone has.
import { createHash } from 'node:crypto';
import { countAttempt } from '../../../database/attempt-store.ts';
import { listCounties } from '../../../directory/county-store.ts';
import { findPeopleByAddress } from '../../../directory/person-store.ts';
import type { DeskSetting } from '../desk-setting.ts';
import { SIGN_IN_QUEUE } from './sign-in-letter.ts';

/** To one address, so that nobody's post is filled; and from one place, or through one proxy. */
const TO_ONE = { most: 3, perMinutes: 15 };
const FROM_ONE = { most: 60, perMinutes: 10 };

/**
 * An unknown address takes the same steps as a known one, with nobody in the job. Too many letters to one address are left
 * out in silence: a refusal would tell that somebody else has asked.
 * @returns false where too many are asked for from one place
 */
export async function askForLetter(setting: DeskSetting, address: string, source: string): Promise<boolean> {
  const { database, clock, queue } = setting.road;
  const now = clock.now();
  if (!(await countAttempt(database.db, { scope: `ask:${source}`, now }, FROM_ONE))) return false;
  // An address that a stranger typed is nobody's to keep.
  const digest = createHash('sha256').update(address.toLowerCase()).digest('hex');
  const isWithin = await countAttempt(database.db, { scope: `letter:${digest}`, now }, TO_ONE);
  const counties = await listCounties(database.db);
  const known = await findPeopleByAddress(
    database.db,
    counties.map(({ id }) => id),
    [address],
  );
  const people = isWithin ? known.map(({ countyId, id: personId }) => ({ countyId, personId })) : [];
  await database.transaction((tx) =>
    queue.enqueue(tx, [{ queue: SIGN_IN_QUEUE, data: { people, askedAt: now.toISOString() } }]),
  );
  return true;
}
