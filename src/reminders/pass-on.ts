// Whom a topic names may have handed over to a successor, or be away: then somebody else is told and asked.
import type { Db } from '../database/open.ts';
import { listHandOvers, listStandingIn } from '../directory/appointment-store.ts';
import { findHeir, type HandOver } from '../directory/hand-over.ts';
import { isSeatedOn } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import type { PersonId } from '../ids.ts';
import type { Due, Recipient } from '../topic.ts';

type Day = Pick<Due, 'countyId' | 'date'>;

/** The same recipients, where nobody has left and nobody is away; each person once. */
export async function passOn(db: Db, day: Day, recipients: readonly Recipient[]): Promise<readonly Recipient[]> {
  return keepFirst(await passOnToStandIns(db, day, await passOnToHeirs(db, day, recipients)));
}

function keepFirst(recipients: readonly Recipient[]): readonly Recipient[] {
  const ids = recipients.map((one) => (one.kind === 'person' ? one.personId : undefined));
  return recipients.filter(({ kind }, place) => kind === 'group' || ids.indexOf(ids[place]) === place);
}

/**
 * In the groups, the topic itself says who fills a seat. Who sits in none is asked all the same, about a contact or what
 * they are responsible for: then whoever stands in for them is.
 */
async function passOnToStandIns(db: Db, { countyId, date }: Day, recipients: readonly Recipient[]) {
  const ids: ReadonlySet<string> = new Set(recipients.flatMap((one) => (one.kind === 'person' ? [one.personId] : [])));
  const standingIn = (await listStandingIn(db, countyId, date)).filter(
    ({ personId, standInId }) => ids.has(personId) && !ids.has(standInId),
  );
  const seatless = new Map<PersonId, PersonId>();
  for (const { personId, standInId } of standingIn) {
    const seats = await listMemberships(db, countyId, personId);
    if (!seats.some((seat) => isSeatedOn(seat, date))) seatless.set(personId, standInId);
  }
  return recipients.map((one): Recipient => {
    const standIn = one.kind === 'person' && seatless.get(one.personId);
    return standIn ? { ...one, personId: standIn, insteadOfId: one.personId } : one;
  });
}

/** Somebody who has come back is themselves again. */
async function passOnToHeirs(db: Db, due: Day, recipients: readonly Recipient[]): Promise<readonly Recipient[]> {
  const handOvers = await listHandOvers(db, due.countyId);
  if (handOvers.length === 0) return recipients;
  const present = await findReturned(db, due, handOvers);
  return recipients.map((one) => passOnOne(one, handOvers, present));
}

function passOnOne(one: Recipient, handOvers: readonly HandOver[], present: ReadonlySet<PersonId>): Recipient {
  if (one.kind === 'group' || present.has(one.personId)) return one;
  const heir = findHeir(one.personId, one.groupId, handOvers);
  return heir ? { ...one, personId: heir, insteadOfId: one.personId } : one;
}

/** Those who have had a seat again since they left. */
async function findReturned(
  db: Db,
  { countyId, date }: Day,
  handOvers: readonly HandOver[],
): Promise<ReadonlySet<PersonId>> {
  const returned = new Set<PersonId>();
  for (const { personId, toOn: lastDay } of handOvers) {
    const seats = await listMemberships(db, countyId, personId);
    if (seats.some(({ fromOn }) => fromOn > lastDay && fromOn <= date)) returned.add(personId);
  }
  return returned;
}
