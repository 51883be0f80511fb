// Somebody proposes an event in a chat: who is asked, and who sees it when?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { Incoming } from '../../src/platform.ts';
import { tick } from '../../src/reminders/tick.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { aUser, type Chat, channel, mail, openChat, wordsOf } from './open-chat.ts';

const BEBY = 'beby@example.org';

let database: Database;
let chat: Chat;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  chat = await openChat(database);
});

const write = async (email: string, text: string, at?: object) => wordsOf(await chat.write(email, text, at));

/** Who was told what since the last time, by the road. */
async function listTold(): Promise<readonly string[]> {
  const before = chat.room.posts.length;
  await tick(chat.house.road);
  await chat.drain();
  return chat.room.posts.slice(before).map(({ to, message }) => `${to.name}: ${message.title}`);
}

async function decide(answers: Record<string, string>) {
  const { id: promptId } = await database.db.prompt.findFirstOrThrow({ where: { topic: 'event' } });
  const from = aUser(mail.coordinator);
  return chat.house.handle.take(Incoming.parse({ kind: 'pressed', key: 'decision', from, promptId, answers }));
}

describe('"aktivitet", a date and a title', () => {
  test('is kept, and the coordinator is asked with two buttons', async () => {
    const answer = await write(mail.alby, 'aktivitet 10 april Språkcafé · Biblioteket');

    expect(answer).toContain('är föreslagen. Samordnaren får frågan nu');
    expect(await database.db.event.findMany()).toMatchObject([
      {
        ...{ id: 'testlan/1', title: 'Språkcafé', fromOn: '2026-04-10', toOn: '2026-04-10', place: 'Biblioteket' },
        ...{ proposedById: 'testlan/alby', organisationId: 'testlan/alby-kommun', decision: null },
      },
    ]);
    expect(await listTold()).toEqual(['Samordnare, Länsstyrelsen: Ny aktivitet att godkänna: Språkcafé']);
    expect(chat.room.posts.at(-1)?.message.buttons).toMatchObject([{ label: 'Godkänn' }, { label: 'Avslå' }]);
  });

  test('is seen by nobody but whoever proposed it until it is approved', async () => {
    await write(mail.alby, 'aktivitet 10 april Språkcafé');
    await listTold();

    expect(await write(BEBY, 'aktiviteter')).not.toContain('fredag 10 april');
    expect(await write(mail.alby, 'aktiviteter')).toContain('väntar på att samordnaren godkänner');

    await decide({ decision: 'approved' });

    expect(await write(BEBY, 'aktiviteter')).toContain('fredag 10 april: Språkcafé (alby-kommun)');
    expect(await write(mail.neighbour, 'aktiviteter')).not.toContain('fredag 10 april');
    expect(await listTold()).toEqual(['Integrationssamordnare, alby kommun: Din aktivitet är godkänd: Språkcafé']);
  });

  test('that is refused asks for a reason, and shows it to whoever proposed it alone', async () => {
    await write(mail.alby, 'aktivitet 10 april Språkcafé');
    await listTold();

    expect(await decide({ decision: 'refused' })).toMatchObject({ kind: 'form' });
    expect(await decide({ decision: 'refused', reason: 'Samma dag som mässan.' })).toMatchObject({ kind: 'receipt' });

    expect(await write(mail.alby, 'aktiviteter')).toContain('inte godkänd: Samma dag som mässan.');
    expect(await write(BEBY, 'aktiviteter')).not.toContain('fredag 10 april');
  });

  test('of a coordinator stands in the calendar at once, and asks nobody', async () => {
    // Not at nine on a Monday, when the letter is posted.
    chat.clock.moveTo(new Date('2026-03-02T09:30:00Z'));

    expect(await write(mail.coordinator, 'aktivitet 10 april Mässa')).toContain('står i kalendern nu');

    expect(await listTold()).toEqual([]);
    expect(await write(BEBY, 'aktiviteter')).toContain('fredag 10 april: Mässa (Länsstyrelsen i Testlän)');
  });

  test.each([
    ['aktivitet Mässa', 'Börja med dagen'],
    ['aktivitet 10 april', 'Skriv vad som händer efter datumet'],
    ['aktivitet 2026-03-01 Mässa', 'Dagen har varit'],
    ['aktivitet 12–10 april Mässa', 'Den sista dagen kommer före den första'],
    [`aktivitet 10 april ${'M'.repeat(200)}`, 'högst 150 tecken'],
    ['aktivitet 10 april Möte om 19121212-1212', 'ser ut att innehålla ett personnummer'],
  ])('"%s" keeps nothing and says why', async (text, said) => {
    expect(await write(mail.alby, text)).toContain(said);
    expect(await database.db.event.count()).toBe(0);
  });
});

describe('"aktivitet dra tillbaka" and a number', () => {
  beforeEach(async () => {
    await write(mail.alby, 'aktivitet 10 april Språkcafé');
    await listTold();
  });

  test('takes a proposal back: nobody is asked of it any more, and nobody sees it', async () => {
    const shown = await write(mail.alby, 'aktiviteter');
    const answer = await write(mail.alby, 'aktivitet dra tillbaka 1');

    expect(shown).toContain('1. fredag 10 april: Språkcafé');
    expect(answer).toContain('\\"Språkcafé\\" är tillbakadragen');
    expect(await write(mail.alby, 'aktiviteter')).not.toContain('1. fredag 10 april');
    expect(await decide({ decision: 'approved' })).not.toMatchObject({ kind: 'receipt' });
    expect(await write(BEBY, 'aktiviteter')).not.toContain('fredag 10 april:');
  });

  test('takes an approved one out of the calendar', async () => {
    await decide({ decision: 'approved' });

    await write(mail.alby, 'event withdraw 1');

    expect(await write(BEBY, 'aktiviteter')).not.toContain('fredag 10 april:');
  });

  test.each([
    ['another who has proposed nothing', BEBY, 'Du har inget förslag att dra tillbaka'],
    ['somebody of another county', mail.neighbour, 'Du har inget förslag att dra tillbaka'],
  ])('is refused to %s', async (_who, email, why) => {
    expect(await write(email, 'aktivitet dra tillbaka 1')).toContain(why);
    expect(await database.db.event.count({ where: { withdrawnAt: null } })).toBe(1);
  });

  test.each([
    'aktivitet dra tillbaka',
    'aktivitet dra tillbaka 2',
    'aktivitet dra tillbaka ett',
    'aktivitet återta -1',
  ])('"%s" says what may be withdrawn', async (text) => {
    expect(await write(mail.alby, text)).toContain('Du kan dra tillbaka 1 (Språkcafé)');
    expect(await database.db.event.count({ where: { withdrawnAt: null } })).toBe(1);
  });
});

test('"aktiviteter" in a channel is answered for whoever asked alone', async () => {
  expect(await chat.write(mail.alby, 'aktiviteter', channel)).not.toHaveProperty('isForAll');
});

test('the letter is posted on Monday to the groups, and not when there is nothing to tell', async () => {
  chat.clock.moveTo(new Date('2026-03-09T08:10:00Z'));
  expect(await listTold()).toEqual([]);

  await write(mail.coordinator, 'aktivitet 20 mars Mässa');
  chat.clock.moveTo(new Date('2026-03-14T08:20:00Z'));
  await listTold();
  chat.clock.moveTo(new Date('2026-03-16T08:00:00Z'));

  expect(await listTold()).toEqual(['Beredningsgruppen: Aktiviteter framöver']);
});
