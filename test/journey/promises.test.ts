// The three promises of the README, over the room's real door: a call, a meeting and a check-in.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { about } from '../topics/about.ts';
import { type OpenCounty, openCounty } from './open-county.ts';

const at = (time: string) => `${time}:00Z`;
const umea = 'vasterbotten/umea-kontakt';
const network = 'vasterbotten/kommunnatverket';
const preparatory = 'vasterbotten/beredningsgruppen';

describe('what the README promises', () => {
  let database: Database;
  let county: OpenCounty;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => emptyTables(database));
  afterEach(() => county.close());

  describe('a grant call', () => {
    beforeEach(async () => {
      county = await openCounty(database, 'vasterbotten', at('2019-01-02T08:00'));
    });

    test('reaches those who may apply on its ladder, takes one press, and counts it for all to see', async () => {
      const member = await county.enter(umea);
      await county.goTo(at('2019-02-18T08:00'));

      const receipt = await member.press(umea, 'Vi tänker söka', true);
      const [inNetwork = ''] = await member.read(network);

      expect(receipt.text).toMatch(
        /Tack! Svaret är sparat \(kvitto [2-9A-Z]{4}-[2-9A-Z]{2}, måndag 18 februari kl\. 9\.00\)/,
      );
      expect(inNetwork).toContain('Tidiga insatser för asylsökande: 30 dagar kvar att söka');
      expect(inNetwork).toContain('1 av 17 organisationer har svarat');
      expect(await database.db.reply.count()).toBe(1);
      expect(await database.db.incoming.count()).toBe(1);
    });

    test('is never shown to those who may not apply', async () => {
      await county.goTo(at('2019-02-18T08:00'));
      await county.goTo(at('2019-05-10T07:00'));

      const chief = await county.enter('vasterbotten/migrationsverket-chef');
      const cards = await chief.read('vasterbotten/migrationsverket-chef');

      expect(cards.join(' ')).not.toContain('kvar att söka');
    });

    test('that moves is told once, with the old and the new date', async () => {
      await county.goTo(at('2019-04-10T07:00'));
      await database.db.call.update({
        where: { id: 'vasterbotten/flyktingguider-2019' },
        data: { closesOn: '2019-05-17', movedFrom: '2019-05-10', movedAt: new Date(at('2019-04-11T09:00')) },
      });
      await county.goTo(at('2019-04-11T09:00'));
      await county.goTo(at('2019-05-15T07:00'));

      const member = await county.enter(umea);
      const cards = await member.read(umea);

      const moved = cards.filter((card) => card.includes('Ny sista ansökningsdag: fredag 17 maj (tidigare 10 maj)'));
      expect(moved).toHaveLength(1);
      expect(cards.some((card) => card.includes('Flyktingguider') && card.includes('2 dagar kvar att söka'))).toBe(
        true,
      );
    });
  });

  describe('a meeting', () => {
    const chief = 'vasterbotten/arbetsformedlingen-chef';
    const substitute = 'vasterbotten/arbetsformedlingen-ersattare';

    beforeEach(async () => {
      county = await openCounty(database, 'vasterbotten', at('2019-01-02T08:00'));
      await county.goTo(at('2019-02-13T08:00'));
    });

    test("says who is missing; a 'no' asks the substitute, once", async () => {
      const member = await county.enter(chief);
      const standIn = await county.enter(substitute);
      const before = await standIn.read(substitute);

      await member.press(chief, 'Jag kan inte');
      await county.goTo(at('2019-02-13T08:05'));
      await county.goTo(at('2019-02-13T09:00'));
      const asked = (await standIn.read(substitute)).filter((card) => card.includes('Kan du ersätta'));
      await standIn.press(substitute, 'Jag deltar digitalt');
      const [inGroup = ''] = await member.read(preparatory);

      expect(before.filter((card) => card.includes('Kan du ersätta'))).toEqual([]);
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('Arbetsförmedlingen');
      expect(inGroup).toMatch(/1 av \d organisationer är representerad/);
      expect(inGroup).not.toMatch(/Saknas: .*Arbetsförmedlingen/);
    });

    test('that moves says so once, asks anew, and keeps the answers for the day they were about', async () => {
      const member = await county.enter(chief);
      await member.press(chief, 'Jag kommer');
      await county.goTo(at('2019-02-14T09:00'));

      await county.change('date: 2019-02-20', 'date: 2019-02-27');
      await county.goTo(at('2019-02-14T09:01'));
      const [notice = '', old = ''] = await member.read(chief);
      const refused = await member.press(chief, 'Jag deltar digitalt');
      await county.goTo(at('2019-02-18T08:00'));
      const told = await member.read(chief);
      const silent = await (await county.enter(umea)).read(umea);
      const replies = await database.db.reply.findMany({ select: { answers: true, promptId: true } });

      expect(notice).toContain('Ny dag för Beredningsgruppens möte');
      expect(notice).toContain('Ny dag: onsdag 27 februari kl. 13.00–15.00 (tidigare 20 februari)');
      expect(old).toContain('Mötet är flyttat till onsdag 27 februari');
      expect(refused.text).toContain('Tack! Svaret är sparat');
      expect(told.filter((card) => card.includes('Ny dag för'))).toHaveLength(1);
      expect(silent.filter((card) => card.includes('Påminnelse:'))).toEqual([]);
      expect(new Set(replies.map(({ promptId }) => promptId)).size).toBe(2);
      expect(replies.map(({ answers }) => answers)).toEqual(
        expect.arrayContaining([{ attendance: 'yes' }, { attendance: 'digital' }]),
      );
    });

    test('that begins at another hour says so on its cards, and keeps the answers', async () => {
      const member = await county.enter(chief);
      await member.press(chief, 'Jag kommer');

      await county.change('date: 2019-02-20\n    from: "13:00"', 'date: 2019-02-20\n    from: "14:00"');
      await county.goTo(at('2019-02-13T09:00'));
      const cards = await member.read(chief);

      expect(cards).toHaveLength(1);
      expect(cards[0]).toContain('onsdag 20 februari kl. 14.00–15.00');
      expect(cards[0]).toContain('Ditt svar: Jag kommer');
    });

    test("a 'no' that is taken back releases the substitute, who is told and left in peace", async () => {
      const member = await county.enter(chief);
      const standIn = await county.enter(substitute);
      const answered = await member.press(chief, 'Jag kan inte');
      await county.goTo(at('2019-02-13T08:05'));
      await standIn.press(substitute, 'Jag kommer');

      await member.submit(answered, { attendance: 'digital' });
      await county.goTo(at('2019-02-13T08:10'));
      await county.goTo(at('2019-02-15T08:00'));
      await county.goTo(at('2019-02-18T08:00'));
      const [released = '', request = '', ...others] = await standIn.read(substitute);
      const inGroup = await (await county.enter(umea)).read(preparatory);

      expect(released).toContain('Du behövs inte längre på Beredningsgruppens möte 20 februari');
      expect(released).toContain('Arbetsförmedlingen kan komma ändå. Tack för att du ställde upp. Ditt svar är sparat');
      expect(request).toContain('Den ordinarie ledamoten kan komma ändå. Du behöver inte ersätta.');
      expect(released).toContain('Ditt svar: Jag kommer');
      expect(others).toEqual([]);
      expect(inGroup[0]).toContain('Både ledamot och ersättare har svarat att de kommer: Arbetsförmedlingen.');
    });

    test('nudges only the silent, and tells the coordinator who they are', async () => {
      const member = await county.enter(umea);
      await member.press(umea, 'Jag kommer');

      await county.goTo(at('2019-02-15T08:00'));
      await county.goTo(at('2019-02-18T08:00'));
      await county.goTo(at('2019-02-19T08:00'));

      const reminded = (await member.read(umea)).filter((card) => card.includes('Påminnelse:'));
      const silent = await (await county.enter(chief)).read(chief);
      const coordinator = await (await county.enter('vasterbotten/samordnare')).read('vasterbotten/samordnare');
      expect(reminded).toEqual([]);
      expect(silent.filter((card) => card.includes('Påminnelse:'))).toHaveLength(1);
      expect(coordinator.some((card) => card.includes('har inte svarat') && card.includes('Arbetsförmedlingen'))).toBe(
        true,
      );
    });
  });

  describe('a check-in', () => {
    beforeEach(async () => {
      county = await openCounty(database, 'vasterbotten', at('2019-08-26T08:00'));
      await county.goTo(at('2019-09-09T07:00'));
    });

    test('takes green in one press, and refuses red without comment, action and date', async () => {
      const member = await county.enter(umea);

      const form = await member.press(umea, 'Röd');
      const bare = await member.submit(form, about('flyktingguider-fler', { light: 'red' }));
      const kept = await database.db.reply.count();
      const whole = await member.submit(
        bare,
        about('flyktingguider-fler', {
          light: 'red',
          comment: 'Två kommuner saknar guider.',
          action: 'Gemensam rekrytering.',
          actionBy: '2019-10-15',
        }),
      );
      const activity = await database.db.activity.findFirstOrThrow({
        where: { title: 'Flyktingguider i fler kommuner' },
      });

      expect(bare.text).toContain('Svaret är inte sparat');
      expect(bare.text).toContain('när ljuset är rött');
      expect(kept).toBe(0);
      expect(whole.text).toContain('Tack! Svaret är sparat');
      expect(activity).toMatchObject({
        light: 'red',
        actionBy: '2019-10-15',
        checkedRound: expect.stringContaining('september'),
      });
    });

    test("is repeated next time by 'no change', and marked as a copy", async () => {
      const member = await county.enter(umea);
      await member.press(umea, 'Grön');

      await county.goTo(at('2019-12-02T08:00'));
      await member.press(umea, 'Ingen förändring');

      const replies = await database.db.reply.findMany({ orderBy: { repliedAt: 'asc' } });
      expect(replies.map(({ period, isCopy }) => [period, isCopy])).toEqual([
        ['2019-september', false],
        ['2019-december', true],
      ]);
    });

    test('with a personal number in it is stopped, and nothing of it is stored', async () => {
      const member = await county.enter(umea);

      const refused = await member.submit(
        await member.press(umea, 'Gul'),
        about('flyktingguider-fler', { light: 'yellow', comment: 'Gäller 811228-9874.' }),
      );

      expect(refused.text).toContain('ser ut som ett personnummer');
      const stored = JSON.stringify([
        await database.db.incoming.findMany(),
        await database.db.reply.findMany(),
        await database.db.roomMessage.findMany({ select: { message: true } }),
      ]);
      expect(stored).not.toContain('9874');
    });
  });
});
