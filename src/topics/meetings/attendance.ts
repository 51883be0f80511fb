// Who comes to a meeting, and who is asked instead of those who do not?
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import type { Instant } from '../../calendar/zone.ts';
import type { Member } from '../../directory/membership.ts';
import { fillSeats, listSubstitutes, type Seat } from '../../directory/seat.ts';
import type { OrganisationId, PersonId } from '../../ids.ts';
import type { Answers } from '../../message/form.ts';
import type { Asked, Standing } from '../../topic.ts';

export const ATTENDANCE = 'attendance';

export const Attendance = z.enum(['yes', 'digital', 'no']);
export type Attendance = z.infer<typeof Attendance>;

const QUESTION = `${ATTENDANCE}:`;

/** One question for each day: who comes on one may be away on another. */
export function toQuestion(heldOn: LocalDate): string {
  return `${QUESTION}${heldOn}`;
}

/** The day that a question is about. */
export function findAskedDay(question: string | undefined): LocalDate | undefined {
  return question?.startsWith(QUESTION) ? LocalDate.parse(question.slice(QUESTION.length)) : undefined;
}

/** Somebody who has said no. */
export interface Decline {
  readonly personId: PersonId;
  /** Since when, the last time. */
  readonly at: Instant;
  /** How many times so far: whoever says no again after another answer says it twice. */
  readonly times: number;
  /** When they took it back, if they have. */
  readonly takenBackAt?: Instant;
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
  readonly decline: Decline;
}

/**
 * For each member who says no, in the order in which they did, the first substitute who is there that day and has no
 * seat yet. A substitute is asked once; when a substitute says no as well, nobody else is.
 */
export function findStandIns({ members, away, declines }: Attending): readonly StandIn[] {
  const seats = fillSeats(members, away);
  const taken = new Set(seats.map(({ personId }) => personId));
  return declines
    .filter(({ takenBackAt }) => takenBackAt === undefined)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.personId < b.personId ? -1 : 1))
    .flatMap((decline) => {
      const seat = seats.find(({ personId, insteadOfId }) => personId === decline.personId && !insteadOfId);
      const free = listSubstitutes(members, decline.personId).find(
        ({ personId }) => !away.has(personId) && !taken.has(personId),
      );
      if (!seat || !free) return [];
      taken.add(free.personId);
      const insteadOfId = decline.personId;
      return [{ seat: { ...seat, personId: free.personId, insteadOfId }, insteadOfId, decline }];
    });
}

/** Those asked instead of somebody who has said by now that they come, and who have no seat of their own. */
export function findReleased({ asked, replies }: Standing, seated: ReadonlySet<PersonId>): readonly Asked[] {
  return asked.filter(({ personId, insteadOfId }) => {
    const member = replies.find((reply) => reply.personId === insteadOfId);
    return member !== undefined && isComing(member.answers) && !seated.has(personId);
  });
}

/** Substitutes who said that they come, for members who come after all. */
export function listDoubled({ released, replies }: Standing): readonly Asked[] {
  return released.filter(({ unit }) => replies.some((reply) => reply.unit === unit && isComing(reply.answers)));
}

function isComing(answers: Answers): boolean {
  return answers[ATTENDANCE] === 'yes' || answers[ATTENDANCE] === 'digital';
}

/** The organisations asked, and those of them for which somebody comes, in the room or digitally. */
export function countRepresented({ asked, replies }: Standing): {
  readonly asked: ReadonlySet<OrganisationId>;
  readonly represented: ReadonlySet<OrganisationId>;
} {
  const coming = replies.filter(({ answers }) => isComing(answers));
  return {
    asked: new Set(asked.map(({ organisationId }) => organisationId)),
    represented: new Set(coming.map(({ organisationId }) => organisationId)),
  };
}
