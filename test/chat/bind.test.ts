// Who may connect which group to a conversation, and what does it mean?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { MemberRole } from '../../src/directory/membership.ts';
import { toLeftAddress } from '../../src/directory/person.ts';
import { ConversationId, PersonId } from '../../src/ids.ts';
import { testCounty } from '../fake/county.ts';
import { neighbour } from '../fake/neighbour.ts';
import { describeOnDatabase, emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { addWaiting } from './add-waiting.ts';
import { aUser, type Chat, channel, mail, openChat, ownChat, wordsOf } from './open-chat.ts';

const GROUP_CHAT = { ...channel, id: 'teams/19:grupp', kind: 'chat', name: 'Gruppchatt' };

async function addGroup({ db }: Database): Promise<void> {
  const { id: countyId } = testCounty;
  await db.group.create({ data: { id: 'testlan/sprak-arbete', countyId, name: 'Språk & arbete', kind: 'working' } });
}

describe('the roles', () => {
  const OWN = 'Beredningsgruppen';
  const OTHER = 'Språk & arbete';
  const NEIGHBOUR = 'grannlan/sprak';
  const groups = [OWN, OTHER, NEIGHBOUR];

  let database: Database;
  let chat: Chat;
  beforeAll(async () => {
    database = await openTestDatabase();
    chat = await openChat(database);
    await addGroup(database);
    await addPeople(database);
  });

  test.each<{ who: string; email: string; tenant?: string; may: string[] }>([
    { who: "the county's coordinator", email: mail.coordinator, may: [OWN, OTHER] },
    { who: 'a convener of the group', email: 'convener@example.org', may: [OWN] },
    ...MemberRole.options
      .filter((role) => role !== 'convener')
      .map((role) => ({ who: `a ${role} of the group`, email: `${role}@example.org`, may: [] })),
    { who: 'a convener whose seat has ended', email: 'former@example.org', may: [] },
    { who: 'a convener whose seat has not begun', email: 'coming@example.org', may: [] },
    { who: 'a reader', email: 'reader@example.org', may: [] },
    { who: 'an operator', email: 'operator@example.org', may: [] },
    { who: 'a member without any role in the county', email: mail.alby, may: [] },
    { who: "the other county's coordinator", email: mail.neighbour, may: [NEIGHBOUR] },
    { who: "the other county's convener", email: 'grannlan.sammankallande@example.org', may: [NEIGHBOUR] },
    { who: "the other county's member", email: 'grannlan.ledamot@example.org', may: [] },
    { who: 'a coordinator who has left', email: 'gone@example.org', may: [] },
    { who: 'a stranger', email: 'okand@example.org', may: [] },
    { who: 'a coordinator in a tenant that is not served', email: mail.coordinator, tenant: 'another', may: [] },
  ])('$who may connect $may', async ({ who, email, tenant, may }) => {
    const bound: string[] = [];

    for (const group of groups) {
      const id = `teams/${who} ${group}`;
      const from = aUser(email, tenant);
      await chat.house.handle.take({
        kind: 'wrote',
        key: id,
        from,
        text: `koppla ${group}`,
        at: placeOf(id),
      });
      if ((await chat.place(id))?.groupId) bound.push(group);
    }

    expect(bound).toEqual(may);
  });

  test.each(['koppla Beredningsgruppen', 'koppla Språk & arbete', 'koppla bort', 'koppla'])(
    'nobody else changes a conversation that is bound: %s',
    async (text) => {
      const at = { ...channel, id: `teams/bound ${text}` };
      await chat.write(mail.coordinator, 'koppla Språk & arbete', at);

      for (const email of ['convener@example.org', 'member@example.org', mail.neighbour, 'okand@example.org']) {
        await chat.write(email, text, at);
      }

      expect(await chat.place(at.id)).toMatchObject({ groupId: 'testlan/sprak-arbete', state: 'active' });
    },
  );

  function placeOf(id: string) {
    const conversation = { ...channel, id };
    return { ...conversation, id: asId(id), platform: 'teams', kind: 'channel' } as const;
  }
});

describeOnDatabase((open) => {
  let database: Database;
  let chat: Chat;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyTables(database);
    chat = await openChat(database);
    await addGroup(database);
  });

  test.each([
    ['beredningsgruppen', testCounty.group],
    ['BEREDNINGSGRUPPEN', testCounty.group],
    ['beredning', testCounty.group],
    ['sprak-arbete', 'testlan/sprak-arbete'],
    ['Sprak och arbete', undefined],
    ['språk   arbete', 'testlan/sprak-arbete'],
    ['testlan/sprak-arbete', 'testlan/sprak-arbete'],
  ])('"koppla %s" finds the group', async (text, groupId) => {
    await chat.write(mail.coordinator, `koppla ${text}`, channel);

    expect((await chat.place(channel.id))?.groupId).toBe(groupId);
  });

  test('a group that is nearly right is suggested, and nothing is bound', async () => {
    const answer = await chat.write(mail.coordinator, 'koppla beredningsgrupen', channel);

    expect(answer).toMatchObject({ kind: 'note', text: expect.stringContaining('Menade du "Beredningsgruppen"?') });
    expect(await chat.place(channel.id)).toBeNull();
  });

  test('a group that is not theirs to connect is not said to be missing', async () => {
    await database.db.membership.create({
      data: {
        id: 'm',
        countyId: testCounty.id,
        groupId: 'testlan/sprak-arbete',
        personId: testCounty.members[0].personId,
        role: 'convener',
        fromOn: '2026-01-01',
      },
    });

    const own = await chat.write(mail.alby, 'koppla Beredningsgruppen', channel);
    const neighbours = await chat.write(mail.alby, 'koppla Språkgruppen', channel);

    expect(wordsOf(own)).toContain('sammankallande för Beredningsgruppen kan koppla');
    expect(wordsOf(neighbours)).toContain('Det finns ingen grupp');
    expect(wordsOf(neighbours)).not.toContain('grannlan');
  });

  test('the answer says what will be posted and how many members are recognised', async () => {
    chat.teams.members = [
      aUser(mail.alby),
      aUser('beby@example.org'),
      aUser('ceby@example.org', 'another'),
      aUser(undefined),
    ];

    const answer = await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);

    expect(answer).toMatchObject({ kind: 'card', message: { title: 'Samtalet hör nu till Beredningsgruppen' } });
    expect(answer).toHaveProperty('isForAll', true);
    expect(wordsOf(answer)).toContain('Kallelser till gruppens möten');
    expect(wordsOf(answer)).toContain('2 av 4 medlemmar');
  });

  test('a platform that does not say who is there does not stop it', async () => {
    chat.teams.listMembers = async () => {
      throw new Error('down');
    };

    const answer = await chat.write(mail.coordinator, 'koppla beredningsgruppen', GROUP_CHAT);

    expect(answer).toMatchObject({ kind: 'card' });
    expect(await chat.place(GROUP_CHAT.id)).toMatchObject({ groupId: testCounty.group, state: 'active' });
  });

  test('alone, it lists what one may connect, and what is connected', async () => {
    const before = await chat.write(mail.coordinator, 'koppla', channel);
    await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);
    const after = await chat.write(mail.coordinator, 'Koppla', channel);
    const member = await chat.write(mail.alby, 'koppla', channel);

    expect(wordsOf(before)).toContain('inte kopplat');
    expect(before).toMatchObject({ message: { parts: [{}, { items: ['Beredningsgruppen', 'Språk & arbete'] }, {}] } });
    expect(wordsOf(after)).toContain('hör till Beredningsgruppen');
    expect(member).toMatchObject({ kind: 'note', text: expect.stringContaining('Bara länets samordnare') });
  });

  test.each([ownChat, undefined])('in a chat of one’s own, it says where to write it', async (at) => {
    const answer = await chat.write(mail.coordinator, 'koppla beredningsgruppen', at);

    expect(answer).toMatchObject({ kind: 'note', text: expect.stringContaining('gruppchatt som gruppen använder') });
  });

  test('bound to another group, it says from what to what, and calls off what waited', async () => {
    await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);
    await addWaiting(database, channel.id);

    const answer = await chat.write(mail.coordinator, 'koppla språk & arbete', channel);

    expect(wordsOf(answer)).toContain('hörde till Beredningsgruppen. Nu hör det till Språk & arbete');
    expect(await chat.place(channel.id)).toMatchObject({ groupId: 'testlan/sprak-arbete' });
    expect(await database.db.delivery.findMany({ select: { state: true } })).toEqual([{ state: 'cancelled' }]);
  });

  test('taken off, the conversation is spoken to no more, and can be connected by another county', async () => {
    await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);
    await addWaiting(database, channel.id);

    const answer = await chat.write(mail.coordinator, 'koppla bort', channel);
    const gone = await chat.place(channel.id);
    await chat.write(mail.neighbour, 'koppla språkgruppen', channel);
    await chat.drain();

    expect(wordsOf(answer)).toContain('inte längre kopplat till Beredningsgruppen');
    expect(gone).toMatchObject({ state: 'gone', reason: 'unbound', groupId: null });
    expect(await chat.place(channel.id)).toMatchObject({ state: 'active', groupId: neighbour.group });
    expect(chat.teams.posts).toEqual([]);
  });

  test('the same act again binds once and gives the same answer', async () => {
    const first = await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel, 'the-same');
    await chat.write(mail.coordinator, 'koppla språk & arbete', channel);

    const again = await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel, 'the-same');

    expect(again).toEqual(first);
    expect(await chat.place(channel.id)).toMatchObject({ groupId: 'testlan/sprak-arbete' });
  });
});

