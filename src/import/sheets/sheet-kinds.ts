// Which kinds of sheet are there, which columns has each, and which field of an entry does a column fill?

import { z } from 'zod';
import { Measure } from '../../directory/figure.ts';
import { MemberRole } from '../../directory/membership.ts';
import { PersonRole } from '../../directory/person.ts';
import { Language } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import { OrganisationKind } from '../county-fields.ts';

/** In the order in which they are read: a row may refer to those of an earlier kind. */
export const SheetKind = z.enum([
  'organisations',
  'people',
  'contacts',
  'memberships',
  'calls',
  'meetings',
  'activities',
  'figures',
]);
export type SheetKind = z.infer<typeof SheetKind>;

/** What a cell may refer to. Groups, plans and the rest come from the county's own file. */
export type Referred = 'organisation' | 'person' | 'group' | 'contact' | 'matter' | 'instrument' | 'plan' | 'goal';

export type ColumnKey = keyof Texts['sheets']['columns'];
export type Choice = keyof Texts['sheets']['choices'];

/** How the text in a cell becomes a value. */
export type Reads =
  | {
      readonly as:
        | 'text'
        | 'day'
        | 'time'
        | 'phone'
        | 'yes-no'
        | 'lines'
        | 'number'
        | 'municipality'
        | 'municipalities';
    }
  | { readonly as: 'choice' | 'choices'; readonly of: readonly Choice[] }
  | { readonly as: 'reference' | 'references'; readonly to: Referred };

export interface Column {
  readonly key: ColumnKey;
  /** The way to the field in the entry: `email`, `eligible.kinds`. */
  readonly field: string;
  readonly reads: Reads;
  readonly isNeeded?: true;
}

const TEXT = { as: 'text' } as const;
const DAY = { as: 'day' } as const;
const NUMBER = { as: 'number' } as const;
const TIME = { as: 'time' } as const;
const toOne = (to: Referred) => ({ as: 'reference', to }) as const;
const toSome = (to: Referred) => ({ as: 'references', to }) as const;
const ORGANISATION_KINDS = OrganisationKind.options;

const id: Column = { key: 'id', field: 'id', reads: TEXT };

