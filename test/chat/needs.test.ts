// A need is raised in a chat: who is told, who sees it, and does whoever raised it learn what came of it?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { tick } from '../../src/reminders/tick.ts';
import { testCounty } from '../fake/county.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { type Chat, channel, mail, openChat, wordsOf } from './open-chat.ts';

const { id: countyId, group: groupId } = testCounty;
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

const write = async (email: string, text: string, at?: object, key?: string) =>
  wordsOf(await chat.write(email, text, at, key));
const needs = () => database.db.need.findMany({ orderBy: { number: 'asc' } });

/** Who was told what since the last time, by the road. */
async function listTold(): Promise<readonly string[]> {
  const before = chat.room.posts.length;
  await tick(chat.house.road);
  await chat.drain();
  return chat.room.posts.slice(before).map(({ to, message }) => `${to.name}: ${message.title}`);
}

describe('"behov" and a text', () => {
  test('is kept with who, for which organisation and from which group, and gets a number', async () => {
    const answer = await write(mail.alby, 'behov Fler lokaler på kvällstid.');

    expect(answer).toContain('Det är sparat som behov 1. Sammankallande för Beredningsgruppen får veta det nu.');
    expect(await needs()).toMatchObject([
      {
        ...{ id: 'testlan/1', countyId, number: 1, text: 'Fler lokaler på kvällstid.' },
        ...{ raisedById: 'testlan/alby', organisationId: 'testlan/alby-kommun' },
        ...{ fromGroupId: groupId, toGroupId: groupId, settledAt: null },
      },
    ]);
  });

  test('is told to the convener at once', async () => {
    await write(mail.alby, 'behov Fler lokaler.');

    expect(await listTold()).toEqual(['Samordnare, Länsstyrelsen: Behov 1 från alby-kommun']);
  });

  test('is told to nobody where the only convener has raised it', async () => {
    await write(mail.coordinator, 'behov Fler lokaler.');

    expect(await listTold()).toEqual([]);
  });

  test('names the next meeting of the group', async () => {
    const meeting = { id: 'testlan/m', groupId, heldOn: '2026-03-19', startsAt: '13:00', endsAt: '15:00', agenda: [] };
    await database.db.meeting.create({ data: { ...meeting, countyId } });

    expect(await write(mail.alby, 'behov Fler lokaler.')).toContain('nästa möte: torsdag 19 mars kl. 13.00–15.00.');
  });

  test('with a personal number in it is refused, and nothing of it is stored', async () => {
    const answer = await write(mail.alby, 'behov 19121212-1212 behöver stöd');

    expect(answer).toContain('ser ut att innehålla ett personnummer');
    expect([await needs(), await database.db.incoming.count()]).toEqual([[], 0]);
  });

  test('that is too long for an agenda is refused, never cut', async () => {
    expect(await write(mail.alby, `behov ${'ord '.repeat(126)}`)).toContain('Korta den till högst 500 tecken');
    expect(await needs()).toEqual([]);
  });

  test('that comes twice under the same key is kept once', async () => {
    const first = await write(mail.alby, 'behov Fler lokaler.', undefined, 'same');

    expect(await write(mail.alby, 'behov Fler lokaler.', undefined, 'same')).toBe(first);
    expect(await needs()).toHaveLength(1);
  });

  test('is numbered county by county, also when two are raised at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((text) => write(mail.alby, `behov ${text}`)));
    await write(mail.neighbour, 'behov d');

    expect((await needs()).map(({ id }) => id).toSorted()).toEqual([
      'grannlan/1',
      'testlan/1',
      'testlan/2',
      'testlan/3',
    ]);
  });
});

