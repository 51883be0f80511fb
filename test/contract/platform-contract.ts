// What the road trusts every platform to do: one suite, run for each that keeps the contract.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PlatformError } from '../../src/errors.ts';
import { DeliveryKey, PromptId } from '../../src/ids.ts';
import type { Answers, Form } from '../../src/message/form.ts';
import type { Message } from '../../src/message/message.ts';
import type { Answer, Conversation, Handle, Incoming, Look, Platform, PlatformUser, Sent } from '../../src/platform.ts';

/** Something that a person does on a platform. */
export type Deed =
  | { readonly kind: 'press'; readonly promptId: PromptId; readonly answers: Answers }
  | { readonly kind: 'repeat'; readonly promptId: PromptId }
  | {
      readonly kind: 'submit';
      readonly promptId: PromptId;
      readonly entries: Readonly<Record<string, string>>;
      readonly basedOn: number;
    }
  | { readonly kind: 'write'; readonly text: string };

/** A platform with one conversation and one person in it, who reads and acts as people do there. */
export interface PlatformHarness {
  readonly platform: Platform;
  readonly conversation: Conversation;
  /** The person who acts. */
  readonly user: PlatformUser;
  /** All that the reader sees of every post in the conversation, newest last. */
  readPosts(): Promise<readonly string[]>;
  /** Somebody deletes the post. */
  deletePost(sent: Sent): Promise<void>;
  /** Does it, and tells what the person is shown at once. */
  perform(deed: Deed): Promise<string>;
  /** The last deed once more, exactly as it was sent: a double click, a retry, a reload. */
  performAgain(): Promise<string>;
  /** A deed that does not show who does it, as a stranger could send it. */
  forge(deed: Deed): Promise<void>;
  /** Ends what is stored of earlier tests. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** What a platform cannot do: said by name, and left out of the suite by name. */
export type Inability = 'delete' | 'repeat' | 'write' | 'show-card';

export interface PlatformUnderTest {
  readonly name: string;
  open(handle: Handle): Promise<PlatformHarness>;
  /** Breaks one of its limits. */
  readonly tooLarge: Message;
  readonly cannot?: readonly Inability[];
}

const promptId = PromptId.parse('0197d0c4-1111-7000-8000-000000000001');

const form: Form = {
  fields: [
    { kind: 'light', key: 'light', label: 'Läge', required: true },
    { kind: 'text', key: 'comment', label: 'Kommentar', required: false, maxLength: 500, isLong: true },
  ],
};

const shownForm = { promptId, title: 'Avstämning mars', form, values: {}, basedOn: 0 } as const;

const question: Message = {
  language: 'sv',
  title: 'Avstämning mars: Språkstöd <på> "arbetsplatsen" & hemma',
  parts: [
    { kind: 'text', text: 'Svara gärna i dag.' },
    { kind: 'facts', facts: [{ label: 'Ansvarig', value: 'Karlshamns kommun' }] },
    { kind: 'list', title: 'Saknas', items: ['Migrationsverket', 'Försäkringskassan'] },
    { kind: 'progress', text: '4 av 15 har svarat', answered: 4, asked: 15 },
    { kind: 'notice', text: 'Nytt datum: 28 mars', tone: 'warning' },
    { kind: 'note', text: 'Skriv inga uppgifter om enskilda personer.' },
  ],
  buttons: [
    { kind: 'answer', label: 'Grön', light: 'green', promptId, answers: { light: 'green' } },
    { kind: 'fill', label: 'Fyll i', promptId },
    { kind: 'repeat', label: 'Ingen förändring', promptId },
    { kind: 'link', label: 'Läs mer', url: 'https://example.org/mer' },
  ],
  question: { promptId, form },
};

const notice: Message = { language: 'sv', title: 'Ny sista ansökningsdag', parts: [], buttons: [] };

const press: Deed = { kind: 'press', promptId, answers: { light: 'green' } };
const submit: Deed = {
  kind: 'submit',
  promptId,
  entries: { light: 'yellow', comment: 'Två platser saknas <än>.' },
  basedOn: 0,
};

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

      testUnless('write', 'what a person writes arrives as written', async () => {
        await harness.perform({ kind: 'write', text: 'kontakt Umeå' });

        expect(road.taken).toEqual([
          { kind: 'wrote', key: expect.any(String), from: harness.user, text: 'kontakt Umeå' },
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

interface RecordingRoad extends Handle {
  readonly taken: Incoming[];
  answerWith(answer: Answer): void;
  breakDown(message: string): void;
  forget(): void;
}

/** A road that remembers what came, and answers as it is told. */
function createRecordingRoad(): RecordingRoad {
  const receipt: Answer = { kind: 'receipt', text: 'Tack! Svaret är sparat.', receipt: '0000-00' };
  const taken: Incoming[] = [];
  let answer: () => Answer = () => receipt;
  return {
    taken,
    take: async (incoming) => {
      taken.push(incoming);
      return answer();
    },
    look: async (look) => show(look),
    answerWith: (given) => {
      answer = () => given;
    },
    breakDown: (message) => {
      answer = () => {
        throw new Error(message);
      };
    },
    forget: () => {
      taken.length = 0;
      answer = () => receipt;
    },
  };
}

function show(look: Look): Answer {
  if (look.kind === 'opened') return { kind: 'form', ...shownForm, values: look.answers ?? {} };
  const views = look.promptIds.map(
    (each) => ({ promptId: each, state: 'open', values: {}, basedOn: 0, canRepeat: true }) as const,
  );
  return { kind: 'views', views };
}