export const COLUMNS: Readonly<Record<SheetKind, readonly Column[]>> = {
  organisations: [
    id,
    { key: 'name', field: 'name', reads: TEXT, isNeeded: true },
    { key: 'organisationKind', field: 'kind', reads: { as: 'choice', of: ORGANISATION_KINDS }, isNeeded: true },
    { key: 'municipality', field: 'municipality', reads: { as: 'municipality' } },
    { key: 'partner', field: 'partner', reads: { as: 'yes-no' } },
  ],
  people: [
    id,
    { key: 'name', field: 'name', reads: TEXT, isNeeded: true },
    { key: 'jobTitle', field: 'title', reads: TEXT, isNeeded: true },
    { key: 'email', field: 'email', reads: TEXT, isNeeded: true },
    { key: 'organisation', field: 'organisation', reads: toOne('organisation'), isNeeded: true },
    { key: 'roles', field: 'roles', reads: { as: 'choices', of: PersonRole.exclude(['operator']).options } },
    { key: 'language', field: 'language', reads: { as: 'choice', of: Language.options } },
  ],
  contacts: [
    id,
    { key: 'municipalities', field: 'municipalities', reads: { as: 'municipalities' } },
    { key: 'jobTitle', field: 'title', reads: TEXT, isNeeded: true },
    { key: 'organisation', field: 'organisation', reads: toOne('organisation'), isNeeded: true },
    { key: 'person', field: 'person', reads: toOne('person') },
    { key: 'phone', field: 'phone', reads: { as: 'phone' }, isNeeded: true },
    { key: 'email', field: 'email', reads: TEXT, isNeeded: true },
    { key: 'matters', field: 'matters', reads: toSome('matter') },
    { key: 'confirmedOn', field: 'confirmedOn', reads: DAY },
  ],
  memberships: [
    { key: 'group', field: 'group', reads: toOne('group'), isNeeded: true },
    { key: 'person', field: 'person', reads: toOne('person'), isNeeded: true },
    { key: 'role', field: 'role', reads: { as: 'choice', of: MemberRole.options }, isNeeded: true },
    { key: 'substituteFor', field: 'substituteFor', reads: toOne('person') },
    { key: 'from', field: 'from', reads: DAY, isNeeded: true },
    { key: 'to', field: 'to', reads: DAY },
  ],
  calls: [
    id,
    { key: 'heading', field: 'title', reads: TEXT, isNeeded: true },
    { key: 'instrument', field: 'instrument', reads: toOne('instrument'), isNeeded: true },
    { key: 'round', field: 'round', reads: TEXT },
    { key: 'opensOn', field: 'opensOn', reads: DAY },
    { key: 'closesOn', field: 'closesOn', reads: DAY, isNeeded: true },
    { key: 'closesAt', field: 'closesAt', reads: TIME },
    { key: 'eligible', field: 'eligible.kinds', reads: { as: 'choices', of: ORGANISATION_KINDS }, isNeeded: true },
    { key: 'municipalities', field: 'eligible.municipalities', reads: { as: 'municipalities' } },
    { key: 'purpose', field: 'purpose', reads: TEXT, isNeeded: true },
    { key: 'budget', field: 'budget', reads: TEXT },
    { key: 'link', field: 'link', reads: TEXT },
    { key: 'contact', field: 'contact', reads: toOne('contact') },
    { key: 'dnr', field: 'dnr', reads: TEXT },
    { key: 'groups', field: 'groups', reads: toSome('group') },
  ],
  meetings: [
    id,
    { key: 'group', field: 'group', reads: toOne('group'), isNeeded: true },
    { key: 'heading', field: 'title', reads: TEXT },
    { key: 'day', field: 'date', reads: DAY, isNeeded: true },
    { key: 'startsAt', field: 'from', reads: TIME, isNeeded: true },
    { key: 'endsAt', field: 'to', reads: TIME, isNeeded: true },
    { key: 'place', field: 'place', reads: TEXT },
    { key: 'link', field: 'link', reads: TEXT },
    { key: 'agenda', field: 'agenda', reads: { as: 'lines' } },
    { key: 'answerBy', field: 'answerBy', reads: DAY },
    { key: 'minutesOn', field: 'minutesOn', reads: DAY },
    { key: 'minutesLink', field: 'minutesLink', reads: TEXT },
  ],
  activities: [
    id,
    { key: 'plan', field: 'plan', reads: toOne('plan'), isNeeded: true },
    { key: 'heading', field: 'title', reads: TEXT, isNeeded: true },
    { key: 'goal', field: 'goal', reads: toOne('goal'), isNeeded: true },
    { key: 'owner', field: 'owner', reads: toOne('organisation'), isNeeded: true },
    { key: 'responsible', field: 'responsible', reads: toOne('person') },
    { key: 'group', field: 'group', reads: toOne('group'), isNeeded: true },
    { key: 'from', field: 'from', reads: DAY, isNeeded: true },
    { key: 'to', field: 'to', reads: DAY, isNeeded: true },
    { key: 'indicator', field: 'indicator', reads: TEXT, isNeeded: true },
    { key: 'targetGroup', field: 'targetGroup', reads: TEXT },
  ],
  figures: [
    { key: 'municipality', field: 'municipality', reads: { as: 'municipality' }, isNeeded: true },
    { key: 'year', field: 'year', reads: NUMBER, isNeeded: true },
    { key: 'measure', field: 'measure', reads: { as: 'choice', of: Measure.options }, isNeeded: true },
    { key: 'measureName', field: 'name', reads: TEXT },
    { key: 'value', field: 'value', reads: NUMBER, isNeeded: true },
    { key: 'source', field: 'source', reads: TEXT, isNeeded: true },
    { key: 'observedOn', field: 'observedOn', reads: DAY, isNeeded: true },
  ],
};

/** What tells their entries apart is what they say: nobody gives them ids. */
export function hasIds(kind: SheetKind): boolean {
  return kind !== 'memberships' && kind !== 'figures';
}
