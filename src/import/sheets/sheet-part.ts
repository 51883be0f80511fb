// Less than a county's file: the entries that sheets add or change, in the shape that the file's own have.

import type { z } from 'zod';
import { ContactEntry, type GroupEntry, MemberEntry, OrganisationEntry, PersonEntry } from '../county-directory.ts';
import { Slug } from '../county-fields.ts';
import type { CountyFile } from '../county-file.ts';
import type { Having } from '../county-ids.ts';
import { CallEntry, MeetingEntry } from '../county-occasions.ts';
import { ActivityEntry, type PlanEntry } from '../county-strategy.ts';
import { FigureEntry } from '../figure-entry.ts';
import type { Draft } from './draft.ts';
import { type KnownCounty, textOf } from './known-county.ts';
import type { SheetKind } from './sheet-kinds.ts';

const SeatRow = MemberEntry.extend({ group: Slug });
const ActivityRow = ActivityEntry.extend({ plan: Slug });

export const SCHEMAS = {
  organisations: OrganisationEntry,
  people: PersonEntry,
  contacts: ContactEntry,
  memberships: SeatRow,
  calls: CallEntry,
  meetings: MeetingEntry,
  activities: ActivityRow,
  figures: FigureEntry,
} as const satisfies Readonly<Record<SheetKind, z.ZodType>>;

type Sections = keyof Pick<CountyFile, 'organisations' | 'people' | 'contacts' | 'calls' | 'meetings'>;

export interface SheetPart extends Having<Sections> {
  /** All of the county's, with the seats that are added or changed. */
  readonly groups: readonly Pick<GroupEntry, 'id' | 'name' | 'members'>[];
  readonly plans: readonly Pick<PlanEntry, 'id' | 'activities'>[];
  readonly figures: readonly FigureEntry[];
}

/** Only for drafts in which nothing is wrong. */
export function toPart(drafts: readonly Draft[], { county, sections }: KnownCounty): SheetPart {
  const parse = <Entry>(kind: SheetKind, schema: z.ZodType<Entry>) =>
    drafts.filter((draft) => draft.kind === kind).map(({ entry }) => schema.parse(entry));
  const seats = parse('memberships', SeatRow);
  const activities = parse('activities', ActivityRow);
  return {
    county: { id: Slug.parse(county.id) },
    organisations: parse('organisations', OrganisationEntry),
    people: parse('people', PersonEntry),
    contacts: parse('contacts', ContactEntry),
    calls: parse('calls', CallEntry),
    meetings: parse('meetings', MeetingEntry),
    figures: parse('figures', FigureEntry),
    groups: sections.groups.map((group) => ({
      id: Slug.parse(group.id),
      name: textOf(group, 'name'),
      members: seats.filter((seat) => seat.group === group.id),
    })),
    plans: sections.plans.map((plan) => ({
      id: Slug.parse(plan.id),
      activities: activities.filter((activity) => activity.plan === plan.id),
    })),
  };
}
