// Is who is who kept, county by county, and the state at any past date?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { LocalDate } from '../../src/calendar/local-date.ts';
import type { Database } from '../../src/database/open.ts';
import { Absence } from '../../src/directory/absence.ts';
import { findAway, saveAbsences } from '../../src/directory/absence-store.ts';
import {
  findConversationAnywhere,
  listPeopleOn,
  openConversation,
  unbindConversation,
} from '../../src/directory/binding-store.ts';
import { KnownConversation } from '../../src/directory/conversation.ts';
import {
  changeConversation,
  endConversations,
  listGroupConversations,
  listPersonConversations,
  removeConversations,
  reopenConversations,
  saveConversations,
} from '../../src/directory/conversation-store.ts';
import { isTenantServed, listCountiesOfTenant, readCounty, saveCounty } from '../../src/directory/county-store.ts';
import { listConveners, listGroups } from '../../src/directory/group-store.ts';
import { Membership } from '../../src/directory/membership.ts';
import { listMembersOn, listSeatsOn, saveMemberships } from '../../src/directory/membership-store.ts';
import { listOrganisations } from '../../src/directory/organisation-store.ts';
import {
  findPeople,
  findPeopleByAddress,
  listCoordinators,
  listPeople,
  savePeople,
} from '../../src/directory/person-store.ts';
import { NotFound } from '../../src/errors.ts';
import { ConversationId, CountyId, GroupId, PersonId } from '../../src/ids.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { buildCounty, settle } from './build-county.ts';

const countyId = CountyId.parse('testlan');
const beredningsgruppen = { countyId, groupId: GroupId.parse('testlan/beredningsgruppen') };
const may = LocalDate.parse('2026-05-04');
const now = new Date('2026-03-01T08:00:00Z');

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  await settle(database.db, buildCounty());
});

describe('a county', () => {
  test('is written once: the same again changes nothing', async () => {
    expect(await settle(database.db, buildCounty())).toEqual([]);
  });

  test('is read with its ladders, and read anew when they change', async () => {
    const { county } = buildCounty();
    const before = await readCounty(database.db, countyId);
    const plan = { ...county.ladders.plan, nudges: [] };

    const isChanged = await saveCounty(database.db, { ...county, ladders: { ...county.ladders, plan } });

    expect(before).toEqual(county);
    expect(isChanged).toBe(true);
    expect((await readCounty(database.db, countyId)).ladders.plan.nudges).toEqual([]);
  });

  test('that is not there is said to be missing', async () => {
    await expect(readCounty(database.db, CountyId.parse('ingenstans'))).rejects.toThrow(NotFound);
  });

  test('never shows anything of another', async () => {
    await settle(database.db, buildCounty('grannlan'));

    const mixed = await findPeople(database.db, countyId, [PersonId.parse('grannlan/umea-1')]);
    const own = await Promise.all([
      listPeople(database.db, countyId),
      listOrganisations(database.db, countyId),
      listGroups(database.db, countyId),
    ]);

    expect(mixed).toEqual([]);
    expect(own.flat().filter((one) => one.countyId !== countyId)).toEqual([]);
  });

  test('serves the tenants that it lists, and may share them', async () => {
    const { county } = buildCounty();
    const other = buildCounty('grannlan').county;
    await saveCounty(database.db, { ...county, tenants: { teams: ['t-1', 't-2'], slack: ['T1'] } });
    await saveCounty(database.db, { ...other, tenants: { teams: ['t-2'], slack: [] } });

    const serving = async (platform: 'teams' | 'slack' | 'room', tenant: string) =>
      (await listCountiesOfTenant(database.db, platform, tenant)).map(({ id }) => id);

    expect(await serving('teams', 't-1')).toEqual(['testlan']);
    expect(await serving('teams', 't-2')).toEqual(['grannlan', 'testlan']);
    expect(await serving('slack', 't-1')).toEqual([]);
    expect(await serving('slack', 'T1')).toEqual(['testlan']);
    expect(await serving('room', 'testlan')).toEqual(['testlan']);
    expect(await isTenantServed(database.db, 'teams', 't-3')).toBe(false);
  });

  test('has coordinators', async () => {
    expect((await listCoordinators(database.db, countyId)).map(({ id }) => id)).toEqual(['testlan/samordnare']);
  });
});

