// Which seats does somebody get who stands in for another for some days?
import type { Appointment } from './appointment.ts';
import { covers } from './appointment.ts';
import { Membership } from './membership.ts';

/** One behind each of the person's seats that lies within the days; they are filled when the person is away. */
export function seatSubstitute(memberships: readonly Membership[], appointment: Appointment): readonly Membership[] {
  const { id: appointmentId, countyId, personId, standInId } = appointment;
  const seats = new Map<string, Membership>();
  for (const seat of memberships) {
    if (seat.personId !== personId || seat.role === 'substitute' || !covers(appointment, seat.groupId)) continue;
    const fromOn = seat.fromOn > appointment.fromOn ? seat.fromOn : appointment.fromOn;
    const toOn = seat.toOn !== undefined && seat.toOn < appointment.toOn ? seat.toOn : appointment.toOn;
    const id = `${seat.groupId}/${appointmentId}/${fromOn}`;
    if (fromOn > toOn || isSubstituteFrom(memberships, { ...seat, personId: standInId, fromOn })) continue;
    const role = 'substitute';
    const { groupId } = seat;
    const own = { id, countyId, groupId, personId: standInId, substituteForId: personId, appointmentId };
    seats.set(id, Membership.parse({ ...own, role, fromOn, toOn }));
  }
  return [...seats.values()];
}

/** They stand behind somebody in that group from that very day already. */
function isSubstituteFrom(
  memberships: readonly Membership[],
  { groupId, personId, fromOn }: Pick<Membership, 'groupId' | 'personId' | 'fromOn'>,
): boolean {
  return memberships.some(
    (seat) =>
      seat.groupId === groupId && seat.personId === personId && seat.role === 'substitute' && seat.fromOn === fromOn,
  );
}
