// The bot is put in, put out, let back in and renamed: what is kept, said and told?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { toLeftAddress } from '../../src/directory/person.ts';
import { testCounty } from '../fake/county.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { aUser, type Chat, channel, mail, openChat, ownChat, wordsOf } from './open-chat.ts';

const alby = testCounty.members[0];

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

  const bind = () => chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);
  const troubles = () => chat.room.posts.map(({ to, message }) => `${to.name}: ${message.title}`);

  describe('put in', () => {
    test('a channel is greeted with how to connect it, and nothing of it is stored but the notice', async () => {
      const answer = await chat.notice('joined', channel);

      expect(answer).toMatchObject({ kind: 'card', message: { title: 'Hej, jag är Samverk' } });
      expect(wordsOf(answer)).toContain('skriver \\"koppla\\"');
      expect(wordsOf(answer)).not.toContain('Testlän');
      expect(await chat.place(channel.id)).toBeNull();
    });

    test('by somebody unknown, a channel of a served tenant is greeted all the same', async () => {
      const answer = await chat.notice('joined', channel, { from: aUser(undefined) });

      expect(answer).toMatchObject({ kind: 'card' });
    });

    test('in a tenant that is not served, it is polite and stores nothing', async () => {
      const answer = await chat.notice('joined', channel, { from: aUser(mail.alby, 'another') });

      expect(wordsOf(answer)).toContain('Din organisation är inte med');
      expect(await database.db.incoming.count()).toBe(0);
    });

    test('a chat of somebody known is theirs from then on, and shows their questions', async () => {
      const answer = await chat.notice('joined', ownChat, { from: aUser(mail.alby) });

      expect(wordsOf(answer)).toContain('inga öppna frågor');
      expect(await database.db.conversation.findUnique({ where: { id: ownChat.id } })).toMatchObject({
        countyId: testCounty.id,
        personId: alby.personId,
        name: alby.name,
        state: 'active',
      });
    });

    test('a chat of a stranger is not kept', async () => {
      const answer = await chat.notice('joined', ownChat, { from: aUser('okand@example.org') });

      expect(wordsOf(answer)).toContain('känner inte igen dig');
      expect(await chat.place(ownChat.id)).toBeNull();
      expect(await database.db.incoming.count()).toBe(0);
    });
  });

  describe('put out', () => {
    test.each([
      ['removed', 'gone'],
      ['deleted', 'gone'],
      ['archived', 'paused'],
      ['blocked', 'paused'],
    ])('%s leaves the conversation %s, and the coordinator is told once', async (reason, state) => {
      await bind();
      await chat.notice('left', channel, { reason, key: 'left' });
      await chat.notice('left', channel, { reason, key: 'left' });
      await chat.notice('left', channel, { reason, key: 'left again' });
      await chat.drain();

      expect(await chat.place(channel.id)).toMatchObject({ state, reason, groupId: testCounty.group });
      expect(troubles()).toEqual(['Samordnare, Länsstyrelsen: Jag kan inte längre skriva i Beredning']);
    });

    test('by somebody unknown counts as much', async () => {
      await bind();

      await chat.notice('left', channel, { from: aUser(undefined) });

      expect(await chat.place(channel.id)).toMatchObject({ state: 'gone' });
    });

    test('of a conversation that nobody connected, nothing is told and nothing kept', async () => {
      await chat.notice('left', channel);
      await chat.drain();

      expect(await database.db.incoming.count()).toBe(0);
      expect(troubles()).toEqual([]);
    });

    test('and back before anybody was told, nobody is told', async () => {
      await bind();

      await chat.notice('left', channel);
      await chat.notice('joined', channel);
      await chat.drain();

      expect(troubles()).toEqual([]);
    });
  });

  describe('let back in', () => {
    test('a conversation belongs to its group again', async () => {
      await bind();
      await chat.notice('left', channel);

      const answer = await chat.notice('joined', { ...channel, address: { at: 'new' } });

      expect(wordsOf(answer)).toContain('Samtalet hör till Beredningsgruppen');
      expect(await database.db.conversation.findUnique({ where: { id: channel.id } })).toMatchObject({
        state: 'active',
        reason: null,
        groupId: testCounty.group,
        address: { at: 'new' },
      });
    });

    test('a conversation that was taken off its group is greeted as new', async () => {
      await bind();
      await chat.write(mail.coordinator, 'koppla bort', channel);

      const answer = await chat.notice('joined', channel);

      expect(wordsOf(answer)).toContain('koppla');
      expect(await chat.place(channel.id)).toMatchObject({ state: 'gone', groupId: null });
    });

    test('the chat of somebody who has left is not opened again', async () => {
      await chat.notice('joined', ownChat, { from: aUser(mail.alby) });
      await chat.notice('left', ownChat, { reason: 'blocked' });
      await database.db.person.update({
        where: { id: alby.personId },
        data: { email: toLeftAddress(alby.personId) },
      });

      await chat.notice('joined', ownChat, { from: aUser(mail.alby) });

      expect(await chat.place(ownChat.id)).toMatchObject({ state: 'paused', reason: 'blocked' });
    });
  });

  describe('put out of a whole tenant', () => {
    beforeEach(async () => {
      await bind();
      await chat.write(mail.alby, 'mina', ownChat);
    });

    test('it leaves every conversation there at once, and the coordinator is told of all of them once', async () => {
      await chat.notice('uninstalled', {}, { key: 'gone' });
      await chat.notice('uninstalled', {}, { key: 'gone' });
      await chat.notice('uninstalled', {}, { key: 'gone again' });
      await chat.drain();

      for (const { id } of [channel, ownChat]) {
        expect(await chat.place(id)).toMatchObject({ state: 'gone', reason: 'removed' });
      }
      expect(troubles()).toEqual([
        `Samordnare, Länsstyrelsen: Jag kan inte längre skriva i Beredning och ${alby.name}`,
      ]);
    });

    test('it stays where it is in others', async () => {
      await chat.notice('uninstalled', {}, { from: aUser(undefined, 'another') });
      await chat.drain();

      expect(await chat.place(channel.id)).toMatchObject({ state: 'active' });
      expect(troubles()).toEqual([]);
    });

    test('of what was out of reach before, nothing is told again', async () => {
      await chat.notice('left', channel, { reason: 'archived' });
      await chat.drain();

      await chat.notice('uninstalled', {});
      await chat.drain();

      expect(await chat.place(channel.id)).toMatchObject({ state: 'gone' });
      expect(troubles().at(-1)).toBe(`Samordnare, Länsstyrelsen: Jag kan inte längre skriva i ${alby.name}`);
    });
  });

  test('a new name and address are kept, whatever the state', async () => {
    await bind();
    await chat.notice('left', channel, { reason: 'archived' });

    await chat.notice('renamed', { ...channel, name: 'Beredning 2026', address: { at: 9 } });

    expect(await database.db.conversation.findUnique({ where: { id: channel.id } })).toMatchObject({
      name: 'Beredning 2026',
      address: { at: 9 },
      state: 'paused',
    });
  });

  test('the same notice again gives the same answer and changes nothing', async () => {
    const first = await chat.notice('joined', ownChat, { from: aUser(mail.alby), key: 'same' });
    await chat.notice('left', ownChat, { reason: 'blocked' });

    const again = await chat.notice('joined', ownChat, { from: aUser(mail.alby), key: 'same' });

    expect(again).toEqual(first);
    expect(await chat.place(ownChat.id)).toMatchObject({ state: 'paused' });
  });

  describe('whoever writes in a chat of their own', () => {
    test('is reached there from then on, also after it was closed', async () => {
      await chat.write(mail.alby, 'mina', ownChat);
      await chat.notice('left', ownChat, { reason: 'removed' });
      const closed = await chat.place(ownChat.id);

      await chat.write(mail.alby, 'hjälp', { ...ownChat, address: { at: 7 } });

      expect(closed).toMatchObject({ state: 'gone' });
      expect(await database.db.conversation.findUnique({ where: { id: ownChat.id } })).toMatchObject({
        state: 'active',
        personId: alby.personId,
        address: { at: 7 },
      });
    });

    test('and writes again leaves it untouched', async () => {
      await chat.write(mail.alby, 'mina', ownChat);
      const before = await database.db.conversation.findUnique({ where: { id: ownChat.id } });
      chat.clock.moveTo(new Date('2026-03-03T08:00:00Z'));

      await chat.write(mail.alby, 'mina', ownChat);

      expect(await database.db.conversation.findUnique({ where: { id: ownChat.id } })).toEqual(before);
    });
  });
});