describe('"behov" alone', () => {
  test('lists what one has raised, and nothing of others', async () => {
    await write(mail.alby, 'behov Fler lokaler.');
    await write(BEBY, 'behov Fler tolkar.');

    const answer = await write(mail.alby, 'behov');

    expect(answer).toContain('1. Fler lokaler. — inte avgjort än');
    expect(answer).not.toContain('tolkar');
  });

  test('shows a coordinator all that is open in the county, and in no other', async () => {
    await write(mail.alby, 'behov Fler lokaler.');
    await write(mail.neighbour, 'behov Grannens.');

    const answer = await write(mail.coordinator, 'behov');

    expect(answer).toContain('1. Fler lokaler. (alby-kommun)');
    expect(answer).not.toContain('Grannens');
  });

  test('shows a convener what is open for their group', async () => {
    await write(mail.alby, 'behov Fler lokaler.');
    await database.db.membership.updateMany({ where: { personId: 'testlan/beby' }, data: { role: 'convener' } });

    expect(await write(BEBY, 'behov')).toContain('1. Fler lokaler. (alby-kommun)');
  });

  test('in a channel is answered for whoever asked alone', async () => {
    expect(await chat.write(mail.coordinator, 'behov', channel)).not.toHaveProperty('isForAll');
  });
});

describe('"behov klart"', () => {
  beforeEach(() => write(mail.alby, 'behov Fler lokaler.').then(() => undefined));

  test('is kept from whoever is told of it, where nobody is the convener', async () => {
    const { db } = database;
    const { convenerId } = await db.group.findUniqueOrThrow({ where: { id: groupId } });
    const personId = 'testlan/beby';
    await db.membership.updateMany({ where: { groupId, role: 'convener' }, data: { role: 'member' } });
    await db.person.update({ where: { id: personId }, data: { organisationId: convenerId ?? '' } });
    await db.membership.updateMany({ where: { groupId, personId }, data: { role: 'secretary' } });

    const open = await write(BEBY, 'behov');
    const answer = await write(BEBY, 'behov klart 1 Tas upp i planen.');

    expect(open).toContain('1. Fler lokaler. (alby-kommun)');
    expect(answer).toContain('Utfallet för behov 1 är sparat.');
  });

  test('keeps the outcome and tells whoever raised it', async () => {
    await listTold();

    const answer = await write(mail.coordinator, 'behov klart 1 Tas upp i planen.');

    expect(answer).toContain('Utfallet för behov 1 är sparat.');
    expect(await needs()).toMatchObject([{ outcome: 'Tas upp i planen.', settledById: 'testlan/samordnare' }]);
    expect(await listTold()).toEqual(['Integrationssamordnare, alby kommun: Utfall för behov 1']);
    expect(await write(mail.alby, 'behov')).toContain('1. Fler lokaler. — utfall: Tas upp i planen.');
  });

  test.each([
    [BEBY, 'behov klart 1 Nej.', 'Bara länets samordnare och gruppens sammankallande'],
    [mail.alby, 'behov klart 1 Ja.', 'Bara länets samordnare och gruppens sammankallande'],
    [mail.coordinator, 'behov klart 1', 'Skriv numret och utfallet efter'],
    [mail.coordinator, 'behov klart', 'Skriv numret och utfallet efter'],
    [mail.coordinator, 'behov klart 7 Tas upp.', 'Det finns inget behov 7.'],
    [mail.neighbour, 'behov klart 1 Vårt.', 'Det finns inget behov 1.'],
  ])('by %s as "%s" changes nothing', async (email, text, said) => {
    expect(await write(email, text)).toContain(said);
    expect(await needs()).toMatchObject([{ outcome: null }]);
  });

  test('is done once: the first outcome stands', async () => {
    await write(mail.coordinator, 'behov klart 1 Tas upp i planen.');

    expect(await write(mail.coordinator, 'behov klart 1 Avslås.')).toContain('har redan ett utfall: Tas upp i planen.');
    expect(await needs()).toMatchObject([{ outcome: 'Tas upp i planen.' }]);
  });

  test('is not taken for it where a need begins with that word', async () => {
    await write(mail.alby, 'behov Klart språk i breven.');

    expect(await needs()).toMatchObject([{}, { text: 'Klart språk i breven.' }]);
  });
});
