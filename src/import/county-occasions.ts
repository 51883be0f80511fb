// How does a county file tell what may be applied for, and when people meet?

import { z } from 'zod';
import { LocalDate, LocalTime } from '../calendar/local-date.ts';
import { Link, MunicipalityField, OrganisationKind, provenance, Slug, Words } from './county-fields.ts';

/**
 * A kind of grant: its legal basis, which kinds of organisation may apply, and what for. `changes` says what who has
 * been granted money must report before changing anything.
 */
export const InstrumentEntry = z.strictObject({
  id: Slug,
  name: Words,
  legalBasis: Words.exactOptional(),
  eligible: z.array(OrganisationKind).min(1, { error: 'nothing-listed' }),
  purpose: Words,
  changes: Words.exactOptional(),
  ...provenance,
});
export type InstrumentEntry = z.infer<typeof InstrumentEntry>;

/** Who may apply: these kinds of organisation, and only in these municipalities when any are named. */
export const EligibleEntry = z.strictObject({
  kinds: z.array(OrganisationKind).min(1, { error: 'nothing-listed' }),
  municipalities: z.array(MunicipalityField).default([]),
});
export type EligibleEntry = z.infer<typeof EligibleEntry>;

/**
 * A call for applications. `closesOn` is the last day to apply, `closesAt` the hour when there is one. Without a
 * `contact` the officer of one's own municipality answers. `groups` are those whose conversations are told.
 */
export const CallEntry = z.strictObject({
  id: Slug,
  instrument: Slug,
  title: Words,
  round: Words.exactOptional(),
  opensOn: LocalDate.exactOptional(),
  closesOn: LocalDate,
  closesAt: LocalTime.exactOptional(),
  eligible: EligibleEntry,
  purpose: Words,
  budget: Words.exactOptional(),
  link: Link.exactOptional(),
  contact: Slug.exactOptional(),
  dnr: Words.exactOptional(),
  groups: z.array(Slug).default([]),
  ...provenance,
});
export type CallEntry = z.infer<typeof CallEntry>;

/**
 * A meeting of a group: a day, from one time to another. `answerBy` is the last day to say whether one comes; without
 * it the county's `ladders.meeting.answerDaysBefore` counts. `minutesOn` and `minutesLink` say that the minutes are there.
 */
export const MeetingEntry = z.strictObject({
  id: Slug,
  group: Slug,
  title: Words.exactOptional(),
  date: LocalDate,
  from: LocalTime,
  to: LocalTime,
  place: Words.exactOptional(),
  link: Link.exactOptional(),
  agenda: z.array(Words).default([]),
  answerBy: LocalDate.exactOptional(),
  minutesOn: LocalDate.exactOptional(),
  minutesLink: Link.exactOptional(),
  ...provenance,
});
export type MeetingEntry = z.infer<typeof MeetingEntry>;
