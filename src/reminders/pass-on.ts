// Whom a topic names may have handed over to a successor: then the successor is told and asked.
import type { Db } from '../database/open.ts';
import { listHandOvers } from '../directory/appointment-store.ts';
import { findHeir, type HandOver } from '../directory/hand-over.ts';
import { listMemberships } from '../directory/membership-store.ts';
import type { PersonId } from '../ids.ts';
import type { Due, Recipient } from '../topic.ts';

/** The same recipients, where nobody has left; each person once. Somebody who has come back is themselves again. */
export async function passOnToHeirs(
  db: Db,
  due: Pick<Due, 'countyId' | 'date'>,
  recipients: readonly Recipient[],
): Promise<readonly Recipient[]> {
  const handOvers = await listHandOvers(db, due.countyId);
  if (handOvers.length === 0) return recipients;
  const present = await findReturned(db, due, handOvers);
  const passed = recipients.map((one) => passOn(one, handOvers, present));
  const ids = passed.map((one) => (one.kind === 'person' ? one.personId : undefined));
  return passed.filter(({ kind }, place) => kind === 'group' || ids.indexOf(ids[place]) === place);
}

function passOn(one: Recipient, handOvers: readonly HandOver[], present: ReadonlySet<PersonId>): Recipient {
  if (one.kind === 'group' || present.has(one.personId)) return one;
  const heir = findHeir(one.personId, one.groupId, handOvers);
  return heir ? { ...one, personId: heir, insteadOfId: one.personId } : one;
}

/** Those who have had a seat again since they left. */
async function findReturned(
  db: Db,
  { countyId, date }: Pick<Due, 'countyId' | 'date'>,
  handOvers: readonly HandOver[],
): Promise<ReadonlySet<PersonId>> {
  const returned = new Set<PersonId>();
  for (const { personId, toOn: lastDay } of handOvers) {
    const seats = await listMemberships(db, countyId, personId);
    if (seats.some(({ fromOn }) => fromOn > lastDay && fromOn <= date)) returned.add(personId);
  }
  return returned;
}
