// Who sits in a group's seats on a day, when some members are away and have a substitute?
import type { GroupId, OrganisationId, PersonId } from '../ids.ts';
import type { Member } from './membership.ts';

/** One seat and the person in it: the member, or the substitute of one who is away. */
export interface Seat {
  readonly groupId: GroupId;
  readonly personId: PersonId;
  /** The organisation that the seat belongs to; a substitute speaks for it too. */
  readonly organisationId: OrganisationId;
  readonly insteadOfId?: PersonId;
}

/**
 * The seats of ordinary members, each person in one at most. Who is away gives the seat to a substitute who is there and
 * has no seat yet. Where there is none, the seat stays the member's, so that no organisation is left out in silence;
 * only where the substitute already speaks for the same organisation is it left empty.
 */
export function fillSeats(members: readonly Member[], away: ReadonlySet<PersonId>): readonly Seat[] {
  const ordinary = members.filter(({ role }) => role !== 'substitute');
  const present = ordinary.filter(({ personId }) => !away.has(personId));
  const seatByPerson = new Map<PersonId, Seat>();
  for (const member of [...present, ...ordinary]) {
    if (seatByPerson.has(member.personId) || isReplaced(member.personId, seatByPerson)) continue;
    const seat = away.has(member.personId) ? findSeat(member, { members, away, seatByPerson }) : toSeat(member);
    if (seat) seatByPerson.set(seat.personId, seat);
  }
  return [...seatByPerson.values()];
}

interface Room {
  readonly members: readonly Member[];
  readonly away: ReadonlySet<PersonId>;
  readonly seatByPerson: ReadonlyMap<PersonId, Seat>;
}

function findSeat(member: Member, room: Room): Seat | undefined {
  const substitutes = listSubstitutes(room.members, member.personId).filter(({ personId }) => !room.away.has(personId));
  const free = substitutes.find(({ personId }) => !room.seatByPerson.has(personId));
  if (free) return { ...toSeat(member), personId: free.personId, insteadOfId: member.personId };
  const speaksAlready = substitutes.some(
    ({ personId }) => room.seatByPerson.get(personId)?.organisationId === member.organisationId,
  );
  return speaksAlready ? undefined : toSeat(member);
}

/** The substitutes of a member, in the order given. */
export function listSubstitutes(members: readonly Member[], personId: PersonId): readonly Member[] {
  return members.filter(({ role, substituteForId }) => role === 'substitute' && substituteForId === personId);
}

function isReplaced(personId: PersonId, seatByPerson: ReadonlyMap<PersonId, Seat>): boolean {
  return [...seatByPerson.values()].some(({ insteadOfId }) => insteadOfId === personId);
}

function toSeat({ groupId, personId, organisationId }: Member): Seat {
  return { groupId, personId, organisationId };
}
