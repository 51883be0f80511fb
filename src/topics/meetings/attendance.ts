// Who comes to a meeting, and who is asked instead of those who do not?
import { z } from 'zod';
import type { Instant } from '../../calendar/zone.ts';
import type { Member } from '../../directory/membership.ts';
import { fillSeats, listSubstitutes, type Seat } from '../../directory/seat.ts';
import type { OrganisationId, PersonId } from '../../ids.ts';
import type { Standing } from '../../topic.ts';

export const ATTENDANCE = 'attendance';

export const Attendance = z.enum(['yes', 'digital', 'no']);
export type Attendance = z.infer<typeof Attendance>;

/** Somebody whose answer is no, and when they said so first. */
export interface Decline {
  readonly personId: PersonId;
  readonly at: Instant;
}

/** The group on the day of the meeting. */
export interface Attending {
  readonly members: readonly Member[];
  readonly away: ReadonlySet<PersonId>;
  readonly declines: readonly Decline[];
}

/** A substitute who is asked because a member has said no. */
export interface StandIn {
  readonly seat: Seat;
  readonly insteadOfId: PersonId;
  readonly askedAt: Instant;
}

/**
 * For each member who says no, in the order in which they did, the first substitute who is there that day and has no
 * seat yet. A substitute is asked once; when a substitute says no as well, nobody else is.
 */
export function findStandIns({ members, away, declines }: Attending): readonly StandIn[] {
  const seats = fillSeats(members, away);
  const taken = new Set(seats.map(({ personId }) => personId));
  return declines
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.personId < b.personId ? -1 : 1))
    .flatMap((decline) => {
      const seat = seats.find(({ personId, insteadOfId }) => personId === decline.personId && !insteadOfId);
      const free = listSubstitutes(members, decline.personId).find(
        ({ personId }) => !away.has(personId) && !taken.has(personId),
      );
      if (!seat || !free) return [];
      taken.add(free.personId);
      const insteadOfId = decline.personId;
      return [{ seat: { ...seat, personId: free.personId, insteadOfId }, insteadOfId, askedAt: decline.at }];
    });
}

/** The organisations asked, and those of them for which somebody comes, in the room or digitally. */
export function countRepresented({ asked, replies }: Standing): {
  readonly asked: ReadonlySet<OrganisationId>;
  readonly represented: ReadonlySet<OrganisationId>;
} {
  const coming = replies.filter(({ answers }) => answers[ATTENDANCE] === 'yes' || answers[ATTENDANCE] === 'digital');
  return {
    asked: new Set(asked.map(({ organisationId }) => organisationId)),
    represented: new Set(coming.map(({ organisationId }) => organisationId)),
  };
}
