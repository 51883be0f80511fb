// The three promises of the README in Microsoft Teams: in a channel, a group chat and everybody's own chat, all signed.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import type { Shown } from '../fake/teams-client.ts';
import type { Place } from '../fake/teams-world.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { about } from '../topics/about.ts';
import { IN_TEAMS, openTeamsCounty, type TeamsCounty } from './open-teams-county.ts';

const at = (time: string) => `${time}:00Z`;
const umea = 'vasterbotten/umea-kontakt';
const vannas = 'vasterbotten/vannas-kontakt';
const network = 'vasterbotten/kommunnatverket';
const preparatory = 'vasterbotten/beredningsgruppen';
const receipt = /Tack! Svaret är sparat \(kvitto [2-9A-Z]{4}-[2-9A-Z]{2}/;

describe('what the README promises, in Teams', () => {
  let database: Database;
  let county: TeamsCounty;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => emptyTables(database));
  afterEach(async () => {
    const { breaches } = county.connector;
    await county.close();
    expect(breaches).toEqual([]);
  });

  const countReplies = () => database.db.reply.count();

  describe('a grant call', () => {
    let channel: Place;
    beforeEach(async () => {
      county = await openTeamsCounty(database, at('2019-01-02T08:00'));
      channel = await county.connect({ kind: 'channel', group: network });
      await county.goTo(at('2019-02-18T08:00'));
    });

    test('reaches a channel and its members, takes one press however often it is clicked, retried and replayed', async () => {
      const member = county.enter(umea);
      const before = member.read();

      const pressed = await member.pressTwice('Vi tänker söka');
      const retried = await member.again();
      await county.goTo(at('2019-02-18T08:20'));
      const replayed = await member.again();
      await county.settle();

      expect(before.join('\n')).toContain('Tidiga insatser för asylsökande: 30 dagar kvar att söka');
      for (const shown of [pressed, retried, replayed]) expect(shown.text).toMatch(receipt);
      expect(receiptOf(replayed)).toBe(receiptOf(retried));
      expect(await countReplies()).toBe(1);
      expect(county.enter(umea, channel).read().at(-1)).toContain('1 av 17 organisationer har svarat');
    });

    test('is answered in the channel by each for themselves, and counted for all to see', async () => {
      const first = county.enter(umea, channel);
      const second = county.enter(vannas, channel);

      const one = await first.press('Vi tänker söka');
      const other = await second.press('Vi söker inte');
      await county.goTo(at('2019-02-18T08:20'));

      expect([one.text, other.text]).toEqual([expect.stringMatching(receipt), expect.stringMatching(receipt)]);
      expect(await countReplies()).toBe(2);
      expect(first.read().at(-1)).toContain('2 av 17 organisationer har svarat');
    });

    test('is shown to each with their own answer, and to others without it', async () => {
      const member = county.enter(umea, channel);
      await member.press('Vi tänker söka');

      const mine = await member.look();
      const theirs = await county.enter(vannas, channel).look();

      expect(mine.text).toContain('Ditt svar');
      expect(theirs.text).not.toContain('Ditt svar');
      expect(theirs.text).toContain('Vi tänker söka');
    });

    test('is answered with an old client, which knows no Action.Execute', async () => {
      const member = county.enter(umea, undefined, { isOld: true });

      const shown = await member.press('Vi tänker söka');

      expect(shown.text).toMatch(receipt);
      expect(await countReplies()).toBe(1);
    });
  });

  describe('a meeting', () => {
    const chief = 'vasterbotten/arbetsformedlingen-chef';
    const substitute = 'vasterbotten/arbetsformedlingen-ersattare';
    let chat: Place;
    beforeEach(async () => {
      county = await openTeamsCounty(database, at('2019-01-02T08:00'));
      chat = await county.connect({ kind: 'chat', group: preparatory });
      await county.goTo(at('2019-02-13T08:00'));
    });

    test("says in the group chat who is missing; a 'no' asks the substitute in their own chat, once", async () => {
      const member = county.enter(chief);
      const standIn = county.enter(substitute);
      const before = standIn.read().filter((post) => post.includes('Kan du ersätta'));

      await member.pressTwice('Jag kan inte');
      await county.goTo(at('2019-02-13T08:05'));
      await county.goTo(at('2019-02-13T09:00'));
      const asked = standIn.read().filter((post) => post.includes('Kan du ersätta'));
      const answered = await standIn.press('Jag deltar digitalt');
      await county.goTo(at('2019-02-13T09:20'));
      const inGroup = county.enter(chief, chat).read().at(-1);

      expect(before).toEqual([]);
      expect(asked).toHaveLength(1);
      expect(answered.text).toMatch(receipt);
      expect(inGroup).toMatch(/1 av \d organisationer är representerad/);
      expect(inGroup).not.toMatch(/Saknas: .*Arbetsförmedlingen/);
    });

    test('is answered in the group chat itself', async () => {
      const member = county.enter(umea, chat);

      const shown = await member.press('Jag kommer');
      await county.goTo(at('2019-02-13T08:20'));

      expect(shown.text).toMatch(receipt);
      expect(member.read().at(-1)).toMatch(/1 av \d organisationer är representerad/);
    });
  });

  describe('a check-in', () => {
    const guides = 'Flyktingguider i fler kommuner';
    const ofGuides = (answers: Record<string, string>) => about('flyktingguider-fler', answers);
    const whole = ofGuides({
      light: 'red',
      comment: 'Två kommuner saknar guider.',
      action: 'Gemensam rekrytering.',
      actionBy: '2019-10-15',
    });
    let channel: Place;
    beforeEach(async () => {
      county = await openTeamsCounty(database, at('2019-08-26T08:00'));
      channel = await county.connect({ kind: 'channel', group: 'vasterbotten/arbetsgrupp-mottagande' });
      await county.goTo(at('2019-09-09T07:00'));
    });

    test.each([
      { title: 'their own chat', place: () => undefined, button: 'Röd' },
      { title: 'a channel', place: () => channel, button: 'Svara för Umeå kommun' },
    ])(
      'refuses red without comment, action and date in $title, and takes it once with them, however often it is sent',
      async ({ place, button }) => {
        const member = county.enter(umea, place());

        const form = await member.press(button, guides);
        const bare = await member.fill(form, ofGuides({ light: 'red' }));
        const kept = await countReplies();
        const sent = await member.fill(bare, whole);
        const retried = await member.again();
        const again = await member.again();
        const activity = await database.db.activity.findFirstOrThrow({
          where: { title: guides },
        });

        expect(bare.text).toContain('Svaret är inte sparat');
        expect(bare.text).toContain('när ljuset är rött');
        expect(kept).toBe(0);
        for (const shown of [sent, retried, again]) expect(shown.text).toMatch(receipt);
        expect(receiptOf(again)).toBe(receiptOf(sent));
        expect(await countReplies()).toBe(1);
        expect(activity).toMatchObject({ light: 'red', actionBy: '2019-10-15' });
      },
    );

    test('is changed in a dialog, which shows its faults and is sent once', async () => {
      const member = county.enter(umea);
      await member.press('Grön', guides);

      const own = await member.look(guides);
      const dialog = await member.pressOn(own, 'Ändra');
      const bare = await member.fill(dialog, ofGuides({ light: 'red' }));
      const sent = await member.fill(bare, whole);
      const retried = await member.again();

      expect(own.text).toContain('Ditt svar: ● Grön');
      expect([dialog.isDialog, bare.isDialog]).toEqual([true, true]);
      expect(bare.text).toContain('Svaret är inte sparat');
      expect(sent.text).toMatch(receipt);
      expect(retried.text).toBe(sent.text);
      expect(await countReplies()).toBe(2);
      expect(await database.db.activity.count({ where: { light: 'red', actionBy: '2019-10-15' } })).toBe(1);
    });

    test('with a personal number in it is stopped, and nothing of it is stored', async () => {
      const member = county.enter(umea);

      const refused = await member.fill(
        await member.press('Gul', guides),
        ofGuides({ light: 'yellow', comment: 'Gäller 811228-9874.' }),
      );

      expect(refused.text).toContain('ser ut som ett personnummer');
      const stored = JSON.stringify([
        await database.db.incoming.findMany(),
        await database.db.reply.findMany(),
        await database.db.outerPost.findMany(),
      ]);
      expect(`${stored}${county.log.text()}`).not.toContain('9874');
    });
  });

  describe('a conversation', () => {
    beforeEach(async () => {
      county = await openTeamsCounty(database, at('2019-01-02T08:00'));
    });

    test('is connected to a group by the coordinator, who is told what will be posted, and whom Teams knows', async () => {
      await county.connect({ kind: 'channel', group: network });

      expect(county.bindings.at(-1)?.text).toContain('Kommunnätverket integration');
      expect(await database.db.conversation.count({ where: { platform: 'teams', kind: 'personal' } })).toBe(
        IN_TEAMS.length,
      );
    });

    test('that the bot is thrown out of is left alone, and the coordinator is told', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });
      channel.state = 'removed';

      await county.goTo(at('2019-02-18T08:00'));
      await county.goTo(at('2019-02-18T08:30'));

      const posts = county.connector.arrivals.filter(({ place }) => place === channel.id);
      const told = county.enter('vasterbotten/samordnare').read().join('\n');
      const stored = await database.db.conversation.findFirstOrThrow({ where: { kind: 'channel', platform: 'teams' } });
      expect(stored.state).not.toBe('active');
      expect(posts.filter(({ kind }) => kind === 'send').length).toBeLessThanOrEqual(4);
      expect(told).toContain('Kommunnätverket');
    });

    test('answers what is written to it with a mention, and with nothing of a county to a stranger', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });
      const member = county.enter(umea, channel);
      const stranger = {
        ...county.accountOf(umea),
        email: 'nobody@example.org',
        objectId: county.tenant,
        id: '29:1nobody',
      };
      channel.members.push(stranger);

      const known = await member.write('utlysningar', { isMention: true });
      const unknown = await county.enterAs(stranger, channel).write('utlysningar', { isMention: true });

      expect(known.text).toContain('Tidiga insatser');
      expect(unknown.text).not.toBe('');
      expect(unknown.text).not.toContain('Tidiga insatser');
    });

    test('finds a contact for whoever writes a message, and none for a stranger', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });
      const stranger = { ...county.accountOf(umea), email: 'nobody@example.org', id: '29:1nobody' };
      channel.members.push(stranger);

      const known = await county.enter(umea, channel).search('kontakt', 'skelleftea');
      const unknown = await county.enterAs(stranger, channel).search('kontakt', 'skelleftea');

      expect(known.text).toContain('Skellefteå (2482)');
      expect(known.text).toContain('010-000 00 06');
      expect(unknown.text).not.toContain('010-000');
    });
  });
});

function receiptOf({ text }: Shown): string | undefined {
  return receipt.exec(text)?.[0];
}
