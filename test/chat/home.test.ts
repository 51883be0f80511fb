// What is shown to somebody who comes to where everything is that is theirs?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { aUser, type Chat, mail, openChat, wordsOf } from './open-chat.ts';

let database: Database;
let chat: Chat;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  chat = await openChat(database);
});

const look = (email: string) => chat.house.handle.look({ kind: 'home', from: aUser(email) });

/** A substitute for the member, and a meeting of their group. */
async function settleMore(): Promise<void> {
  const own = { countyId: 'testlan', groupId: 'testlan/beredning' };
  await database.db.membership.create({
    data: {
      ...{ ...own, id: 'ersattare', personId: 'testlan/alby-2', role: 'substitute' },
      ...{ substituteForId: 'testlan/alby', fromOn: '2020-01-01' },
    },
  });
  await database.db.meeting.create({
    data: { ...own, id: 'testlan/m', heldOn: '2026-03-12', startsAt: '13:00', endsAt: '15:00', agenda: [] },
  });
}

test('a member sees the same as by asking for questions, calls and meetings, in that order, and each thing once', async () => {
  await settleMore();
  const asked = [];
  for (const word of ['utlysningar', 'möten']) asked.push(await chat.write(mail.alby, word));

  const answer = await look(mail.alby);

  expect(answer).toMatchObject({
    kind: 'cards',
    messages: [
      { title: 'Mina frågor', parts: [{ text: 'Du har inga öppna frågor just nu.' }, { title: 'Dina ersättare' }] },
      ...asked.map((each) => (each.kind === 'card' ? each.message : undefined)),
    ],
  });
  expect(wordsOf(answer).split('torsdag 12 mars')).toHaveLength(2);
});

test('it is in the language of whoever looks', async () => {
  await database.db.person.update({ where: { id: 'testlan/alby' }, data: { language: 'en' } });

  expect(wordsOf(await look(mail.alby))).toContain('"language":"en"');
});

test('a stranger sees who this is, and nothing of a county', async () => {
  expect(await look('okand@example.org')).toMatchObject({
    kind: 'note',
    text: expect.stringContaining('Jag känner inte igen dig'),
  });
});

test('looking stores nothing', async () => {
  await look(mail.alby);

  expect(await database.db.incoming.count()).toBe(0);
});