describe('a person', () => {
  test('who is changed is the only one written', async () => {
    const { people } = buildCounty();

    const saved = await savePeople(
      database.db,
      countyId,
      people.map((one) => (one.id === 'testlan/umea-1' ? { ...one, title: 'Enhetschef' } : one)),
    );

    expect(saved).toEqual(['testlan/umea-1']);
  });

  test('is found by address in the counties named, however it is capitalised, and no sign stands for another', async () => {
    const [person] = buildCounty().people;
    if (!person) throw new Error('Nobody lives here.');
    await savePeople(database.db, countyId, [{ ...person, email: 'Anna.a_b@Example.org' }]);

    const find = async (address: string, counties = [countyId]) =>
      (await findPeopleByAddress(database.db, counties, [address])).map(({ id }) => id);

    expect(await find('anna.A_B@example.org')).toEqual([person.id]);
    expect(await find('anna.axb@example.org')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('anna.a_b@example.org', [CountyId.parse('grannlan')])).toEqual([]);
    expect(await find(`left:${person.id}`)).toEqual([]);
  });
});

describe('a group', () => {
  test('is known at any past date: a membership ends and is not removed', async () => {
    const [old] = buildCounty().memberships.filter(({ id }) => id === 'testlan/beredningsgruppen/vannas-1');
    const successor = Membership.parse({ ...old, id: 'ny', personId: 'testlan/bjurholm-1', fromOn: '2026-04-01' });
    await saveMemberships(database.db, countyId, [
      Membership.parse({ ...old, toOn: '2026-03-31' }),
      Membership.parse(successor),
    ]);

    const lastDay = await listMembersOn(database.db, beredningsgruppen, LocalDate.parse('2026-03-31'));
    const firstDay = await listMembersOn(database.db, beredningsgruppen, LocalDate.parse('2026-04-01'));
    const yearBefore = await listMembersOn(database.db, beredningsgruppen, LocalDate.parse('2025-12-31'));

    const isThere = (members: typeof lastDay, id: string) => members.some(({ personId }) => personId === id);
    expect([isThere(lastDay, 'testlan/vannas-1'), isThere(lastDay, 'testlan/bjurholm-1')]).toEqual([true, false]);
    expect([isThere(firstDay, 'testlan/vannas-1'), isThere(firstDay, 'testlan/bjurholm-1')]).toEqual([false, true]);
    expect(yearBefore).toEqual([]);
  });

  test('seats the substitute on the days that a member is away, first and last included', async () => {
    const absence = Absence.parse({
      id: 'a',
      countyId,
      personId: 'testlan/mig-1',
      fromOn: '2026-05-04',
      toOn: '2026-05-08',
    });
    await saveAbsences(database.db, countyId, [absence]);

    const seated = async (date: string) =>
      (await listSeatsOn(database.db, beredningsgruppen, LocalDate.parse(date))).map(({ personId }) => personId);

    expect(await seated('2026-05-03')).toContain('testlan/mig-1');
    expect(await seated('2026-05-04')).toContain('testlan/mig-2');
    expect(await seated('2026-05-08')).not.toContain('testlan/mig-1');
    expect(await seated('2026-05-09')).toContain('testlan/mig-1');
    expect(await findAway(database.db, CountyId.parse('grannlan'), may)).toEqual(new Set());
  });

  test('is convened by its convener', async () => {
    const conveners = await listConveners(database.db, beredningsgruppen, may);

    expect(conveners.map(({ id }) => id)).toEqual(['testlan/samordnare']);
  });

  test('without a convener is convened by the nearest of the convening organisation', async () => {
    const [convener] = buildCounty().memberships.filter(({ id }) => id === 'testlan/beredningsgruppen/samordnare');
    await saveMemberships(database.db, countyId, [Membership.parse({ ...convener, role: 'rapporteur' })]);

    const conveners = await listConveners(database.db, beredningsgruppen, may);

    expect(conveners.map(({ id }) => id)).toEqual(['testlan/samordnare']);
  });
});

