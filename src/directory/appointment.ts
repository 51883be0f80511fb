// One person was appointed to stand in for another for some days, or to follow them for good.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { AppointmentId, CountyId, GroupId, PersonId } from '../ids.ts';

/**
 * A substitute stands in from `fromOn` to `toOn`. A successor follows somebody whose last day is both of them.
 * Source: Blekinge, strategin § 8: the parties appoint substitutes, and who leaves introduces their successor.
 */
export const AppointmentKind = z.enum(['substitute', 'successor']);
export type AppointmentKind = z.infer<typeof AppointmentKind>;

export const Appointment = z
  .object({
    id: AppointmentId,
    countyId: CountyId,
    kind: AppointmentKind,
    /** Who is away, or leaves. */
    personId: PersonId,
    standInId: PersonId,
    fromOn: LocalDate,
    toOn: LocalDate,
    /** Only in these groups; in all that the person does, where there is none. */
    groupIds: z.array(GroupId).readonly(),
    appointedById: PersonId,
    appointedAt: z.date(),
    receipt: z.string().min(1),
    /** When the open questions went over. */
    begunAt: z.date().exactOptional(),
    /** When it was over, or taken back, and by whom where it was. */
    overAt: z.date().exactOptional(),
    takenBackById: PersonId.exactOptional(),
    /** Of a hand-over, the seats that it ended, with their last day as it was, so that it can be taken back. */
    seatsBefore: z
      .array(z.object({ id: z.string().min(1), toOn: LocalDate.exactOptional() }).readonly())
      .readonly()
      .default([]),
  })
  .readonly();
export type Appointment = z.infer<typeof Appointment>;

/** Somebody cannot be stood in for twice in the same group on the same day. */
export function isInTheWay(
  one: Pick<Appointment, 'fromOn' | 'toOn' | 'groupIds'>,
  other: Pick<Appointment, 'fromOn' | 'toOn' | 'groupIds'>,
): boolean {
  const isSameDay = one.fromOn <= other.toOn && other.fromOn <= one.toOn;
  const isForAll = one.groupIds.length === 0 || other.groupIds.length === 0;
  return isSameDay && (isForAll || one.groupIds.some((id) => other.groupIds.includes(id)));
}

/** What is done in no group, and an appointment for all that somebody does, are always covered. */
export function covers({ groupIds }: Pick<Appointment, 'groupIds'>, groupId: GroupId | undefined): boolean {
  return groupIds.length === 0 || (groupId !== undefined && groupIds.includes(groupId));
}
