// Who sees who is in a group, and what is proposed where its conversation differs from it?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { PlatformError } from '../../src/errors.ts';
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

  const towns = testCounty.members.map(({ personId }) => `${personId.slice(8)}@example.org`);
  const seat = (name: string, change: object) =>
    database.db.membership.update({ where: { id: `${testCounty.group}/testlan/${name}` }, data: change });

  test.each([
    ['a member', mail.alby],
    ["the other county's member", 'grannlan.ledamot@example.org'],
  ])('%s does not', async (_who, email) => {
    expect(wordsOf(await chat.write(email, 'medlemmar beredningsgruppen'))).toContain('Bara länets samordnare');
  });

  test("nobody sees another county's group", async () => {
    const answer = wordsOf(await chat.write('grannlan.sammankallande@example.org', 'medlemmar beredningsgruppen'));

    expect(answer).toContain('Det finns ingen grupp som heter \\"beredningsgruppen\\" bland dina');
  });

  test('are those of the day that is named', async () => {
    await seat('ceby', { fromOn: '2024-04-01' });
    await seat('beby', { toOn: '2025-12-31' });

    const then = wordsOf(await chat.write(mail.coordinator, 'medlemmar beredningsgruppen 2024-03-01'));
    const now = wordsOf(await chat.write(mail.coordinator, 'medlemmar Beredningsgruppen'));

    expect(then).toContain('Medlemmar i Beredningsgruppen fredag 1 mars 2024');
    expect(
      [then, now].map((words) => ['alby', 'beby', 'ceby'].filter((town) => words.includes(`, ${town} kommun`))),
    ).toEqual([
      ['alby', 'beby'],
      ['alby', 'ceby'],
    ]);
    expect(now).toContain('ledamot, från 1 april 2024');
  });

  test('without a name are those of the group whose conversation it is', async () => {
    await database.db.group.create({
      data: { id: 'testlan/tomma', countyId: testCounty.id, name: 'Tomma gruppen', kind: 'working' },
    });
    await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);

    const here = wordsOf(await chat.write(mail.coordinator, 'medlemmar', channel));
    const elsewhere = wordsOf(await chat.write(mail.coordinator, 'medlemmar'));

    expect(here).toContain('Medlemmar i Beredningsgruppen');
    expect(elsewhere).toContain('en av dem: Beredningsgruppen, Tomma gruppen');
  });

  describe('in a conversation that belongs to the group', () => {
    beforeEach(async () => {
      // The web room does not tell who is there, as its fake does.
      await database.db.conversation.deleteMany({ where: { platform: 'room', kind: 'channel' } });
      await chat.write(mail.coordinator, 'koppla beredningsgruppen', channel);
    });

    const lists = async (text = 'medlemmar') => {
      const answer = await chat.write(mail.coordinator, text, channel);
      expect(answer).not.toHaveProperty('isForAll');
      const parts = answer.kind === 'card' ? answer.message.parts.slice(1) : [];
      return parts.map((part) =>
        part.kind === 'list' ? [part.title, ...part.items] : 'text' in part ? [part.text] : [],
      );
    };

    test('what differs is proposed, and nothing is changed', async () => {
      chat.teams.members = [
        ...[mail.coordinator, 'alby@example.org', 'alby-2@example.org', 'okand@example.org'].map((email) =>
          aUser(email),
        ),
        aUser(undefined),
        aUser(mail.neighbour),
      ];
      const before = await database.db.membership.count();

      const shown = await lists();

      expect(shown).toEqual([
        [
          'I gruppen men inte i Beredning: bjud in',
          'Integrationssamordnare, beby kommun, beby-kommun',
          'Integrationssamordnare, ceby kommun, ceby-kommun',
        ],
        [
          'I Beredning men inte i gruppen: lägg till i gruppen, eller ta bort',
          'Kollega till Integrationssamordnare, alby kommun, alby-2@example.org',
        ],
        [
          'I Beredning, okända i länet: lägg till i länets fil, eller ta bort',
          'okand@example.org',
          mail.neighbour,
          '1 gäst',
        ],
        [expect.stringContaining('Jag ändrar ingenting själv')],
      ]);
      expect(await database.db.membership.count()).toBe(before);
    });

    test('that everybody is in, and nobody else, is said so', async () => {
      chat.teams.members = [mail.coordinator, ...towns].map((email) => aUser(email));

      expect((await lists())[0]).toEqual(['Alla i gruppen är med i Beredning, och inga andra.']);
    });

    test('a platform that does not tell is said so, and the members are shown', async () => {
      chat.teams.listMembers = () =>
        Promise.reject(new PlatformError('busy', { verdict: 'later', code: 'rate-limited' }));

      expect((await lists())[0]).toEqual(['Jag ser inte just nu vilka som är med i Beredning.']);
    });

    test('nothing is proposed about another day', async () => {
      expect(await lists('medlemmar beredningsgruppen 2024-03-01')).toEqual([]);
    });
  });
});