function asId(id: string) {
  return ConversationId.parse(id);
}

async function addPeople({ db }: Database): Promise<void> {
  const { id: countyId, group: groupId } = testCounty;
  const seats: { name: string; role: string; from?: string; to?: string }[] = [
    ...MemberRole.options.map((role) => ({ name: role, role })),
    { name: 'former', role: 'convener', to: '2026-03-01' },
    { name: 'coming', role: 'convener', from: '2026-03-03' },
  ];
  const names = [...seats.map(({ name }) => name), 'reader', 'operator', 'gone'];
  await db.person.createMany({
    data: names.map((name) => {
      const id = PersonId.parse(`testlan/${name}`);
      const roles = name === 'gone' ? ['coordinator'] : ['reader', 'operator'].filter((role) => role === name);
      const email = name === 'gone' ? toLeftAddress(id) : `${name}@example.org`;
      return { id, countyId, name, title: name, email, organisationId: 'testlan/lansstyrelsen', roles };
    }),
  });
  await db.membership.createMany({
    data: seats.map(({ name, role, from, to }) => ({
      id: `seat ${name}`,
      countyId,
      groupId,
      personId: `testlan/${name}`,
      role,
      fromOn: from ?? '2026-01-01',
      toOn: to ?? null,
    })),
  });
}
