// Who may appoint whom for whom, and what is answered where it cannot be?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { MemberRole } from '../../src/directory/membership.ts';
import { toLeftAddress } from '../../src/directory/person.ts';
import { PersonId } from '../../src/ids.ts';
import { testCounty } from '../fake/county.ts';
import { describeOnDatabase, emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { aUser, type Chat, mail, openChat, wordsOf } from './open-chat.ts';

const { id: countyId, group: groupId } = testCounty;
const OTHER_GROUP = 'testlan/sprak-arbete';

describe('the roles', () => {
  let database: Database;
  let chat: Chat;
  beforeAll(async () => {
    database = await openTestDatabase();
    chat = await openChat(database);
    await addPeople(database);
  });
  beforeEach(async () => {
    await database.db.appointment.deleteMany();
    await database.db.absence.deleteMany();
    await database.db.membership.deleteMany({ where: { appointmentId: { not: null } } });
    await database.db.membership.updateMany({ where: { personId: 'testlan/alby' }, data: { toOn: null } });
  });

  const places: Readonly<Record<string, readonly string[]>> = { everywhere: [], 'in that group': [groupId] };
  test.each<{ who: string; email: string; tenant?: string; where?: string }>(
    [
      { who: 'the person', email: mail.alby, where: 'everywhere' },
      { who: "the county's coordinator", email: mail.coordinator, where: 'everywhere' },
      { who: 'a convener of one of the groups', email: 'convener@example.org', where: 'in that group' },
      ...MemberRole.options
        .filter((role) => role !== 'convener')
        .map((role) => ({ who: `a ${role} of the group`, email: `${role}@example.org` })),
      { who: 'a convener whose seat has ended', email: 'former@example.org' },
      { who: 'a convener of another group', email: 'elsewhere@example.org' },
      { who: 'the colleague', email: 'alby-2@example.org' },
      { who: 'a reader', email: 'reader@example.org' },
      { who: 'an operator', email: 'operator@example.org' },
      { who: "the other county's coordinator", email: mail.neighbour },
      { who: "the other county's convener", email: 'grannlan.sammankallande@example.org' },
      { who: 'a coordinator who has left', email: 'gone@example.org' },
      { who: 'a stranger', email: 'okand@example.org' },
      { who: 'a coordinator in a tenant that is not served', email: mail.coordinator, tenant: 'another' },
    ].map((one) => ({ where: 'nowhere', ...one })),
  )('$who may appoint $where', async ({ who, email, tenant, where }) => {
    const from = aUser(email, tenant);
    const take = (text: string) => chat.house.handle.take({ kind: 'wrote', key: `${who} ${text}`, from, text });

    await take('ersättare alby-2 för alby 9–13 mars');
    await take('efterträdare alby-2 för alby 30 juni');

    const made = await database.db.appointment.findMany({
      orderBy: { kind: 'asc' },
      select: { kind: true, groupIds: true },
    });
    const groups = places[where ?? 'nowhere'];
    expect(made).toEqual(groups ? ['substitute', 'successor'].map((kind) => ({ kind, groupIds: groups })) : []);
  });

  test('a convener moves what is of their own group alone', async () => {
    await chat.write('convener@example.org', 'efterträdare alby-2 för alby 2 mars');

    const where = { personId: 'testlan/alby-2' };
    expect(await database.db.membership.findMany({ where, select: { groupId: true } })).toEqual([{ groupId }]);
  });

  test.each(['ersättare', 'efterträdare'])('nobody of another county is known: %s', async (command) => {
    const answer = await chat.write(mail.coordinator, `${command} grannlan.ledamot@example.org för alby 9–13 mars`);

    expect(wordsOf(answer)).toContain('Det finns ingen i länet som heter');
    expect(wordsOf(answer)).toContain('lägger samordnaren till i länets fil');
    expect(await database.db.appointment.count()).toBe(0);
  });
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
  });

  test.each([
    ['ersättare beby 9–13 mars', 'arbetar inte för alby-kommun'],
    ['ersättare alby 9–13 mars', 'Ingen kan ersätta sig själv'],
    [
      'ersättare alby-2',
      'Skriv till exempel \\"ersättare Kollega till Integrationssamordnare, alby kommun 1–15 juli\\"',
    ],
    ['ersättare alby-2 2026-02-01 2026-02-15', 'Dagarna har redan varit'],
    ['ersättare xyzzy 9–13 mars', 'Det finns ingen i länet som heter \\"xyzzy\\"'],
    ['ersättare integrationssamordnare 9–13 mars', 'Det finns flera med det namnet'],
    ['ersättare ingen', 'Det finns ingen utsedd ersättare'],
    ['efterträdare alby-2', 'Skriv till exempel \\"efterträdare Kollega'],
    ['efterträdare beby 30 juni', 'arbetar inte för alby-kommun'],
    ['efterträdare alby-2 2025-12-01', 'Dagarna har redan varit'],
  ])('"%s" is refused with what to do', async (text, why) => {
    expect(wordsOf(await chat.write(mail.alby, text))).toContain(why);
    expect(await database.db.appointment.count()).toBe(0);
  });

  test('days that overlap and a substitute who is away are refused; who sits nowhere may have one', async () => {
    await chat.write(mail.alby, 'ersättare alby-2 9–13 mars');

    const again = await chat.write(mail.alby, 'ersättare alby-2 12–20 mars');
    const away = await chat.write('alby-2@example.org', 'ersättare alby 10 mars');
    const seatless = await chat.write('beby-2@example.org', 'ersättare beby 10 mars');

    expect(wordsOf(again)).toContain('är redan utsedd för 9–13 mars');
    expect(wordsOf(away)).toContain('har själv en ersättare under 10 mars');
    expect(seatless).toMatchObject({ kind: 'receipt' });
    expect(await database.db.appointment.count()).toBe(2);
  });

  test('who stands behind somebody already may step in, also from another organisation', async () => {
    await database.db.membership.create({
      data: {
        ...{ id: 'behind', countyId, groupId, personId: 'testlan/beby', role: 'substitute' },
        ...{ substituteForId: 'testlan/alby', fromOn: '2026-01-01' },
      },
    });

    expect(await chat.write(mail.alby, 'ersättare beby 9–13 mars')).toMatchObject({ kind: 'receipt' });
  });

  test('days that have begun count from today, and the same act again changes nothing', async () => {
    const first = await chat.write(mail.alby, 'ersättare alby-2 23 februari–13 mars', undefined, 'the-same');
    const again = await chat.write(mail.alby, 'ersättare alby-2 23 februari–13 mars', undefined, 'the-same');

    expect(again).toEqual(first);
    expect(await database.db.absence.findMany({ select: { fromOn: true, toOn: true } })).toEqual([
      { fromOn: '2026-03-02', toOn: '2026-03-13' },
    ]);
  });

  test('a leaver who coordinates the county is told that the role stays in the file', async () => {
    await database.db.person.update({
      where: { id: 'testlan/alby-2' },
      data: { organisationId: 'testlan/lansstyrelsen' },
    });

    const answer = await chat.write(mail.coordinator, 'efterträdare alby-2 30 juni');

    expect(wordsOf(answer)).toContain('ändras bara i länets fil');
  });

  test('in English the words are English', async () => {
    await database.db.person.update({ where: { id: 'testlan/alby' }, data: { language: 'en' } });

    const answer = await chat.write(mail.alby, 'substitute alby-2 from 9 March to 13 March');
    const back = await chat.write(mail.alby, 'substitute nobody');

    expect(wordsOf(answer)).toContain('stands in for you 9–13 March');
    expect(wordsOf(back)).toContain('does not stand in for you any more');
  });
});

