// A second county that shares its tenant with the small one: its coordinator, a convener, a member and one group.
import type { Database } from '../../src/database/open.ts';
import { CountyId, GroupId, PersonId } from '../../src/ids.ts';
import { testCounty } from './county.ts';

export const neighbour = {
  id: CountyId.parse('grannlan'),
  group: GroupId.parse('grannlan/sprak'),
  coordinator: PersonId.parse('grannlan/samordnare'),
  convener: PersonId.parse('grannlan/sammankallande'),
  member: PersonId.parse('grannlan/ledamot'),
} as const;

export async function settleNeighbour({ db }: Database): Promise<void> {
  const { id: countyId, group, coordinator, convener, member } = neighbour;
  const like = await db.county.findUniqueOrThrow({
    where: { id: testCounty.id },
    omit: { id: true, name: true, code: true },
  });
  const { words, ladders, definitions, matters, sources, followUp, tenants, ...rest } = like;
  const json = { words, ladders, definitions, matters, sources, followUp, tenants };
  await db.county.create({
    data: { ...rest, ...JSON.parse(JSON.stringify(json)), id: countyId, code: '98', name: 'Grannlän' },
  });
  await db.organisation.create({
    data: {
      id: 'grannlan/kommun',
      countyId,
      name: 'Granne kommun',
      kind: 'municipality',
      offers: [],
      responsibilities: [],
    },
  });
  await db.person.createMany({
    data: [coordinator, convener, member].map((id) => ({
      id,
      countyId,
      name: id,
      title: id,
      email: `${id.replace('/', '.')}@example.org`,
      organisationId: 'grannlan/kommun',
      roles: id === coordinator ? ['coordinator'] : [],
    })),
  });
  await db.group.create({ data: { id: group, countyId, name: 'Språkgruppen', kind: 'working' } });
  await db.membership.createMany({
    data: [
      { personId: convener, role: 'convener' },
      { personId: member, role: 'member' },
    ].map((one) => ({ ...one, id: `${group}/${one.personId}`, countyId, groupId: group, fromOn: '2020-01-01' })),
  });
}