describe('a conversation', () => {
  const id = ConversationId.parse('teams/19:kanal');
  const channel = KnownConversation.parse({
    id,
    countyId,
    platform: 'teams',
    kind: 'channel',
    name: 'Beredningsgruppen',
    address: { serviceUrl: 'https://smba.example.org/' },
    groupId: beredningsgruppen.groupId,
  });
  const inbox = KnownConversation.parse({
    id: 'room/umea-1',
    countyId,
    platform: 'room',
    kind: 'personal',
    name: 'testlan/umea-1',
    address: null,
    personId: 'testlan/umea-1',
  });

  const ofGroup = () => listGroupConversations(database.db, countyId, [beredningsgruppen.groupId]);

  test('is found by its group or its person', async () => {
    await saveConversations(database.db, { countyId, now }, [channel, inbox]);

    expect(await ofGroup()).toEqual([channel]);
    expect(await listPersonConversations(database.db, countyId, [PersonId.parse('testlan/umea-1')])).toEqual([inbox]);
  });

  test('that is paused is not written to, is told of once, and saving it again does not open it', async () => {
    await saveConversations(database.db, { countyId, now }, [channel]);
    const pause = { state: 'paused', reason: 'blocked', at: now } as const;

    const first = await changeConversation(database.db, { countyId, id }, pause);
    const second = await changeConversation(database.db, { countyId, id }, pause);
    const saved = await saveConversations(database.db, { countyId, now }, [{ ...channel, name: 'Beredning' }]);

    expect([first, second]).toEqual([true, false]);
    expect(saved).toEqual([id]);
    expect(await ofGroup()).toEqual([]);
  });

  test('that is opened again is written to again', async () => {
    await saveConversations(database.db, { countyId, now }, [channel]);
    await changeConversation(database.db, { countyId, id }, { state: 'paused', reason: 'blocked', at: now });

    await changeConversation(database.db, { countyId, id }, { state: 'active', at: now });

    expect(await ofGroup()).toEqual([channel]);
  });

  test('is found by its id alone, with its state', async () => {
    await saveConversations(database.db, { countyId, now }, [channel]);
    await changeConversation(database.db, { countyId, id }, { state: 'paused', reason: 'blocked', at: now });

    expect(await findConversationAnywhere(database.db, id)).toEqual({ ...channel, state: 'paused', reason: 'blocked' });
    expect(await findConversationAnywhere(database.db, inbox.id)).toBeUndefined();
  });

  test('belongs to whoever it was opened for last, and to nobody once it is unbound', async () => {
    await openConversation(database.db, inbox, now);
    await openConversation(database.db, channel, now);
    const known = await listPeopleOn(database.db, 'room', { countyId, ids: [PersonId.parse('testlan/umea-1')] });

    await unbindConversation(database.db, { countyId, id }, now);

    expect(known).toEqual(new Set(['testlan/umea-1']));
    expect(await ofGroup()).toEqual([]);
    expect(await findConversationAnywhere(database.db, id)).toMatchObject({ state: 'gone', reason: 'unbound' });
  });

  test('ends, opens again and goes with the group or the person whose it is', async () => {
    const owners = { countyId, groupIds: [beredningsgruppen.groupId] };
    const left = { reason: 'left', at: now };
    await saveConversations(database.db, { countyId, now }, [channel, inbox]);

    const ended = await endConversations(database.db, owners, left);
    const again = await endConversations(database.db, owners, left);
    const whenEnded = await ofGroup();
    await reopenConversations(database.db, owners, left);
    const whenOpened = await ofGroup();
    await removeConversations(database.db, { countyId, personIds: [PersonId.parse('testlan/umea-1')] });

    expect([ended, again]).toEqual([1, 0]);
    expect([whenEnded, whenOpened]).toEqual([[], [channel]]);
    expect(await listPersonConversations(database.db, countyId, [PersonId.parse('testlan/umea-1')])).toEqual([]);
    expect(await ofGroup()).toEqual([channel]);
  });
});
