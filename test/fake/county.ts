// A small county: a board, three municipalities, one group, and everybody's conversations.
import type { Database } from '../../src/database/open.ts';
import { CountyId, GroupId, OrganisationId, PersonId } from '../../src/ids.ts';
import type { PlatformName } from '../../src/platform.ts';

export const testCounty = {
  id: CountyId.parse('testlan'),
  group: GroupId.parse('testlan/beredning'),
  tenant: 'tenant',
  coordinator: PersonId.parse('testlan/samordnare'),
  members: [aMember('alby'), aMember('beby'), aMember('ceby')],
} as const;

function aMember(town: string) {
  return {
    personId: PersonId.parse(`testlan/${town}`),
    colleagueId: PersonId.parse(`testlan/${town}-2`),
    organisationId: OrganisationId.parse(`testlan/${town}-kommun`),
    name: `Integrationssamordnare, ${town} kommun`,
  };
}

const NEVER = new Date('2020-01-01T00:00:00Z');

/** @param platform where the conversations are */
export async function settleCounty({ db }: Database, platform: PlatformName = 'teams'): Promise<void> {
  const { id: countyId, members, group, coordinator } = testCounty;
  await db.county.create({
    data: {
      id: countyId,
      code: '99',
      name: 'Testlän',
      boardId: 'testlan/lansstyrelsen',
      timeZone: 'Europe/Stockholm',
      languages: ['sv', 'en'],
      words: { area: 'fokusområde', goal: 'delmål', activity: 'insats' },
      ladders: {
        call: { steps: [] },
        meeting: { answerDaysBefore: 2, steps: [], nudges: [], escalate: [] },
        plan: { steps: [], nudges: [], escalate: [] },
      },
      definitions: [],
      sources: [],
      followUp: { questions: [] },
      tenants: { teams: [testCounty.tenant] },
    },
  });
  await db.organisation.createMany({
    data: [
      { id: 'testlan/lansstyrelsen', name: 'Länsstyrelsen i Testlän', kind: 'county-board' },
      ...members.map(({ organisationId }) => ({
        id: organisationId,
        name: organisationId.slice(8),
        kind: 'municipality',
      })),
    ].map((one) => ({ ...one, countyId, offers: [], responsibilities: [] })),
  });
  const people = [
    {
      id: coordinator,
      name: 'Samordnare, Länsstyrelsen',
      organisationId: 'testlan/lansstyrelsen',
      roles: ['coordinator'],
    },
    ...members.flatMap(({ personId, colleagueId, organisationId, name }) => [
      { id: personId, name, organisationId, roles: [] },
      { id: colleagueId, name: `Kollega till ${name}`, organisationId, roles: [] },
    ]),
  ];
  await db.person.createMany({
    data: people.map((one) => ({ ...one, countyId, title: one.name, email: `${one.id.slice(8)}@example.org` })),
  });
  await db.group.create({
    data: {
      id: group,
      countyId,
      name: 'Beredningsgruppen',
      kind: 'preparatory',
      convenerId: 'testlan/lansstyrelsen',
      organisationIds: members.map(({ organisationId }) => organisationId),
    },
  });
  await db.membership.createMany({
    data: [
      { personId: coordinator, role: 'convener' },
      ...members.map(({ personId }) => ({ personId, role: 'member' })),
    ].map((one) => ({ ...one, id: `${group}/${one.personId}`, countyId, groupId: group, fromOn: '2020-01-01' })),
  });
  await db.conversation.createMany({
    data: [
      { id: `${platform}/${group}`, kind: 'channel', name: 'Beredningsgruppen', groupId: group, personId: null },
      ...people.map(({ id, name }) => ({
        id: `${platform}/${id}`,
        kind: 'personal',
        name,
        groupId: null,
        personId: id,
      })),
    ].map((one) => ({ ...one, countyId, platform, address: {}, changedAt: NEVER })),
  });
}
