// The names by which things are known: one branded type each, so that a group is never taken for a person.
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const CountyId = z.string().min(1).brand<'CountyId'>();
export type CountyId = z.infer<typeof CountyId>;

export const PersonId = z.string().min(1).brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const OrganisationId = z.string().min(1).brand<'OrganisationId'>();
export type OrganisationId = z.infer<typeof OrganisationId>;

export const GroupId = z.string().min(1).brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

/** A call, a meeting, an activity of a plan: whatever a topic speaks about. */
export const SubjectId = z.string().min(1).brand<'SubjectId'>();
export type SubjectId = z.infer<typeof SubjectId>;

export const PromptId = z.uuid().brand<'PromptId'>();
export type PromptId = z.infer<typeof PromptId>;

/** One person made another's substitute or successor. */
export const AppointmentId = z.uuid().brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof AppointmentId>;

export const ConversationId = z.string().min(1).brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;

/** One message for one conversation, whatever is killed: a platform sends a key once. */
export const DeliveryKey = z.string().min(1).brand<'DeliveryKey'>();
export type DeliveryKey = z.infer<typeof DeliveryKey>;

/** What its county's file calls it: "mars-2019" of "vasterbotten/mars-2019". */
export function dropCounty(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** A UUID that is the same for the same key, so that a thing that exists once by its key exists once by its id too. */
export function toStableUuid(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  // Version 8 of RFC 9562: "custom", made from a digest of our own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
