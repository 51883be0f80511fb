// What the commands answer, to whom, and what happens to a word that is none.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { PromptId, toStableUuid } from '../../src/ids.ts';
import type { Answer } from '../../src/platform.ts';
import { testCounty } from '../fake/county.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { type Chat, channel, mail, openChat, wordsOf } from './open-chat.ts';

const { id: countyId, group: groupId } = testCounty;
const CONVENER = 'grannlan.sammankallande@example.org';

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

  describe('"hjälp"', () => {
    test.each([
      ['a member', mail.alby, false],
      ['a coordinator', mail.coordinator, true],
      ['a convener', CONVENER, true],
    ])('tells %s of what is theirs', async (_who, email, mayBind) => {
      const answer = wordsOf(await chat.write(email, 'hjälp', channel));

      for (const word of ['mina', 'utlysningar', 'möten', 'hjälp']) expect(answer).toContain(`"${word} — `);
      expect(answer.includes('koppla — ')).toBe(mayBind);
    });

    test('is in the language of whoever asks, and understood in both', async () => {
      await database.db.person.update({ where: { id: 'testlan/alby' }, data: { language: 'en' } });

      expect(wordsOf(await chat.write(mail.alby, 'hjälp'))).toContain('meetings — ');
      expect(wordsOf(await chat.write(mail.alby, 'HELP'))).toContain('meetings — ');
    });
  });

  test.each(['hjälp', 'mina', 'möten', 'utlysningar', 'koppla', 'koppla fel', 'koppla bort', 'xyzzy'])(
    '"%s" in a channel is answered for whoever asked, not for all',
    async (text) => {
      expect(await chat.write(mail.coordinator, text, channel)).not.toHaveProperty('isForAll');
    },
  );

  describe('a word that is no command', () => {
    test.each([
      ['utlysnigar', 'Menade du "utlysningar"?'],
      ['hjalp', 'Menade du "hjälp"?'],
      ['Mötn', 'Menade du "möten"?'],
    ])('%s gets a suggestion', async (text, suggestion) => {
      expect(await chat.write(mail.alby, text)).toMatchObject({
        kind: 'note',
        text: expect.stringContaining(suggestion),
      });
    });

    test('that is like none is only sent to the list', async () => {
      expect(await chat.write(mail.alby, 'xyzzy nu')).toEqual({
        kind: 'note',
        text: 'Jag förstår inte "xyzzy nu". Skriv "hjälp" för allt jag kan.',
      });
    });

    test('that never ends is not said back in full', async () => {
      expect(wordsOf(await chat.write(mail.alby, 'blaj '.repeat(500))).length).toBeLessThan(200);
    });
  });

  describe('"utlysningar"', () => {
    beforeEach(async () => {
      const shared = {
        countyId,
        instrumentId: 'testlan/i',
        purpose: 'Bostäder',
        eligibleKinds: ['municipality'],
        municipalityCodes: [],
        groupIds: [],
      };
      await database.db.organisation.update({
        where: { id: testCounty.members[0].organisationId },
        data: { municipalityCode: '2480' },
      });
      await database.db.county.update({ where: { id: countyId }, data: { code: '24' } });
      await database.db.call.createMany({
        data: [
          { ...shared, id: 'testlan/sen', title: 'Sena medel', closesOn: '2026-05-20', opensOn: '2026-04-01' },
          {
            ...shared,
            id: 'testlan/snar',
            title: 'Snara medel',
            closesOn: '2026-03-06',
            link: 'https://example.org/s',
          },
          { ...shared, id: 'testlan/stangd', title: 'Stängda medel', closesOn: '2026-03-01' },
          { ...shared, id: 'testlan/region', title: 'Regionens', closesOn: '2026-05-01', eligibleKinds: ['region'] },
          { ...shared, id: 'testlan/vannas', title: 'Vännäs', closesOn: '2026-05-02', municipalityCodes: ['2460'] },
          { ...shared, id: 'grannlan/x', countyId: 'grannlan', title: 'Grannens', closesOn: '2026-05-01' },
        ],
      });
    });

    const titles = (answer: Answer): readonly string[] =>
      answer.kind === 'card' ? answer.message.parts.flatMap((part) => (part.kind === 'list' ? part.items : [])) : [];

    test('are those that the organisation may apply for, by their last day, with state and link', async () => {
      const answer = await chat.write(mail.alby, 'utlysningar');

      expect(titles(answer)).toEqual([
        'Snara medel — stänger snart, sista ansökningsdag fredag 6 mars',
        'Sena medel — planerad, öppnar onsdag 1 april, sista ansökningsdag onsdag 20 maj',
      ]);
      expect(answer).toMatchObject({
        message: { buttons: [{ kind: 'link', label: 'Snara medel', url: 'https://example.org/s' }] },
      });
    });

    test('are all of them for the county board, which grants', async () => {
      expect(titles(await chat.write(mail.coordinator, 'utlysningar'))).toHaveLength(4);
    });

    test.each(['Vännäs', 'vannas kommun', 'Vänäs', '2460'])(
      'of %s are those that are not closed to it',
      async (town) => {
        const answer = await chat.write(mail.coordinator, `utlysningar ${town}`);

        expect(answer).toMatchObject({ message: { title: 'Utlysningar: Vännäs' } });
        expect(titles(answer)).toHaveLength(4);
        expect(titles(await chat.write(mail.alby, 'utlysningar Umeå'))).toHaveLength(3);
      },
    );

    test('of a municipality that is elsewhere, or nowhere, say so', async () => {
      expect(wordsOf(await chat.write(mail.alby, 'utlysningar Kiruna'))).toContain('Kiruna ligger i Norrbottens län');
      expect(await chat.write(mail.alby, 'utlysningar Vansa')).toMatchObject({
        text: 'Det finns ingen kommun som heter "Vansa". Menade du "Vännäs", "Vara" (Västra Götalands län) eller "Vansbro" (Dalarnas län)?',
      });
    });

    test('of a name that two municipalities have without rings are asked for once more', async () => {
      const answer = await chat.write(mail.alby, 'utlysningar habo');

      expect(titles(answer)).toEqual([
        'utlysningar 0305 — Håbo, Uppsala län',
        'utlysningar 0643 — Habo, Jönköpings län',
      ]);
    });
  });

  describe('"möten"', () => {
    beforeEach(async () => {
      const shared = { countyId, groupId, startsAt: '13:00', endsAt: '15:00', agenda: [] };
      await database.db.group.create({ data: { id: 'testlan/annan', countyId, name: 'Annan', kind: 'working' } });
      await database.db.meeting.createMany({
        data: [
          { ...shared, id: 'testlan/nasta', heldOn: '2026-03-12', place: 'Rådhuset', link: 'https://example.org/m' },
          { ...shared, id: 'testlan/installt', heldOn: '2026-03-20', cancelledOn: '2026-03-01' },
          { ...shared, id: 'testlan/digitalt', heldOn: '2026-04-01', link: 'https://example.org/d' },
          { ...shared, id: 'testlan/i-dag', heldOn: '2026-03-02', startsAt: '07:00', endsAt: '08:30' },
          { ...shared, id: 'testlan/andras', heldOn: '2026-03-13', groupId: 'testlan/annan' },
        ],
      });
    });

    async function ask(subjectId: string, asked: readonly string[]): Promise<string> {
      const { heldOn } = await database.db.meeting.findFirstOrThrow({ where: { id: subjectId } });
      const question = `attendance:${heldOn}`;
      const key = `meeting:${subjectId}:${question}`;
      const id = toStableUuid(key);
      const at = new Date('2026-03-12T12:00:00Z');
      await database.db.prompt.create({
        data: {
          ...{ id, key, countyId, topic: 'meeting', subjectId, question, period: '2026' },
          ...{ title: 'Beredningsgruppens möte 12 mars', language: 'sv', answerPer: 'person', groupId },
          form: {
            fields: [
              {
                ...{ key: 'attendance', kind: 'choice', label: 'Kommer du?', required: true },
                options: [{ value: 'yes', label: 'Jag kommer' }],
              },
            ],
          },
          ...{ opensAt: at, answerBy: at, closesAt: at },
        },
      });
      await database.db.asked.createMany({
        data: asked.map((personId) => ({
          ...{ promptId: id, personId, countyId, unit: `person:${personId}`, groupId },
          organisationId: 'testlan/alby-kommun',
        })),
      });
      return id;
    }

    test("are those of the person's groups, with time, place and their own answer", async () => {
      const id = PromptId.parse(await ask('testlan/nasta', ['testlan/alby', 'testlan/beby']));
      const press = { kind: 'pressed', promptId: id, answers: { attendance: 'yes' } } as const;
      const from = { platform: 'teams', tenant: 'tenant', user: 'alby', email: mail.alby } as const;

      const before = await chat.write(mail.alby, 'möten');
      await chat.house.handle.take({ ...press, key: 'press', from });
      const after = await chat.write(mail.alby, 'möte');

      expect(before).toMatchObject({
        message: {
          parts: [
            {
              items: [
                'Beredningsgruppen möts torsdag 12 mars kl. 13.00–15.00, Rådhuset — du har inte svarat',
                'Beredningsgruppen möts fredag 20 mars kl. 13.00–15.00 — inställt',
                'Beredningsgruppen möts onsdag 1 april kl. 13.00–15.00, digitalt — frågan om du kommer är inte ställd än',
              ],
            },
          ],
          buttons: [{ kind: 'fill', promptId: id }, { kind: 'link' }, { kind: 'link' }],
        },
      });
      expect(wordsOf(after)).toContain('Rådhuset — ditt svar: Jag kommer');
      expect(wordsOf(after)).not.toContain('"fill"');
    });

    test('that ask others say so, and none is said to be none', async () => {
      await ask('testlan/nasta', ['testlan/beby']);

      expect(wordsOf(await chat.write(mail.alby, 'möten'))).toContain('Rådhuset — frågan är inte ställd till dig');
      expect(wordsOf(await chat.write(mail.neighbour, 'möten'))).toContain('inga möten inplanerade');
    });
  });
});