async function addPeople({ db }: Database): Promise<void> {
  const seats: { name: string; role: string; group?: string; to?: string }[] = [
    ...MemberRole.options.map((role) => ({ name: role, role })),
    { name: 'former', role: 'convener', to: '2026-03-01' },
    { name: 'elsewhere', role: 'convener', group: 'testlan/tomma' },
    { name: 'alby', role: 'member', group: OTHER_GROUP },
  ];
  await db.group.createMany({
    data: [OTHER_GROUP, 'testlan/tomma'].map((id) => ({ id, countyId, name: id, kind: 'working' })),
  });
  const names = [...seats.map(({ name }) => name), 'reader', 'operator', 'gone'].filter((name) => name !== 'alby');
  await db.person.createMany({
    data: names.map((name) => {
      const id = PersonId.parse(`testlan/${name}`);
      const roles = name === 'gone' ? ['coordinator'] : ['reader', 'operator'].filter((role) => role === name);
      const email = name === 'gone' ? toLeftAddress(id) : `${name}@example.org`;
      return { id, countyId, name, title: name, email, organisationId: 'testlan/lansstyrelsen', roles };
    }),
  });
  await db.membership.createMany({
    data: seats.map(({ name, role, group = groupId, to }) => ({
      id: `seat ${name}`,
      ...{ countyId, groupId: group, personId: `testlan/${name}`, role, fromOn: '2026-01-01', toOn: to ?? null },
    })),
  });
}
