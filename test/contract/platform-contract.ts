// What the road trusts every platform to do: one suite, run for each that keeps the contract.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PlatformError } from '../../src/errors.ts';
import { DeliveryKey } from '../../src/ids.ts';
import type { Message } from '../../src/message/message.ts';
import type { Answer, Belonging, PlatformUser } from '../../src/platform.ts';
import { notice, press, promptId, question, shownForm, submit } from './asked-messages.ts';
import type { Inability, PlatformHarness, PlatformUnderTest, Turn } from './platform-harness.ts';
import { createRecordingRoad } from './recording-road.ts';

export function testPlatform({ name, open, tooLarge, cannot = [] }: PlatformUnderTest): void {
  describe(`${name} keeps the contract`, () => {
    let harness: PlatformHarness;
    const road = createRecordingRoad();

    beforeAll(async () => {
      harness = await open(road);
    });
    beforeEach(async () => {
      await harness.empty();
      road.forget();
    });
    afterAll(() => harness.close());

    const send = (message: Message, key = 'first') =>
      harness.platform.send(harness.conversation, message, DeliveryKey.parse(key));
    const find = (key: string) => harness.platform.find(harness.conversation, DeliveryKey.parse(key));
    const countPosts = async () => (await harness.readPosts()).length;
    /** Left out by name where the platform cannot do it. */
    const testUnless = (inability: Inability, title: string, run: () => Promise<void>) =>
      cannot.includes(inability) ? test.skip(`${name} cannot ${inability}: ${title}`, run) : test(title, run);

    describe('sending', () => {
      test('says all of a message, and shows marks as they are written', async () => {
        await send(question);

        const [post = ''] = await harness.readPosts();
        const said = [
          question.title,
          'Svara gärna i dag.',
          'Ansvarig',
          'Karlshamns kommun',
          'Saknas',
          'Migrationsverket',
          'Försäkringskassan',
          '4 av 15 har svarat',
          'Nytt datum: 28 mars',
          'Skriv inga uppgifter om enskilda personer.',
          ...question.buttons.map(({ label }) => label),
        ];
        for (const words of said) expect(post).toContain(words);
      });

      test('posts a key once, however often it is sent', async () => {
        const first = await send(question);
        const again = await send(question);

        expect(again).toEqual(first);
        expect(await countPosts()).toBe(1);
      });

      test('posts each key, also when the words are the same', async () => {
        await send(notice, 'first');
        await send(notice, 'second');

        expect(await countPosts()).toBe(2);
      });

      test('finds a key that arrived, and no other', async () => {
        const sent = await send(question);

        expect(await find('first')).toEqual(sent);
        expect(await find('second')).toBeUndefined();
      });

      test('refuses a message that is too large instead of cutting it', async () => {
        const sending = send(tooLarge);

        await expect(sending).rejects.toThrow(PlatformError);
        await expect(sending).rejects.toMatchObject({ verdict: 'permanent' });
        expect(await countPosts()).toBe(0);
      });

      test('has its limits as data, and a tenant for every conversation', () => {
        for (const { count, perMs } of harness.platform.pace) {
          expect(count).toBeGreaterThan(0);
          expect(perMs).toBeGreaterThan(0);
        }
        expect(harness.platform.tenantOf(harness.conversation)).not.toBe('');
      });
    });

    describe('updating', () => {
      test('shows the new version in place of the old', async () => {
        const sent = await send(question);

        await harness.platform.update(harness.conversation, sent, notice);

        const posts = await harness.readPosts();
        expect(posts).toHaveLength(1);
        expect(posts[0]).toContain(notice.title);
        expect(posts[0]).not.toContain(question.title);
      });

      test('the same version twice is no harm', async () => {
        const sent = await send(question);

        await harness.platform.update(harness.conversation, sent, notice);
        await harness.platform.update(harness.conversation, sent, notice);

        expect(await countPosts()).toBe(1);
        expect(await find('first')).toEqual(sent);
      });

      test('refuses a version that is too large, and leaves the old one', async () => {
        const sent = await send(question);

        const updating = harness.platform.update(harness.conversation, sent, tooLarge);

        await expect(updating).rejects.toMatchObject({ verdict: 'permanent' });
        expect((await harness.readPosts())[0]).toContain(question.title);
      });

      testUnless('delete', 'says "gone" of a post that somebody deleted', async () => {
        const sent = await send(question);
        await harness.deletePost(sent);

        const updating = harness.platform.update(harness.conversation, sent, notice);

        await expect(updating).rejects.toThrow(PlatformError);
        await expect(updating).rejects.toMatchObject({ verdict: 'permanent', code: 'gone' });
      });
    });

    describe('listening', () => {
      test('a pressed button arrives with its answers and who pressed it', async () => {
        await send(question);

        await harness.perform(press);

        expect(road.taken).toEqual([
          { kind: 'pressed', key: expect.any(String), from: harness.user, promptId, answers: { light: 'green' } },
        ]);
      });

      test('a form arrives as it was typed, with the version that was seen', async () => {
        await send(question);

        await harness.perform(submit);

        expect(road.taken).toEqual([
          {
            kind: 'submitted',
            key: expect.any(String),
            from: harness.user,
            promptId,
            entries: { light: 'yellow', comment: 'Två platser saknas <än>.' },
            basedOn: 0,
          },
        ]);
      });

      testUnless('repeat', '"no change" arrives as that', async () => {
        await send(question);

        await harness.perform({ kind: 'repeat', promptId });

        expect(road.taken).toEqual([{ kind: 'repeated', key: expect.any(String), from: harness.user, promptId }]);
      });

      testUnless('delegate', 'that the substitute is to answer arrives as that', async () => {
        await send(question);

        await harness.perform({ kind: 'delegate', promptId });

        expect(road.taken).toEqual([{ kind: 'delegated', key: expect.any(String), from: harness.user, promptId }]);
      });

      testUnless('write', 'what a person writes arrives as written', async () => {
        await harness.perform({ kind: 'write', text: 'kontakt Umeå' });

        const at = expect.objectContaining({ id: harness.conversation.id, address: harness.conversation.address });
        const where = harness.hasPlaces ? { at } : {};
        expect(road.taken).toEqual([
          { kind: 'wrote', key: expect.any(String), from: harness.user, text: 'kontakt Umeå', ...where },
        ]);
      });

      test('the same act again has the same key, and is answered again', async () => {
        await send(question);

        const first = await harness.perform(submit);
        const again = await harness.performAgain();

        expect(new Set(road.taken.map(({ key }) => key)).size).toBe(1);
        expect(again).toBe(first);
      });

      test('another act has another key', async () => {
        await send(question);

        await harness.perform(press);
        await harness.perform(press);

        expect(new Set(road.taken.map(({ key }) => key)).size).toBe(2);
      });

      test('an act that does not show who did it never reaches the road', async () => {
        await send(question);

        await harness.forge(press);
        await harness.forge(submit);

        expect(road.taken).toEqual([]);
      });
    });

    describe('belonging', () => {
      const turns: readonly (readonly [Turn, Partial<Belonging>])[] = [
        ['joined', { kind: 'joined' }],
        ['left', { kind: 'left', reason: 'removed' }],
        ['renamed', { kind: 'renamed' }],
      ];
      const turn = async (what: Turn) => harness.turn?.(what);

      for (const [what, noticed] of turns) {
        testUnless(
          what === 'renamed' ? 'rename' : 'belong',
          `tells that the conversation was ${what}, and by whom`,
          async () => {
            await turn(what);

            const at = expect.objectContaining({ id: harness.conversation.id, platform: harness.platform.name });
            const from = harness.nameTurner?.(what) ?? harness.user;
            expect(road.noticed).toEqual([{ ...noticed, key: expect.any(String), from, at }]);
          },
        );
      }

      testUnless('belong', 'the same turn again has the same key', async () => {
        await turn('joined');
        await harness.turnAgain?.();

        expect(road.noticed.length).toBeGreaterThan(0);
        expect(new Set(road.noticed.map(({ key }) => key)).size).toBe(1);
      });

      testUnless('belong', 'a turn that a stranger tells of never reaches the road', async () => {
        await harness.forgeTurn?.('joined');
        await harness.forgeTurn?.('left');

        expect(road.noticed).toEqual([]);
      });

      testUnless('belong', 'says what is answered to it in the conversation', async () => {
        road.answerNoticeWith({ kind: 'note', text: 'Hej! Skriv "koppla" och gruppens namn.' });

        await turn('joined');

        expect((await harness.readPosts()).join('\n')).toContain('Hej! Skriv "koppla" och gruppens namn.');
      });

      testUnless(
        'list-members',
        'lists everybody, each address as its tenant vouches for it, and none for a guest',
        async () => {
          const members = await harness.platform.listMembers?.(harness.conversation);

          expect(sortUsers(members)).toEqual(sortUsers(harness.members));
        },
      );

      testUnless(
        'open-personal',
        'opens one personal conversation with somebody, the same every time, to write in',
        async () => {
          const open = () => harness.platform.openPersonal?.(harness.user, harness.conversation);
          const personal = await open();
          const again = await open();
          if (!personal) throw new Error('It was not opened.');
          await harness.platform.send(personal, notice, DeliveryKey.parse('to one'));

          expect(again).toEqual(personal);
          expect(personal).toMatchObject({ platform: harness.platform.name, kind: 'personal' });
          expect(harness.platform.tenantOf(personal)).toBe(harness.platform.tenantOf(harness.conversation));
          expect((await harness.readPosts(personal)).join('\n')).toContain(notice.title);
          if (personal.id !== harness.conversation.id) expect(await countPosts()).toBe(0);
        },
      );

      test('offers nothing that it cannot do', () => {
        expect(harness.platform.listMembers === undefined).toBe(cannot.includes('list-members'));
        expect(harness.platform.openPersonal === undefined).toBe(cannot.includes('open-personal'));
      });
    });

    describe('answering', () => {
      const answers: readonly (readonly [string, Answer, readonly string[]])[] = [
        ['a receipt', { kind: 'receipt', text: 'Tack! Kvitto 7F3A-21.', receipt: '7F3A-21' }, ['Kvitto 7F3A-21']],
        ['a private note', { kind: 'note', text: 'Frågan är <redan> stängd.' }, ['Frågan är <redan> stängd.']],
        [
          'a form to fill in, and why',
          { kind: 'form', ...shownForm, notice: 'Gul behöver en kommentar.' },
          ['Gul behöver en kommentar.', 'Läge', 'Kommentar'],
        ],
        [
          'what is wrong, at its field, with what was typed still there',
          {
            kind: 'faults',
            ...shownForm,
            values: { comment: 'En halv mening' },
            text: 'Svaret är inte sparat.',
            faults: [{ field: 'light', message: 'Välj ett ljus.' }],
          },
          ['Svaret är inte sparat.', 'Välj ett ljus.', 'En halv mening'],
        ],
      ];

      test.each(answers)('shows %s', async (_title, answer, words) => {
        await send(question);
        road.answerWith(answer);

        const shown = await harness.perform(submit);

        for (const each of words) expect(shown).toContain(each);
      });

      testUnless('show-card', 'shows a card', async () => {
        road.answerWith({ kind: 'card', message: notice });

        expect(await harness.perform({ kind: 'write', text: 'utlysningar' })).toContain(notice.title);
      });

      const toOneAlone: readonly (readonly [string, Answer])[] = [
        ['a card', { kind: 'card', message: notice }],
        ['a note', { kind: 'note', text: notice.title }],
        ['a receipt', { kind: 'receipt', text: notice.title, receipt: '7F3A-21' }],
        ['a form', { kind: 'form', ...shownForm, notice: notice.title }],
        ['what is wrong', { kind: 'faults', ...shownForm, text: notice.title, faults: [] }],
      ];

      for (const [what, answer] of toOneAlone) {
        testUnless(
          'write',
          `shows ${what} that is not for all to whoever asked, and to nobody else there`,
          async () => {
            road.answerWith(answer);

            const shown = await harness.perform({ kind: 'write', text: 'mina' });

            const heard = harness.conversation.kind === 'personal' ? [] : await harness.readPosts();
            expect(shown).toContain(notice.title);
            expect(heard.join('\n')).not.toContain(notice.title);
          },
        );
      }

      testUnless('tell-all', 'says what is for all in the conversation', async () => {
        road.answerWith({ kind: 'card', message: notice, isForAll: true });
        await harness.perform({ kind: 'write', text: 'koppla beredningsgruppen' });
        road.answerWith({ kind: 'note', text: 'Nu är det ingens kanal.', isForAll: true });
        await harness.perform({ kind: 'write', text: 'koppla bort' });

        const posts = (await harness.readPosts()).join('\n');
        expect(posts).toContain(notice.title);
        expect(posts).toContain('Nu är det ingens kanal.');
      });

      testUnless('write', 'lets nobody else see a word of it when the same is asked again', async () => {
        road.answerWith({ kind: 'note', text: notice.title });

        await harness.perform({ kind: 'write', text: 'mina' });
        await harness.performAgain();

        const heard = harness.conversation.kind === 'personal' ? [] : await harness.readPosts();
        expect(heard.join('\n')).not.toContain(notice.title);
      });

      test('a form speaks the language of the person, whatever their client speaks', async () => {
        await send(question);
        road.answerWith({ kind: 'form', ...shownForm, language: 'en' });

        const shown = await harness.perform(submit);

        expect(shown).toContain('Green');
        expect(shown).not.toContain('Grön');
      });

      test('a road that breaks down is answered with words, and with nothing of its insides', async () => {
        await send(question);
        road.breakDown('secret detail');

        const shown = await harness.perform(press);

        expect(shown).not.toBe('');
        expect(shown).not.toContain('secret detail');
      });
    });
  });
}

function sortUsers(users: readonly PlatformUser[] = []): readonly PlatformUser[] {
  return users.toSorted((a, b) => a.user.localeCompare(b.user));
}
