// Who belongs to a group, as what, and from when to when?
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { AppointmentId, CountyId, GroupId, OrganisationId, PersonId } from '../ids.ts';

/** A substitute sits in only when the one they stand behind is away; every other role is an ordinary member's. */
export const MemberRole = z.enum(['chair', 'convener', 'rapporteur', 'secretary', 'member', 'substitute']);
export type MemberRole = z.infer<typeof MemberRole>;

export const Membership = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    groupId: GroupId,
    personId: PersonId,
    role: MemberRole,
    substituteForId: PersonId.exactOptional(),
    fromOn: LocalDate,
    /** The last day, itself included. */
    toOn: LocalDate.exactOptional(),
    /** By which appointment it came about; not there where the county's file says it. */
    appointmentId: AppointmentId.exactOptional(),
  })
  .readonly();
export type Membership = z.infer<typeof Membership>;

export function isSeatedOn({ fromOn, toOn }: Pick<Membership, 'fromOn' | 'toOn'>, date: LocalDate): boolean {
  return fromOn <= date && (toOn === undefined || date <= toOn);
}

/** A membership as it stands on one day, with the organisation that the person speaks for. */
export const Member = z
  .object({
    groupId: GroupId,
    personId: PersonId,
    organisationId: OrganisationId,
    role: MemberRole,
    substituteForId: PersonId.exactOptional(),
  })
  .readonly();
export type Member = z.infer<typeof Member>;
