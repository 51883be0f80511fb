// How does a county file tell who is who: organisations, people, groups and contacts?

import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { MemberRole } from '../directory/membership.ts';
import { PersonRole } from '../directory/person.ts';
import { Language } from '../text/language.ts';
import { MunicipalityField, OrganisationKind, provenance, Slug, Words } from './county-fields.ts';

/** Something people ask about, "SFI", with what else they may call it. Offers, duties and contacts point here. */
export const MatterEntry = z.strictObject({
  id: Slug,
  name: Words,
  alsoCalled: z.array(Words).default([]),
});
export type MatterEntry = z.infer<typeof MatterEntry>;

/** One thing an organisation offers or is responsible for, and the matters it answers to. */
export const UndertakingEntry = z.strictObject({
  text: Words,
  matters: z.array(Slug).default([]),
});
export type UndertakingEntry = z.infer<typeof UndertakingEntry>;

/**
 * An organisation that takes part. `partner` says that it has joined the strategy; the others only sit in some group.
 * A municipality has its short name in `municipality`; another organisation has one when it works in that place only.
 */
export const OrganisationEntry = z.strictObject({
  id: Slug,
  name: Words,
  kind: OrganisationKind,
  municipality: MunicipalityField.exactOptional(),
  partner: z.boolean().default(false),
  offers: z.array(UndertakingEntry).default([]),
  responsibleFor: z.array(UndertakingEntry).default([]),
  ...provenance,
});
export type OrganisationEntry = z.infer<typeof OrganisationEntry>;

/**
 * Somebody the bot speaks to. The e-mail address is how a platform's user is recognised: one person, one address. An
 * operator answers for the whole installation, so no county's file can name one.
 */
export const PersonEntry = z.strictObject({
  id: Slug,
  name: Words,
  title: Words,
  email: z.email({ error: 'not-an-email' }),
  organisation: Slug,
  roles: z.array(PersonRole.exclude(['operator'])).default([]),
  language: Language.default('sv'),
  ...provenance,
});
export type PersonEntry = z.infer<typeof PersonEntry>;

/**
 * What a group is to the county: `council` decides, `preparatory` prepares and drives, `working` works on one matter,
 * `network` brings up needs from daily work, `consultation` hears those the work is about.
 */
export const GroupKind = z.enum(['council', 'preparatory', 'working', 'network', 'consultation']);
export type GroupKind = z.infer<typeof GroupKind>;

/** A person's seat in a group from one day to another, both included. A substitute names whom they stand in for. */
export const MemberEntry = z.strictObject({
  person: Slug,
  role: MemberRole,
  substituteFor: Slug.exactOptional(),
  from: LocalDate,
  to: LocalDate.exactOptional(),
});
export type MemberEntry = z.infer<typeof MemberEntry>;

/** How many meetings a group should have: "1–2 a year", "at least 4 a year". */
export const QuotaEntry = z
  .strictObject({
    atLeast: z.int().positive().exactOptional(),
    atMost: z.int().positive().exactOptional(),
    per: z.literal('year'),
  })
  .refine(({ atLeast, atMost }) => (atLeast ?? atMost) !== undefined, { error: 'quota-without-number' })
  .refine(({ atLeast = 0, atMost = Infinity }) => atLeast <= atMost, { error: 'quota-upside-down' });
export type QuotaEntry = z.infer<typeof QuotaEntry>;

/**
 * A group: who formed it (a group), which organisation convenes it, which group it reports back to, which kinds of group
 * it may form itself, how often it meets, which organisations sit in it and who sits there for them.
 */
export const GroupEntry = z.strictObject({
  id: Slug,
  name: Words,
  kind: GroupKind,
  formedBy: Slug.exactOptional(),
  convener: Slug.exactOptional(),
  reportsTo: Slug.exactOptional(),
  mayForm: z.array(GroupKind).default([]),
  permanent: z.boolean().default(true),
  meetings: QuotaEntry.exactOptional(),
  organisations: z.array(Slug).min(1, { error: 'nothing-listed' }),
  members: z.array(MemberEntry).default([]),
  tasks: z.array(Words).default([]),
  ...provenance,
});
export type GroupEntry = z.infer<typeof GroupEntry>;

/**
 * Whom to ask: an officer by title. `municipalities` are those they answer for, `matters` what they answer for; an
 * officer without either is shown but never suggested. `confirmedOn` is the day somebody last checked the details.
 */
export const ContactEntry = z.strictObject({
  id: Slug,
  title: Words,
  organisation: Slug,
  person: Slug.exactOptional(),
  phone: z.string().regex(/^\+?\d[\d -]{4,}\d$/, { error: 'not-a-phone' }),
  email: z.email({ error: 'not-an-email' }),
  municipalities: z.array(MunicipalityField).default([]),
  matters: z.array(Slug).default([]),
  confirmedOn: LocalDate.exactOptional(),
  ...provenance,
});
export type ContactEntry = z.infer<typeof ContactEntry>;
