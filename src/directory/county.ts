// A county is the tenant. Its words, ladders, zone and languages are data, never constants in code.
import { z } from 'zod';
import { LadderOrNone } from '../calendar/ladder.ts';
import { ZoneName } from '../calendar/zone.ts';
import { CountyId, OrganisationId } from '../ids.ts';
import { Language } from '../text/language.ts';
import { ContactLadder } from './contact-ladder.ts';
import { EventLadder } from './event-ladder.ts';
import { FollowUpLadder } from './follow-up-ladder.ts';
import { Matter } from './matter.ts';
import { RoundRule } from './round-rule.ts';
import { WatchLadder } from './watch-ladder.ts';

/** When a county reminds, nudges and escalates, kind by kind. */
export const Ladders = z
  .object({
    /** Counted from the last application day. */
    call: z.object({ steps: LadderOrNone }).readonly(),
    meeting: z
      .object({
        /** A meeting that says nothing else is answered this many days before, on a working day. */
        answerDaysBefore: z.int().min(0),
        /** Counted from the day of the meeting. */
        steps: LadderOrNone,
        /** Both counted from the last day to answer. */
        nudges: LadderOrNone.default([]),
        escalate: LadderOrNone.default([]),
      })
      .readonly(),
    plan: z
      .object({
        /** Counted from the day that a check-in opens. */
        steps: LadderOrNone,
        /** Both counted from the day that it closes. */
        nudges: LadderOrNone.default([]),
        escalate: LadderOrNone.default([]),
        /** When plans without rounds of their own are checked in, and those copied from the year before. */
        rounds: RoundRule.exactOptional(),
      })
      .readonly(),
    followUp: FollowUpLadder.prefault({}),
    contact: ContactLadder.prefault({}),
    event: EventLadder.prefault({}),
    watch: WatchLadder.prefault({}),
  })
  .readonly();
export type Ladders = z.infer<typeof Ladders>;

/** What the county calls the parts of its strategy: "fokusområde", "delmål", "insats". Its own language, so Swedish. */
export const Words = z.object({ area: z.string(), goal: z.string(), activity: z.string() }).readonly();
export type Words = z.infer<typeof Words>;

/** Whose users the county's people are, platform by platform: Microsoft tenants and Slack workspaces, by their ids. */
export const Tenants = z
  .object({
    teams: z.array(z.string()).readonly().default([]),
    slack: z.array(z.string()).readonly().default([]),
  })
  .readonly();

/**
 * Who may ask whom to turn to: those who are in one of the county's groups today, everybody whom the county knows, or also
 * strangers in an organisation that it serves.
 */
export const ContactsFor = z.enum(['members', 'partners', 'public']);
export type ContactsFor = z.infer<typeof ContactsFor>;

export const County = z
  .object({
    id: CountyId,
    /** The county's two digits (länskod). */
    code: z.string(),
    name: z.string(),
    /** The county board, which convenes and grants. */
    boardId: OrganisationId,
    timeZone: ZoneName,
    /** The first is the one that groups are spoken to in. */
    languages: z.tuple([Language], Language).readonly(),
    /** An example county's dates were moved this many years when it was loaded. */
    yearsMoved: z.int(),
    isExample: z.boolean(),
    words: Words,
    ladders: Ladders,
    definitions: z.array(z.json()).readonly(),
    /** What people ask about, with what else they call it. */
    matters: z.array(Matter).readonly().default([]),
    sources: z.array(z.json()).readonly(),
    followUp: z.record(z.string(), z.json()).readonly(),
    tenants: Tenants.prefault({}),
    contactsFor: ContactsFor.default('partners'),
  })
  .readonly();
export type County = z.infer<typeof County>;
