// A grant call: who may apply, what for, and until when?
import { z } from 'zod';
import { daysBetween, LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant, toLocal, type ZoneName } from '../../calendar/zone.ts';
import { type Organisation, OrganisationKind } from '../../directory/organisation.ts';
import { Provenance } from '../../directory/provenance.ts';
import { CountyId, GroupId, SubjectId } from '../../ids.ts';

/** What a coordinator writes about a call. */
export const CallDetails = z
  .object({
    id: SubjectId,
    countyId: CountyId,
    instrumentId: z.string().min(1),
    title: z.string().min(1),
    /** Where there are several a year: "första utlysningen". */
    round: z.string().exactOptional(),
    opensOn: LocalDate.exactOptional(),
    /** The last day to apply, and the hour where there is one. */
    closesOn: LocalDate,
    closesAt: LocalTime.exactOptional(),
    eligibleKinds: z.array(OrganisationKind).readonly(),
    /** Only organisations of these municipalities; empty for all. */
    municipalityCodes: z.array(z.string()).readonly(),
    purpose: z.string(),
    budget: z.string().exactOptional(),
    link: z.url().exactOptional(),
    contactId: z.string().exactOptional(),
    dnr: z.string().exactOptional(),
    groupIds: z.array(GroupId).readonly(),
    decidedOn: LocalDate.exactOptional(),
    provenance: Provenance.exactOptional(),
    isExample: z.boolean(),
  })
  .readonly();
export type CallDetails = z.infer<typeof CallDetails>;

export const Call = CallDetails.unwrap()
  .extend({
    /** The deadline before the last move, and when it was moved. */
    moved: z.object({ from: LocalDate, at: z.date() }).readonly().exactOptional(),
    /** How many times it was changed, and when last. */
    revision: z
      .object({ number: z.int().min(0), at: z.date() })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type Call = z.infer<typeof Call>;

export const CallState = z.enum(['planned', 'open', 'closing-soon', 'closed', 'decided']);
export type CallState = z.infer<typeof CallState>;

/** From this many days before the last one, people are told that it is soon too late. */
const SOON = 7;

export function findCallState(call: CallDetails, now: Instant, zone: ZoneName): CallState {
  const today = toLocal(now, zone).date;
  if (call.decidedOn !== undefined && call.decidedOn <= today) return 'decided';
  if (now >= findClose(call, zone)) return 'closed';
  if (call.opensOn !== undefined && today < call.opensOn) return 'planned';
  return daysBetween(today, call.closesOn) <= SOON ? 'closing-soon' : 'open';
}

/** The moment that it is too late to apply: the hour that the call says, else the end of its last day. */
export function findClose({ closesOn, closesAt }: CallDetails, zone: ZoneName): Instant {
  return toInstant({ date: closesOn, time: closesAt ?? LAST_MINUTE }, zone);
}

const LAST_MINUTE = LocalTime.parse('23:59');

/** Of a kind that may apply and, where the call is for some municipalities only, of one of those. */
export function mayApply({ eligibleKinds, municipalityCodes }: CallDetails, organisation: Organisation): boolean {
  const { kind, municipalityCode = '' } = organisation;
  return (
    eligibleKinds.includes(kind) && (municipalityCodes.length === 0 || municipalityCodes.includes(municipalityCode))
  );
}

/** Whether it is a matter of theirs. The county board applies for nothing: it grants, and is asked about all of them. */
export function concerns(call: CallDetails, organisation: Organisation, boardId: Organisation['id']): boolean {
  return organisation.id === boardId || mayApply(call, organisation);
}
