// Is a person known by tenant and vouched address, and by nothing else?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { isTenantServed } from '../../src/directory/county-store.ts';
import { toLeftAddress } from '../../src/directory/person.ts';
import { testCounty } from '../fake/county.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { aUser, type Chat, channel, mail, openChat, wordsOf } from './open-chat.ts';

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

  const mine = (email: string | undefined, tenant?: string) =>
    chat.house.handle.take({ kind: 'wrote', key: `${email} ${tenant}`, from: aUser(email, tenant), text: 'mina' });

  test('a tenant is served when a county lists it, on its own platform only', async () => {
    const { db } = database;

    expect(await isTenantServed(db, 'teams', testCounty.tenant)).toBe(true);
    expect(await isTenantServed(db, 'slack', testCounty.tenant)).toBe(false);
    expect(await isTenantServed(db, 'teams', 'another')).toBe(false);
    expect(await isTenantServed(db, 'room', testCounty.id)).toBe(true);
  });

  test('a person is known by the address, however it is capitalised', async () => {
    expect(await mine('ALBY@Example.org')).toMatchObject({ kind: 'card', message: { title: 'Mina frågor' } });
  });

  test.each([
    ['an address that nobody has', 'okand@example.org'],
    ['an address that is nearly one', 'alby_2@example.org'],
    ['a guest, whose address nobody vouches for', undefined],
  ])('%s is greeted with the names of the counties, and nothing is stored', async (_who, email) => {
    const answer = await mine(email);

    expect(answer).toMatchObject({ kind: 'note', text: expect.stringContaining('Grannlän och Testlän') });
    expect(wordsOf(answer)).toContain('känner inte igen dig');
    expect(wordsOf(answer).includes('webbrummet')).toBe(email === undefined);
    expect(await database.db.incoming.count()).toBe(0);
  });

  test('a known address from a tenant that is not served learns no county', async () => {
    const answer = await mine(mail.alby, 'another');

    expect(wordsOf(answer)).toContain('Din organisation är inte med');
    expect(wordsOf(answer)).not.toContain('län och');
    expect(await database.db.incoming.count()).toBe(0);
  });

  test('whoever has left is a stranger, in the room too', async () => {
    const [{ personId }] = testCounty.members;
    await database.db.person.update({ where: { id: personId }, data: { email: toLeftAddress(personId) } });

    const inTeams = await mine(mail.alby);
    const inRoom = await chat.house.handle.take({
      kind: 'wrote',
      key: 'r',
      from: { platform: 'room', tenant: testCounty.id, user: personId },
      text: 'mina',
    });

    expect(wordsOf(inTeams)).toContain('känner inte igen dig');
    expect(wordsOf(inRoom)).toContain('känner inte igen dig');
  });

  describe('somebody known to two counties that share a tenant', () => {
    beforeEach(async () => {
      await database.db.person.update({ where: { id: 'grannlan/ledamot' }, data: { email: 'Alby@example.org' } });
    });

    const handledFor = async () =>
      (await database.db.incoming.findMany({ select: { countyId: true } })).map(({ countyId }) => countyId);

    test('is the first by id where nothing else decides', async () => {
      await mine(mail.alby);

      expect(await handledFor()).toEqual(['grannlan']);
    });

    test("is the one of the conversation's county", async () => {
      await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);

      await chat.write(mail.alby, 'mina', channel);

      expect(await handledFor()).toEqual(['testlan', 'testlan']);
    });
  });

  test("in a county's conversation, somebody of another county is a stranger", async () => {
    await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);

    const answer = await chat.write(mail.neighbour, 'mina', channel);

    expect(answer).toMatchObject({ kind: 'note', text: expect.stringContaining('samverkar i Testlän.') });
  });
});
