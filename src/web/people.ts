// Who there is, and what each may see in the web room: answered from the directory.
import { toLocal } from '../calendar/zone.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/open.ts';
import { listGroupConversations, listPersonConversations } from '../directory/conversation-store.ts';
import { findCounty, listCounties } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { listGroups } from '../directory/group-store.ts';
import type { Membership } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import type { Organisation } from '../directory/organisation.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { findPersonAnywhere, listPeople } from '../directory/person-store.ts';
import type { CountyId, PersonId } from '../ids.ts';

/** What the room asks for; it says so itself, in room-people.ts. */
export function createPeople(db: Db, clock: Clock) {
  return {
    async listCounties() {
      const counties = await listCounties(db);
      return counties.map(({ id, name, isExample, yearsMoved, languages, timeZone }) => {
        return { id, name, isExample, yearsMoved, language: languages[0], zone: timeZone };
      });
    },
    async listPeople(countyId: CountyId) {
      const people = await listPeople(db, countyId);
      const circle = await readCircle(db, clock, { countyId, people });
      return people.filter((person) => isHere(person, circle)).map((person) => describe(person, circle));
    },
    async findPerson(id: PersonId) {
      const person = await findPersonAnywhere(db, id);
      if (!person) return undefined;
      const circle = await readCircle(db, clock, { countyId: person.countyId, people: [person], only: id });
      return isHere(person, circle) ? describe(person, circle) : undefined;
    },
    async listPlaces(id: PersonId) {
      const person = await findPersonAnywhere(db, id);
      if (!person) return [];
      const { countyId } = person;
      const circle = await readCircle(db, clock, { countyId, people: [person], only: id });
      const groups = listGroupsOf(id, circle);
      const own = await listPersonConversations(db, countyId, [id]);
      const shared = await listGroupConversations(
        db,
        countyId,
        groups.map((group) => group.id),
      );
      return [...own, ...shared]
        .filter(({ platform }) => platform === 'room')
        .map(({ id: conversationId, platform, kind, name, address, groupId }) => {
          const groupName = groups.find((group) => group.id === groupId)?.name;
          return {
            conversation: { id: conversationId, platform, kind, name, address },
            ...(groupName && { groupName }),
          };
        });
    },
  };
}

interface Circle {
  readonly today: string;
  readonly organisations: readonly Organisation[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
}

interface Asking {
  readonly countyId: CountyId;
  readonly people: readonly Person[];
  /** Where memberships of one person will do. */
  readonly only?: PersonId;
}

async function readCircle(db: Db, clock: Clock, { countyId, people, only }: Asking): Promise<Circle> {
  const county = await findCounty(db, countyId);
  return {
    today: county ? toLocal(clock.now(), county.timeZone).date : '',
    organisations: await findOrganisations(
      db,
      countyId,
      people.map(({ organisationId }) => organisationId),
    ),
    groups: await listGroups(db, countyId),
    memberships: await listMemberships(db, countyId, only),
  };
}

/** Not so somebody whose every seat has ended, unless they have a part in the county as a whole. */
function isHere(person: Person, { memberships, today }: Circle): boolean {
  if (hasLeft(person)) return false;
  const seats = memberships.filter(({ personId }) => personId === person.id);
  return person.roles.length > 0 || seats.length === 0 || seats.some(({ toOn }) => toOn === undefined || toOn >= today);
}

function listGroupsOf(personId: PersonId, { memberships, groups, today }: Circle): readonly Group[] {
  const seats = memberships.filter(
    (seat) => seat.personId === personId && seat.fromOn <= today && (seat.toOn === undefined || seat.toOn >= today),
  );
  return groups.filter(({ id }) => seats.some(({ groupId }) => groupId === id));
}

function describe(person: Person, circle: Circle) {
  const { id, countyId, name, title, language } = person;
  const organisation = circle.organisations.find((one) => one.id === person.organisationId)?.name ?? '';
  return { id, countyId, name, title, organisation, groups: listGroupsOf(id, circle).map((one) => one.name), language };
}
