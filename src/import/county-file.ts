// What does a county's file hold? docs/counties.md explains it to whoever writes the next one.

import { z } from 'zod';
import { Ladder } from '../calendar/ladder.ts';
import { ZoneName } from '../calendar/zone.ts';
import { ContactLadder } from '../directory/contact-ladder.ts';
import { ContactsFor } from '../directory/county.ts';
import { EventLadder } from '../directory/event-ladder.ts';
import { FollowUpLadder } from '../directory/follow-up-ladder.ts';
import { CountyCode } from '../directory/municipality.ts';
import { RoundRule } from '../directory/round-rule.ts';
import { WatchLadder } from '../directory/watch-ladder.ts';
import { Language } from '../text/language.ts';
import { ContactEntry, GroupEntry, MatterEntry, OrganisationEntry, PersonEntry } from './county-directory.ts';
import { Slug, Words } from './county-fields.ts';
import { CallEntry, InstrumentEntry, MeetingEntry } from './county-occasions.ts';
import { FollowUpEntry, PlanEntry, StrategyEntry } from './county-strategy.ts';

/** What a word means in this county: "nyanländ" is 24 months in one and 36 in another. */
const DefinitionEntry = z.strictObject({ term: Words, text: Words });

/** A document the file is taken from, with its registration number (`dnr`) or its number in a series. */
const SourceEntry = z.strictObject({
  title: Words,
  year: z.int(),
  dnr: Words.exactOptional(),
  number: Words.exactOptional(),
});

/** The Microsoft tenants and the Slack workspaces (or organisations) whose users the county's people are. */
const TenantsEntry = z.strictObject({
  teams: z.array(z.guid({ error: 'not-a-tenant' }).toLowerCase()).default([]),
  slack: z.array(z.string().regex(/^[TE][A-Z0-9]+$/, { error: 'not-a-workspace' })).default([]),
});

/**
 * The county itself. `board` is the county board among the organisations. `words` are the county's own for its focus
 * areas, goals and activities, in Swedish, in the singular and indefinite. `languages` begins with the one that groups
 * are spoken to in. `example` marks a county to try things in: its dates are moved to the present when it is loaded.
 * `contactsFor` says who may ask for contacts and partners.
 */
export const CountyEntry = z.strictObject({
  id: Slug,
  code: CountyCode,
  name: Words,
  board: Slug,
  timeZone: ZoneName,
  languages: z.tuple([Language], Language),
  example: z.boolean().default(false),
  words: z.strictObject({ area: Words, goal: Words, activity: Words }),
  definitions: z.array(DefinitionEntry).default([]),
  sources: z.array(SourceEntry).default([]),
  tenants: TenantsEntry.prefault({}),
  contactsFor: ContactsFor.default('partners'),
});
export type CountyEntry = z.infer<typeof CountyEntry>;

/**
 * When the county is reminded. `steps` count from the deadline of a call, the day of a meeting, the opening of a plan's
 * round. `nudges` and `escalate` count from the last day to answer: a meeting's `answerBy`, the closing of a round.
 * A nudge goes to those who have not answered; `escalate` tells convener and coordinator. `answerDaysBefore` gives a
 * meeting without an `answerBy` of its own one, so many days before it. `contact` says when contacts are asked whether
 * their details are right; left out, twice a year. `plan.rounds` is the rule by which plans are checked in that list no
 * rounds of their own. `followUp` says when the year's questions are asked; left out, in December. `event` says when the week's letter about the shared calendar comes.
 */
export const Ladders = z.strictObject({
  call: z.strictObject({ steps: Ladder }),
  meeting: z.strictObject({
    steps: Ladder,
    answerDaysBefore: z.int().min(0, { error: 'below-zero' }),
    nudges: Ladder.exactOptional(),
    escalate: Ladder.exactOptional(),
  }),
  plan: z.strictObject({
    steps: Ladder,
    nudges: Ladder.exactOptional(),
    escalate: Ladder.optional(),
    rounds: RoundRule.exactOptional(),
  }),
  followUp: FollowUpLadder.exactOptional(),
  contact: ContactLadder.exactOptional(),
  event: EventLadder.exactOptional(),
  watch: WatchLadder.exactOptional(),
});
export type Ladders = z.infer<typeof Ladders>;

/** A whole county as one file. Unknown keys are faults; references between the sections are checked by county-check. */
export const CountyFile = z.strictObject({
  county: CountyEntry,
  ladders: Ladders,
  matters: z.array(MatterEntry).default([]),
  organisations: z.array(OrganisationEntry).min(1, { error: 'nothing-listed' }),
  people: z.array(PersonEntry).min(1, { error: 'nothing-listed' }),
  groups: z.array(GroupEntry).min(1, { error: 'nothing-listed' }),
  contacts: z.array(ContactEntry).default([]),
  strategy: StrategyEntry,
  instruments: z.array(InstrumentEntry).default([]),
  calls: z.array(CallEntry).default([]),
  meetings: z.array(MeetingEntry).default([]),
  plans: z.array(PlanEntry).default([]),
  followUp: FollowUpEntry.prefault({}),
});
export type CountyFile = z.infer<typeof CountyFile>;
