// What a person is shown when they press, write and fill in, also where the database takes its time.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DeliveryKey } from '../../../src/ids.ts';
import type { Answer, Handle } from '../../../src/platform.ts';
import { notice, promptId, question, shownForm } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { createGate, type Gate } from '../../fake/gate.ts';
import type { SlackClient } from '../../fake/slack-client.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { until } from '../../fake/until.ts';
import { type OpenSlack, openSlack, toKnown } from './open-slack.ts';

const receipt: Answer = { kind: 'receipt', text: 'Tack! Kvitto 7F3A-21.', receipt: '7F3A-21' };

describe('in Slack', () => {
  const road = createRecordingRoad();
  let gate: Gate | undefined;
  /** Before it is even known whether the workspace is served. */
  let entrance: Gate | undefined;
  const waitAtGate = async <T>(answer: Promise<T>): Promise<T> => {
    await gate?.opened;
    return answer;
  };
  const slow: Handle = {
    take: (incoming) => waitAtGate(road.take(incoming)),
    look: (look) => waitAtGate(road.look(look)),
    notice: (belonging) => road.notice(belonging),
  };
  let opened: OpenSlack;
  let asa: SlackClient;
  beforeAll(async () => {
    const { db } = await openTestDatabase();
    const isTenantAllowed = async (asked: string) => {
      await entrance?.opened;
      return asked === opened.workspace.id;
    };
    opened = await openSlack({ db, handle: slow, patience: { openMs: 300, ackMs: 700 }, isTenantAllowed });
  });
  beforeEach(async () => {
    gate = undefined;
    entrance = undefined;
    road.forget();
    opened.slack.world.sweep();
    opened.slack.forgetCalls();
    opened.slack.broken.clear();
    opened.skipHour();
    asa = opened.enter(opened.places.channel);
  });
  afterAll(async () => {
    await opened.close();
    expect(opened.slack.breaches).toEqual([]);
  });

  let posted = 0;
  const post = async () => {
    posted += 1;
    await opened.platform.send(toKnown(opened.places.channel), question, DeliveryKey.parse(`post ${posted}`));
  };
  const readModal = () => [...opened.slack.world.views.values()].map(({ view }) => JSON.stringify(view)).join('\n');
  const cia = () => {
    const account = opened.places.channel.members.find(({ name }) => name === 'Cia Dal') ?? opened.asa;
    return opened.enter(opened.places.channel, account);
  };

  describe('a press', () => {
    test('is answered to whoever pressed alone', async () => {
      await post();
      road.answerWith(receipt);

      const shown = await asa.press('Grön');

      expect(shown.text).toContain(receipt.text);
      expect(cia().read().join('\n')).not.toContain(receipt.text);
    });

    test('that is answered late opens a modal that waits, and shows the answer in it', async () => {
      await post();
      road.answerWith(receipt);
      gate = createGate();

      const pressed = await asa.press('Grön');
      gate.open();
      await until(() => readModal().includes('7F3A-21'));

      expect(pressed.text).toContain('Hämtar frågan');
      expect(road.taken).toHaveLength(1);
    });

    test('that opens a form late still opens it', async () => {
      await post();
      gate = createGate();

      await asa.press('Fyll i');
      gate.open();

      await until(() => readModal().includes('Kommentar'));
    });

    test('for which no modal can be opened any more is answered with a button that opens one', async () => {
      await post();
      opened.slack.broken.set('views.open', 'code:expired_trigger_id');

      const shown = await asa.press('Fyll i');
      opened.slack.broken.clear();
      const form = await asa.press('Svara', 'Avstämning mars');

      expect(shown.view).toBeUndefined();
      expect(form.text).toContain('Kommentar');
    });

    test('on "my answer" tells where the question stands, with what can be done', async () => {
      await post();

      const shown = await asa.press('Mitt svar');

      expect(shown.text).toContain('Du har inte svarat än.');
      expect(shown.text).toContain('● Grön');
      expect(road.taken).toEqual([]);
    });

    test('on a link is no act of ours', async () => {
      await post();

      const shown = await asa.press('Läs mer');

      expect(shown.text).toBe('');
      expect(road.taken).toEqual([]);
    });
  });

  describe('a form', () => {
    const conditional = {
      kind: 'form',
      ...shownForm,
      notice: 'Gul behöver en kommentar.',
      form: {
        fields: [
          { kind: 'light', key: 'light', label: 'Läge', required: true },
          {
            kind: 'text',
            key: 'comment',
            label: 'Vad behövs?',
            required: true,
            maxLength: 500,
            isLong: true,
            shownWhen: { field: 'light', isOneOf: ['yellow', 'red'] },
          },
        ],
      },
    } as const;
    const openConditional = async () => {
      await post();
      road.answerWith(conditional);
      return asa.press('Grön');
    };

    test('shows a question as soon as the one that it hangs on is answered so, and keeps the rest', async () => {
      road.lookWith(conditional);
      const form = await openConditional();

      const green = await asa.choose(form, { light: 'green' });
      const red = await asa.choose(green, { light: 'red' });
      const typed = await asa.choose(red, { comment: 'Två platser saknas.' });
      const again = await asa.choose(typed, { light: 'yellow' });

      expect(green.text).not.toContain('Vad behövs?');
      expect(red.text).toContain('Vad behövs?');
      expect(red.text).toContain('Gul behöver en kommentar.');
      expect(again.text).toContain('Två platser saknas.');
    });

    test('tells what is wrong at its fields, in the way of Slack, and keeps what was typed', async () => {
      await post();
      const form = await asa.press('Fyll i');
      road.answerWith({
        kind: 'faults',
        ...shownForm,
        values: { light: 'red', comment: '811228-9874' },
        text: 'Svaret är inte sparat.',
        faults: [{ field: 'comment', message: 'Ta bort personnumret.' }],
      });

      const wrong = await asa.fill(form, { light: 'red', comment: '811228-9874' });
      road.answerWith(receipt);
      const kept = await asa.fill(wrong, { comment: 'Utan nummer' });

      expect(wrong.text).toContain('Svaret är inte sparat. Ta bort personnumret.');
      expect(wrong.text).toContain('811228-9874');
      expect(kept.text).toContain(receipt.text);
      expect(road.taken.map((each) => 'entries' in each && each.entries)).toEqual([
        { light: 'red', comment: '811228-9874' },
        { light: 'red', comment: 'Utan nummer' },
      ]);
    });

    test('that is answered late says that it waits, and shows the receipt in its place', async () => {
      await post();
      const form = await asa.press('Fyll i');
      road.answerWith(receipt);
      gate = createGate();

      const sent = await asa.fill(form, { light: 'green' });
      gate.open();
      await until(() => readModal().includes('7F3A-21'));

      expect(sent.text).toContain('Ett ögonblick');
      expect(road.taken).toHaveLength(1);
    });

    test('that is not kept for another reason is shown again with what was typed', async () => {
      await post();
      const form = await asa.press('Fyll i');
      road.answerWith({ kind: 'note', text: 'Det gick inte att spara just nu.' });

      const sent = await asa.fill(form, { light: 'red', comment: 'Två platser saknas.' });

      expect(sent.text).toContain('Det gick inte att spara just nu.');
      expect(sent.text).toContain('Två platser saknas.');
    });
  });

  describe('whoever asks', () => {
    const card = { kind: 'card', message: notice } as const;

    test('in a channel is answered alone', async () => {
      road.answerWith(card);

      const shown = await asa.write('utlysningar', { isMention: true });

      expect(shown.text).toContain(notice.title);
      expect(cia().read()).toEqual([]);
    });

    test('in direct messages is answered there', async () => {
      road.answerWith(card);
      const own = opened.enter(opened.places.direct);

      await own.write('utlysningar');

      expect(opened.slack.world.posts).toMatchObject([{ channel: opened.places.direct }]);
      expect(opened.slack.world.posts[0]?.onlyTo).toBeUndefined();
    });

    test('by a command is answered alone, and where the command was written is told', async () => {
      road.answerWith(card);

      const shown = await asa.command('koppla Beredning');

      expect(shown.text).toContain(notice.title);
      expect(cia().read()).toEqual([]);
      expect(road.taken).toMatchObject([
        { kind: 'wrote', text: 'koppla Beredning', at: { id: toKnown(opened.places.channel).id } },
      ]);
    });

    test('by a command that changes something for all has it said to all', async () => {
      road.answerWith({ ...card, isForAll: true });

      await asa.command('koppla Beredning');

      expect(cia().read()).toEqual([expect.stringContaining(notice.title)]);
    });

    test('by a command where the bot is not is answered too, and nothing can be connected there', async () => {
      opened.places.private.isBotIn = false;
      road.answerWith(card);

      const shown = await opened.enter(opened.places.private).command('utlysningar');
      opened.places.private.isBotIn = true;

      expect(shown.text).toContain(notice.title);
      expect(road.taken[0]).not.toHaveProperty('at');
    });

    test('by a command in the direct messages of two people is not taken to be in their own', async () => {
      const others = { ...opened.places.direct, id: 'D0OTHERS', isBotIn: false };
      opened.slack.world.channels.set(others.id, others);

      await opened.enter(others).command('mina');

      expect(road.taken).toMatchObject([{ text: 'mina' }]);
      expect(road.taken[0]).not.toHaveProperty('at');
    });

    test('by a command in their own direct messages is there', async () => {
      await opened.enter(opened.places.direct).command('mina &lt;nu&gt;');

      expect(road.taken).toMatchObject([{ text: 'mina <nu>', at: { kind: 'personal' } }]);
    });

    test.each(['', '  '])('for nothing in particular (%j) gets the list of what can be asked', async (text) => {
      await asa.command(text);

      expect(road.taken).toMatchObject([{ text: 'hjälp' }]);
    });

    test('with others mentioned, links and signs is understood as it was written', async () => {
      await asa.write('kontakt <Umeå> & Vännäs', { isMention: true });

      expect(road.taken).toMatchObject([{ text: 'kontakt <Umeå> & Vännäs' }]);
    });

    test('by the shortcut is shown what can be asked, and can ask it there', async () => {
      road.answerWith(card);

      const shown = await asa.shortcut();
      road.answerWith({ kind: 'note', text: 'Inga möten.' });
      const asked = await asa.fill(shown, { text: 'möten' });

      expect(shown.text).toContain(notice.title);
      expect(asked.text).toContain('Inga möten.');
      expect(road.taken).toMatchObject([{ text: 'hjälp' }, { text: 'möten' }]);
    });

    test('in English is spoken to in English where nobody knows them', async () => {
      road.breakDown('x');

      const shown = await cia().command('calls');

      expect(shown.text).toContain('That did not work just now.');
    });
  });

  describe("the app's own page", () => {
    test('shows all that is theirs', async () => {
      const { text } = await asa.home();

      expect(text).toContain(notice.title);
    });

    test('opens a form from there, and is shown anew when it was answered in one press', async () => {
      road.lookWith({ kind: 'cards', messages: [question] });
      const { view } = await asa.home();
      if (!view) throw new Error('It was not shown.');
      road.answerWith(receipt);

      const shown = await asa.pressIn(view, 'Grön');

      expect(shown.text).toContain(receipt.text);
      expect(road.taken).toMatchObject([{ kind: 'pressed', promptId }]);
    });

    test('says that there is more where not everything fits', async () => {
      const long = Array.from({ length: 30 }, (_, n) => ({ ...question, title: `Fråga ${n}` }));
      road.lookWith({ kind: 'cards', messages: long });

      const { text } = await asa.home();

      expect(text).toContain('Fråga 0');
      expect(text).toContain('Allt får inte plats här.');
    });
  });

  test.each(['event', 'press', 'form'] as const)(
    'a database that says nothing at all keeps no %s from being acknowledged, and all is done when it speaks',
    async (what) => {
      await post();
      const form = what === 'form' ? await asa.press('Fyll i') : undefined;
      entrance = createGate();

      const shown = await (form
        ? asa.fill(form, { light: 'green' })
        : what === 'press'
          ? asa.press('Grön')
          : asa.write('mina', { isMention: true }));
      const before = road.taken.length;
      entrance.open();
      await until(() => road.taken.length === 1);

      expect(shown.text).not.toContain('Something went wrong');
      expect(before).toBe(0);
    },
  );

  test('two people who press at once are told apart', async () => {
    await post();
    road.answerWith(receipt);

    await Promise.all([asa.press('Grön'), cia().press('Grön')]);

    expect(new Set(road.taken.map(({ from }) => from.user)).size).toBe(2);
  });
});
