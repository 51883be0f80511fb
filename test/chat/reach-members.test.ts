// Does every member of a connected group get a chat of their own, once, whatever some of them cannot?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { PlatformError, type Verdict } from '../../src/errors.ts';
import { testCounty } from '../fake/county.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { aUser, type Chat, channel, mail, openChat } from './open-chat.ts';

const towns = testCounty.members.map(({ personId }) => personId.slice('testlan/'.length));

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
  const refuse = (town: string, verdict: Verdict) => (user: { user: string }) =>
    user.user.includes(town) ? new PlatformError('no', { verdict, code: 'no' }) : undefined;
  const reached = async () =>
    (
      await database.db.conversation.findMany({
        where: { platform: 'teams', kind: 'personal', state: 'active' },
        select: { personId: true },
        orderBy: { personId: 'asc' },
      })
    ).map(({ personId }) => personId);

  test('opens a chat with each who is recognised and has none, and with nobody else', async () => {
    chat.teams.members = [
      ...towns.map((town) => aUser(`${town}@example.org`)),
      aUser(undefined),
      aUser('okand@example.org'),
      aUser(mail.coordinator, 'another'),
      aUser(mail.neighbour),
    ];

    await bind();
    await chat.drain();
    await bind();
    await chat.drain();

    expect(await reached()).toEqual(testCounty.members.map(({ personId }) => personId));
    expect(chat.teams.opened).toHaveLength(3);
  });

  test('whoever has closed the chat is left in peace', async () => {
    chat.teams.members = [aUser(mail.alby)];
    const own = { id: 'teams/a:alby', platform: 'teams', kind: 'personal', name: 'Alby', address: {} };
    await chat.notice('joined', own, { from: aUser(mail.alby) });
    await chat.notice('left', own, { reason: 'removed' });

    await bind();
    await chat.drain();

    expect(chat.teams.opened).toEqual([]);
  });

  test('one who is refused for good does not stop the others, and is not asked for again by the job', async () => {
    chat.teams.members = towns.map((town) => aUser(`${town}@example.org`));
    chat.teams.refuseOpening = refuse('alby', 'permanent');

    await bind();
    await chat.drain();

    expect(await reached()).toEqual(['testlan/beby', 'testlan/ceby']);
  });

  test.each(['later', 'unknown'] as const)(
    'one who is refused as %s is tried again, the others not',
    async (verdict) => {
      chat.teams.members = towns.map((town) => aUser(`${town}@example.org`));
      chat.teams.refuseOpening = refuse('beby', verdict);
      await bind();

      const failing = chat.drain();

      await expect(failing).rejects.toThrow('could not be reached yet');
      chat.teams.refuseOpening = undefined;
      await chat.drain();
      expect(await reached()).toEqual(testCounty.members.map(({ personId }) => personId));
      expect(chat.teams.opened).toHaveLength(3);
    },
  );

  test('a large group is reached in several jobs', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `m${n}`);
    await database.db.person.createMany({
      data: names.map((name) => ({
        id: `testlan/${name}`,
        countyId: testCounty.id,
        name,
        title: name,
        email: `${name}@example.org`,
        organisationId: 'testlan/lansstyrelsen',
      })),
    });
    chat.teams.members = names.map((name) => aUser(`${name}@example.org`));

    await bind();
    await chat.drain();

    expect(chat.teams.opened).toHaveLength(12);
    expect(await reached()).toHaveLength(12);
  });

  test('when the bot comes back, those who have joined meanwhile are reached', async () => {
    await bind();
    await chat.drain();
    await chat.notice('left', channel);
    chat.teams.members = [aUser(mail.alby)];

    await chat.notice('joined', channel);
    await chat.drain();

    expect(await reached()).toEqual(['testlan/alby']);
  });
});
