// How does a message look as Block Kit, and does a modal ask for everything in a way that Slack shows?
import { describe, expect, test } from '@jest/globals';
import { PlatformError } from '../../../src/errors.ts';
import type { Form, Option } from '../../../src/message/form.ts';
import type { Button, Message } from '../../../src/message/message.ts';
import { toPlainText } from '../../../src/message/plain-text.ts';
import type { PromptView } from '../../../src/platform.ts';
import { composeCard } from '../../../src/platforms/slack/slack-card.ts';
import { composeContent, composeContents } from '../../../src/platforms/slack/slack-compose.ts';
import { readData } from '../../../src/platforms/slack/slack-data.ts';
import { unescapeText } from '../../../src/platforms/slack/slack-escape.ts';
import { composeForm } from '../../../src/platforms/slack/slack-modal.ts';
import { composeStanding } from '../../../src/platforms/slack/slack-view.ts';
import { promptId, question } from '../../contract/asked-messages.ts';
import { checkBlocks, checkView } from '../../fake/slack-block-check.ts';
import { type SeenInput, viewBlocks } from '../../fake/slack-block-view.ts';

const options = (count: number, label = 'Val'): readonly Option[] =>
  Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: `${label} ${n}` }));

const form: Form = {
  fields: [
    { kind: 'light', key: 'light', label: 'Läge', required: true },
    {
      kind: 'text',
      key: 'comment',
      label: 'Kommentar',
      required: { field: 'light', isOneOf: ['yellow', 'red'] },
      maxLength: 500,
      isLong: true,
    },
    { kind: 'choice', key: 'few', label: 'Hur', required: false, options: options(10) },
    { kind: 'choice', key: 'many', label: 'Hur många', required: false, options: options(11) },
    { kind: 'choices', key: 'ways', label: 'Vilka', required: false, options: options(3) },
    { kind: 'choices', key: 'all', label: 'Alla', required: false, options: options(12) },
    {
      kind: 'scale',
      key: 'grade',
      label: 'Betyg',
      required: false,
      from: 1,
      to: 5,
      fromLabel: 'lågt',
      toLabel: 'högt',
    },
    { kind: 'number', key: 'places', label: 'Platser', required: false, isWhole: true, unit: 'platser', min: 0 },
    { kind: 'date', key: 'by', label: 'Senast', required: true, shownWhen: { field: 'light', isOneOf: ['red'] } },
    { kind: 'municipality', key: 'town', label: 'Kommun', required: false, options: options(290, 'Kommun') },
    { kind: 'person', key: 'who', label: 'Vem', required: false, options: options(1, 'Person') },
  ],
};

const message: Message = {
  language: 'sv',
  title: 'Avstämning _mars_',
  parts: [{ kind: 'text', text: 'En *rad*\n- och en till &amp; <!channel> :tada:' }],
  buttons: [
    { kind: 'answer', label: 'Grön', light: 'green', promptId, answers: { light: 'green' } },
    { kind: 'answer', label: 'Röd', light: 'red', promptId, answers: { light: 'red' } },
    { kind: 'repeat', label: 'Ingen förändring', promptId },
    { kind: 'link', label: 'Läs mer', url: 'https://example.org' },
  ],
  question: { promptId, form },
};

describe('a post', () => {
  test('of every kind of part and button is as Slack takes it', () => {
    for (const each of [message, question])
      expect(checkBlocks(composeCard(each, { isShared: true }), 'message')).toEqual([]);
  });

  test('shows marks as they are written, and calls nobody', () => {
    const { blocks, text } = composeContent(message);

    expect(viewBlocks(blocks).text).toContain('En *rad*\n- och en till &amp; <!channel> :tada:');
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
    expect(text).toContain('&lt;!channel&gt;');
    expect(text).not.toContain('<');
  });

  test('says the same in words, for notifications and screen readers', () => {
    const { blocks, text } = composeContent(question);

    expect(unescapeText(text)).toBe(toPlainText(question));
    for (const line of toPlainText({ ...question, buttons: [] }).split('\n')) {
      expect(viewBlocks(blocks).text).toContain(line.replace(/^- /, ''));
    }
  });

  test('tells a light by its shape and its word, with a hint of colour', () => {
    const [green, red] = viewBlocks(composeCard(message)).buttons;

    expect([green?.label, red?.label]).toEqual(['● Grön', '■ Röd']);
    expect(JSON.stringify(composeCard(message)).match(/"style":"\w+"/g)).toEqual([
      '"style":"primary"',
      '"style":"danger"',
    ]);
  });

  test('that asks lets everybody see their own answer, one that tells does not', () => {
    const { question: _, ...telling } = message;
    const labels = (of: Message) => viewBlocks(composeCard(of, { isShared: true })).buttons.map(({ label }) => label);

    expect(labels(message)).toContain('Mitt svar');
    expect(labels(telling)).not.toContain('Mitt svar');
  });

  test('with more buttons than Slack shows in a row has more rows', () => {
    const buttons = Array.from({ length: 60 }, (_, n): Button => ({ kind: 'fill', label: `Fråga ${n}`, promptId }));

    const blocks = composeCard({ ...message, buttons });

    expect(viewBlocks(blocks).buttons).toHaveLength(60);
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });

  test('with words that are too long for a button shows them whole beside it', () => {
    const label = `Avstämning mars: ${'språkstöd på arbetsplatsen '.repeat(4)}`;

    const blocks = composeCard({ ...message, buttons: [{ kind: 'fill', label, promptId }] });

    expect(viewBlocks(blocks).text).toContain(label);
    expect(viewBlocks(blocks).buttons).toHaveLength(1);
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });

  test('with a title that is too long for a heading shows it whole', () => {
    const title = 'Språkstöd '.repeat(30).trim();

    const blocks = composeCard({ ...message, title });

    expect(viewBlocks(blocks).text).toContain(title);
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });

  test('is refused where a part cannot be divided, and where an address is too long', () => {
    const text: Message = { ...message, parts: [{ kind: 'text', text: 'å'.repeat(3_001) }] };
    const link: Message = {
      ...message,
      buttons: [{ kind: 'link', label: 'Läs', url: `https://example.org/${'a'.repeat(3_000)}` }],
    };

    for (const each of [text, link]) {
      expect(() => composeContents(each)).toThrow(expect.objectContaining({ code: 'too-large', verdict: 'permanent' }));
    }
  });
});

