// Who was in a group on a day: by name, as what, for whom, since when, and who was away.
import type { LocalDate } from '../calendar/local-date.ts';
import type { Db } from '../database/open.ts';
import type { PersonId } from '../ids.ts';
import { compareText } from '../text/format.ts';
import { findAway } from './absence-store.ts';
import type { GroupOfCounty } from './group.ts';
import type { MemberRole, Membership } from './membership.ts';
import { listSeatedOn } from './membership-store.ts';
import { listOrganisations } from './organisation-store.ts';
import type { Person } from './person.ts';
import { listPeople } from './person-store.ts';

/** One seat as it was. */
export interface RosterEntry {
  readonly person: Person;
  readonly organisation: string;
  readonly role: MemberRole;
  readonly fromOn: LocalDate;
  readonly toOn?: LocalDate;
  /** By name, where it is a substitute's. */
  readonly substituteFor?: string;
  readonly isAway: boolean;
}

/** Ordinary members by the order of their roles, then substitutes, each by name. */
export async function readRoster(db: Db, group: GroupOfCounty, date: LocalDate): Promise<readonly RosterEntry[]> {
  const { countyId } = group;
  const seats = await listSeatedOn(db, group, date);
  const people = new Map((await listPeople(db, countyId)).map((person) => [person.id, person]));
  const organisations = new Map((await listOrganisations(db, countyId)).map(({ id, name }) => [id, name]));
  const away = await findAway(db, countyId, date);
  const nameOf = (id: PersonId) => people.get(id)?.name ?? id;
  const toEntry = ({ personId, role, fromOn, toOn, substituteForId }: Membership): readonly RosterEntry[] => {
    const person = people.get(personId);
    if (!person) return [];
    const organisation = organisations.get(person.organisationId) ?? '';
    const own = { person, organisation, role, fromOn, isAway: away.has(personId) };
    return [{ ...own, ...(toOn && { toOn }), ...(substituteForId && { substituteFor: nameOf(substituteForId) }) }];
  };
  return seats.flatMap(toEntry).toSorted((a, b) => compare(a, b));
}

const ORDER = [
  'chair',
  'convener',
  'rapporteur',
  'secretary',
  'member',
  'substitute',
] as const satisfies readonly MemberRole[];

function compare(a: RosterEntry, b: RosterEntry): number {
  return ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || compareText(a.person.name, b.person.name, 'sv');
}
