// A person leaves and another follows: whose seats end, whose begin, and who answers from then on?
import { addDays } from '../calendar/local-date.ts';
import type { GroupId, PersonId } from '../ids.ts';
import { type Appointment, covers } from './appointment.ts';
import { Membership } from './membership.ts';

/** What a hand-over is to the seats of a group; its one day is the leaver's last. */
export type HandOver = Pick<Appointment, 'id' | 'personId' | 'standInId' | 'toOn' | 'groupIds' | 'begunAt'>;

/**
 * The seats as they are after a hand-over, those that it leaves alone among them: the leaver's end with their last day, and
 * the day after the successor's begin, with the same roles. Who stood behind the leaver stands behind the successor.
 */
export function handOverSeats(seats: readonly Membership[], handOver: HandOver): readonly Membership[] {
  const ended = endHandedOver(seats, [handOver]);
  const going = seats.filter((seat, place) => ended[place] !== seat);
  const taken = going.map((seat) => passOn(seat, handOver)).filter((seat) => !isNeedless(seat, ended));
  return [...ended, ...new Map(taken.map((seat) => [seat.id, seat])).values()];
}

/** The seats that a hand-over ends, as they are before it. */
export function listEnding(seats: readonly Membership[], handOver: HandOver): readonly Membership[] {
  const ended = endHandedOver(seats, [handOver]);
  return seats.filter((seat, place) => ended[place] !== seat);
}

/** The same seats, ended as these hand-overs say: a county's file may not know of them yet. */
export function endHandedOver(seats: readonly Membership[], handOvers: readonly HandOver[]): readonly Membership[] {
  return seats.map((seat) => handOvers.reduce(endSeat, seat));
}

function endSeat(seat: Membership, handOver: HandOver): Membership {
  const { personId, toOn } = handOver;
  const isMeant = seat.personId === personId || seat.substituteForId === personId;
  const isEnded = seat.fromOn > toOn || (seat.toOn !== undefined && seat.toOn <= toOn);
  return !isMeant || isEnded || !covers(handOver, seat.groupId) ? seat : { ...seat, toOn };
}

function passOn(seat: Membership, { id: appointmentId, personId, standInId, toOn: lastDay }: HandOver): Membership {
  const heir = (id: PersonId) => (id === personId ? standInId : id);
  const { substituteForId, ...rest } = seat;
  const fromOn = addDays(lastDay, 1);
  const person = heir(seat.personId);
  return Membership.parse({
    ...rest,
    // As a county's file would name it, so that the file takes the seat over once it knows of it.
    id: `${seat.groupId}/${person.slice(person.indexOf('/') + 1)}/${seat.role}/${fromOn}`,
    personId: person,
    fromOn,
    appointmentId,
    ...(substituteForId && { substituteForId: heir(substituteForId) }),
  });
}

/** Nobody stands in for themselves, and nobody gets a role twice. */
function isNeedless(seat: Membership, seats: readonly Membership[]): boolean {
  if (seat.personId === seat.substituteForId) return true;
  return seats.some(
    (other) =>
      other.groupId === seat.groupId &&
      other.personId === seat.personId &&
      other.role === seat.role &&
      other.substituteForId === seat.substituteForId &&
      other.fromOn <= seat.fromOn &&
      (other.toOn === undefined || other.toOn >= seat.fromOn),
  );
}

/** Who answers instead of somebody in a group, or where no group is named: the successor, or theirs; only of hand-overs that have begun. */
export function findHeir(
  personId: PersonId,
  groupId: GroupId | undefined,
  handOvers: readonly HandOver[],
): PersonId | undefined {
  const heir = handOvers
    .filter((one) => one.begunAt !== undefined && covers(one, groupId))
    .reduce((holder, one) => (one.personId === holder ? one.standInId : holder), personId);
  return heir === personId ? undefined : heir;
}