describe('where a question stands for one person', () => {
  const view: PromptView = { promptId, state: 'open', values: {}, basedOn: 0, canRepeat: false };
  const seen = (of: Partial<PromptView>) => viewBlocks(composeCard(composeStanding(message, { ...view, ...of })));
  const labels = (of: Partial<PromptView>) => seen(of).buttons.map(({ label }) => label);

  test('is told with what they can do', () => {
    expect(labels({})).toEqual(['● Grön', '■ Röd']);
    expect(labels({ canRepeat: true })).toEqual(['● Grön', '■ Röd', 'Ingen förändring']);
    expect(labels({ state: 'answered', status: 'Ditt svar: ▲ Gul' })).toEqual(['Ändra svaret']);
    expect(labels({ state: 'closed' })).toEqual([]);
    expect(labels({ state: 'not-asked' })).toEqual([]);
  });

  test('is told in words', () => {
    expect(seen({ state: 'answered', status: 'Ditt svar: ▲ Gul' }).text).toContain('Ditt svar: ▲ Gul');
    expect(seen({}).text).toContain('Du har inte svarat än.');
    expect(seen({ state: 'closed' }).text).toContain('Frågan är stängd.');
    expect(seen({ state: 'not-asked' }).text).toContain('Frågan är inte ställd till dig.');
  });
});

describe('a modal', () => {
  const shown = { kind: 'form', language: 'sv', promptId, title: 'Avstämning', form, values: {}, basedOn: 2 } as const;
  const draw = (values: Readonly<Record<string, string | readonly string[]>> = {}, title: string = shown.title) =>
    composeForm({ shown: { ...shown, title, values } });
  const inputs = (...of: Parameters<typeof draw>): readonly SeenInput[] => viewBlocks(draw(...of).blocks).inputs;
  const find = (key: string, ...of: Parameters<typeof draw>) => inputs(...of).find((input) => input.key === key);

  test('of every kind of field is as Slack takes it', () => {
    expect(checkView(draw({ light: 'red' }))).toEqual([]);
    expect(inputs({ light: 'red' }).map(({ key }) => key)).toEqual(form.fields.map(({ key }) => key));
  });

  test('shows a question only where the one that it hangs on is answered so', () => {
    expect(find('by')).toBeUndefined();
    expect(find('by', { light: 'red' })).toMatchObject({ type: 'datepicker', isRequired: true });
  });

  test('asks for what is needed as it is answered, and follows where a question decides', () => {
    expect(find('comment')).toMatchObject({ isRequired: false });
    expect(find('comment', { light: 'yellow' })).toMatchObject({ isRequired: true });
    expect(find('light')).toMatchObject({ dispatches: true, isRequired: true });
    expect(find('comment')).toMatchObject({ dispatches: false });
  });

  test('offers few choices open, and many in a menu, parted where they are too many for one', () => {
    expect(find('few')?.type).toBe('radio_buttons');
    expect(find('many')?.type).toBe('static_select');
    expect(find('ways')?.type).toBe('checkboxes');
    expect(find('all')?.type).toBe('multi_static_select');
    expect(find('town')?.options.size).toBe(290);
  });

  test('keeps what was typed', () => {
    const values = { comment: 'En halv mening', places: 'fem', ways: ['v0', 'v2'], many: 'v3', light: 'yellow' };

    const filled = inputs(values);

    const initial = Object.fromEntries(filled.map((input) => [input.key, input.initial]));
    expect(initial).toMatchObject(values);
    expect(checkView(draw(values))).toEqual([]);
  });

  test('never cuts its title: a long one stands whole within it', () => {
    const title = 'Avstämning mars: Språkstöd på arbetsplatsen';

    const view = draw({}, title);

    expect(viewBlocks(view.blocks).text).toContain(title);
    expect(checkView(view)).toEqual([]);
  });

  test('shows choices whole that are too long for an option', () => {
    const long = {
      kind: 'choice',
      key: 'way',
      label: 'Hur',
      required: false,
      options: options(2, 'ett långt svar '.repeat(8)),
    } as const;

    const view = composeForm({ shown: { ...shown, form: { fields: [long] } } });

    for (const { label } of long.options) expect(viewBlocks(view.blocks).text).toContain(label);
    expect(checkView(view)).toEqual([]);
  });

  test('that is too large is refused', () => {
    const fields = Array.from({ length: 101 }, (_, n) => ({
      kind: 'text' as const,
      key: `f${n}`,
      label: 'Fråga',
      required: false,
      maxLength: 10,
      isLong: false,
    }));

    expect(() => composeForm({ shown: { ...shown, form: { fields } } })).toThrow(PlatformError);
  });
});

describe('a button', () => {
  test.each([undefined, '', 'x', '7', '{}', '{"act":"other"}', '{"act":"answer","promptId":"x","answers":{}}'])(
    'that is not ours is none: %j',
    (value) => {
      expect(readData(value)).toBeUndefined();
    },
  );
});
