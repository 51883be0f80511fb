// The three promises of the README in Slack: in channels, a group's direct messages and everybody's own, all signed.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import type { Shown } from '../fake/slack-client.ts';
import { toEvent } from '../fake/slack-payloads.ts';
import type { Channel } from '../fake/slack-world.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { about } from '../topics/about.ts';
import { COORDINATOR, IN_SLACK, openSlackCounty, type SlackCounty } from './open-slack-county.ts';

const at = (time: string) => `${time}:00Z`;
const umea = 'vasterbotten/umea-kontakt';
const vannas = 'vasterbotten/vannas-kontakt';
const network = 'vasterbotten/kommunnatverket';
const preparatory = 'vasterbotten/beredningsgruppen';
const receipt = /Tack! Svaret är sparat \(kvitto [2-9A-Z]{4}-[2-9A-Z]{2}/;

describe('what the README promises, in Slack', () => {
  let database: Database;
  let county: SlackCounty;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => emptyTables(database));
  afterEach(async () => {
    const { breaches } = county.slack;
    await county.close();
    expect(breaches).toEqual([]);
  });

  const countReplies = () => database.db.reply.count();

  describe('a grant call', () => {
    let channel: Channel;
    beforeEach(async () => {
      county = await openSlackCounty(database, at('2019-01-02T08:00'));
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
      expect(first.read().join('\n')).toContain('2 av 17 organisationer har svarat');
    });

    test('tells each their own answer, and others theirs', async () => {
      await county.enter(umea, channel).press('Vi tänker söka');

      const mine = await county.enter(umea, channel).press('Mitt svar');
      const theirs = await county.enter(vannas, channel).press('Mitt svar');

      expect(mine.text).toContain('Ditt svar');
      expect(theirs.text).not.toContain('Ditt svar');
      expect(theirs.text).toContain('Vi tänker söka');
    });

    test('stands on the page of their own, until it is answered there', async () => {
      const member = county.enter(umea);
      const { text, view } = await member.home();
      if (!view) throw new Error('Home was not shown.');

      const form = await member.pressIn(view, 'Tidiga insatser');
      const sent = await member.fill(form, { interest: 'no' });
      const after = await member.home();

      expect(text).toContain('Mina frågor');
      expect(text).toContain('Utlysningar');
      expect(text).toContain('Kommande möten');
      expect(sent.text).toMatch(receipt);
      expect(after.text).toContain('besvarad');
      expect(await countReplies()).toBe(1);
    });
  });

  describe('a meeting', () => {
    const chief = 'vasterbotten/arbetsformedlingen-chef';
    const substitute = 'vasterbotten/arbetsformedlingen-ersattare';
    let group: Channel;
    beforeEach(async () => {
      county = await openSlackCounty(database, at('2019-01-02T08:00'));
      group = await county.connect({ kind: 'group', group: preparatory });
      await county.goTo(at('2019-02-13T08:00'));
    });

    test("says in the group's direct messages who is missing; a 'no' asks the substitute in their own, once", async () => {
      const member = county.enter(chief);
      const standIn = county.enter(substitute);
      const before = standIn.read().filter((post) => post.includes('Kan du ersätta'));

      await member.pressTwice('Jag kan inte');
      await county.goTo(at('2019-02-13T08:05'));
      await county.goTo(at('2019-02-13T09:00'));
      const asked = standIn.read().filter((post) => post.includes('Kan du ersätta'));
      const answered = await standIn.press('Jag deltar digitalt');
      await county.goTo(at('2019-02-13T09:20'));
      const inGroup = county.enter(chief, group).read().join('\n');

      expect(before).toEqual([]);
      expect(asked).toHaveLength(1);
      expect(answered.text).toMatch(receipt);
      expect(inGroup).toMatch(/1 av \d organisationer är representerad/);
      expect(inGroup).not.toMatch(/Saknas: .*Arbetsförmedlingen/);
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
    let channel: Channel;
    beforeEach(async () => {
      county = await openSlackCounty(database, at('2019-08-26T08:00'));
      channel = await county.connect({ kind: 'private', group: 'vasterbotten/arbetsgrupp-mottagande' });
      await county.goTo(at('2019-09-09T07:00'));
    });

    test.each([
      { title: 'their direct messages', place: () => undefined, button: 'Röd' },
      { title: 'a private channel', place: () => channel, button: 'Svara för Umeå kommun' },
    ])('asks for what red needs in $title, and takes it once, however often it is sent', async ({ place, button }) => {
      const member = county.enter(umea, place());

      const form = await member.press(button, guides);
      const bare = await member.fill(form, ofGuides({ light: 'red' }));
      const kept = await countReplies();
      const sent = await member.fill(bare, whole);
      const retried = await member.again();
      const activity = await database.db.activity.findFirstOrThrow({ where: { title: guides } });

      if (button === 'Röd') expect(form.text).toContain('Svaret är inte sparat än');
      expect(bare.text).toContain('Missing');
      expect(kept).toBe(0);
      for (const shown of [sent, retried]) expect(shown.text).toMatch(receipt);
      expect(receiptOf(retried)).toBe(receiptOf(sent));
      expect(await countReplies()).toBe(1);
      expect(activity).toMatchObject({ light: 'red', actionBy: '2019-10-15' });
    });

    test('is changed, and asks for more as soon as another light is chosen', async () => {
      const member = county.enter(umea);
      await member.press('Grön', guides);

      const own = await member.press('Mitt svar', guides);
      const form = await member.press('Ändra svaret');
      const red = await member.choose(form, ofGuides({ light: 'red' }));
      const sent = await member.fill(red, whole);

      expect(own.text).toContain('Ditt svar: ● Grön');
      expect(sent.text).toMatch(receipt);
      expect(await countReplies()).toBe(2);
      expect(await database.db.activity.count({ where: { light: 'red', actionBy: '2019-10-15' } })).toBe(1);
    });

    test('with a personal number in it is stopped at its field, and nothing of it is stored', async () => {
      const member = county.enter(umea);

      const refused = await member.fill(
        await member.press('Gul', guides),
        ofGuides({ light: 'yellow', comment: 'Gäller 811228-9874.' }),
      );

      expect(refused.text).toContain('ser ut som ett personnummer');
      expect(refused.text).toContain('Gäller 811228-9874.');
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
      county = await openSlackCounty(database, at('2019-01-02T08:00'));
    });

    test('is connected to a group by the coordinator, for all to see, and Slack tells whom it knows', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });

      expect(county.bindings.at(-1)?.text).toContain('Kommunnätverket integration');
      expect(county.enter(umea, channel).read().join('\n')).toContain('Kommunnätverket integration');
      expect(await database.db.conversation.count({ where: { platform: 'slack', kind: 'personal' } })).toBe(
        IN_SLACK.length,
      );
    });

    test('that is archived is left alone, and the coordinator is told', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });
      channel.state = 'archived';

      await county.goTo(at('2019-02-18T08:00'));
      await county.goTo(at('2019-02-18T08:30'));

      const told = county.enter(COORDINATOR).read().join('\n');
      const stored = await database.db.conversation.findFirstOrThrow({ where: { kind: 'channel', platform: 'slack' } });
      expect(stored.state).toBe('paused');
      expect(told).toContain('Kommunnätverket integration — arkiverat');
    });

    test('in a workspace that uninstalls the app is left with all others there, and nothing more is sent', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });
      const coordinator = county.enter(COORDINATOR);
      await coordinator.send({ as: 'event', payload: toEvent(county.workspace, { type: 'app_uninstalled' }) });
      county.workspace.state = 'revoked';
      const before = county.slack.calls.length;

      await county.goTo(at('2019-02-18T08:00'));

      expect(await database.db.conversation.count({ where: { platform: 'slack', state: { not: 'gone' } } })).toBe(0);
      expect(county.slack.calls).toHaveLength(before);
      expect(county.enter(umea, channel).read().join('\n')).not.toContain('Tidiga insatser');
    });

    test('answers what is said to it to whoever said it alone, and a stranger with nothing of a county', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });
      const stranger = county.slack.world.addAccount({ name: 'Nobody', workspace: county.workspace });
      channel.members.push(stranger);

      const known = await county.enter(umea, channel).write('utlysningar', { isMention: true });
      const unknown = await county.enterAs(stranger, channel).write('utlysningar', { isMention: true });

      expect(known.text).toContain('Tidiga insatser');
      expect(unknown.text).not.toBe('');
      expect(unknown.text).not.toContain('Tidiga insatser');
      expect(county.enter(vannas, channel).read().join('\n')).not.toContain('Tidiga insatser');
    });

    test('finds a contact for whoever asks by the command, and none for a stranger', async () => {
      const channel = await county.connect({ kind: 'channel', group: network });
      const stranger = county.slack.world.addAccount({ name: 'Nobody', workspace: county.workspace });
      channel.members.push(stranger);

      const known = await county.enter(umea, channel).command('kontakt skelleftea');
      const unknown = await county.enterAs(stranger, channel).command('kontakt skelleftea');

      expect(known.text).toContain('010-000 00 06');
      expect(unknown.text).not.toContain('010-000');
    });
  });
});

function receiptOf({ text }: Shown): string | undefined {
  return receipt.exec(text)?.[0];
}
