// A county takes a tenant off its list: nothing leaves for it any more, until it is listed again.
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import { reopenListed } from '../../src/reminders/reopen-listed.ts';
import { tick } from '../../src/reminders/tick.ts';
import { testCounty } from '../fake/county.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { addWaiting } from './add-waiting.ts';
import { type Chat, channel, mail, openChat } from './open-chat.ts';

describeOnDatabase((open) => {
  let database: Database;
  let chat: Chat;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyTables(database);
    chat = await openChat(database);
    await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);
    await chat.drain();
  });

  const list = (...teams: readonly string[]) =>
    database.db.county.update({ where: { id: testCounty.id }, data: { tenants: { teams: [...teams] } } });
  const posts = () => chat.teams.posts.map(({ message }) => message.title);
  async function remind(): Promise<void> {
    await addWaiting(database, channel.id);
    await goOn();
  }
  async function goOn(): Promise<void> {
    await tick(chat.house.road);
    await chat.drain();
  }

  test('what is due there is not sent, the conversation is paused and the coordinator is told once', async () => {
    await list('another');

    await remind();
    await remind();

    expect(posts()).toEqual([]);
    expect(await chat.place(channel.id)).toMatchObject({ state: 'paused', reason: 'tenant-not-listed' });
    const told = chat.room.posts.map(({ to, message }) => `${to.name}: ${message.title}`);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(chat.room.posts)).toContain('står inte längre i länets fil');
  });

  test('listed again, it goes on with what is still of use, and only then', async () => {
    await list('another');
    await remind();
    await reopenListed(chat.house.road, chat.house.platforms);
    const before = await chat.place(channel.id);

    await list(testCounty.tenant);
    chat.clock.moveTo(new Date('2026-03-02T08:20:00Z'));
    await goOn();
    await goOn();

    expect(before).toMatchObject({ state: 'paused' });
    expect(await chat.place(channel.id)).toMatchObject({ state: 'active', groupId: testCounty.group });
    expect(posts()).toEqual(['Påminnelse']);
  });

  test("what another county's list says makes no difference", async () => {
    await list();

    await remind();

    const { tenants } = await database.db.county.findUniqueOrThrow({ where: { id: 'grannlan' } });
    expect(tenants).toEqual({ teams: [testCounty.tenant] });
    expect(posts()).toEqual([]);
  });

  test('the web room goes on: its tenants are the counties', async () => {
    await list();
    await remind();

    await deliver({ ...chat.house.road, chance: () => 0, onFailed: async () => {} }, chat.room);

    expect(chat.room.posts).toHaveLength(1);
  });
});
