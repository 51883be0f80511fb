// How does a message look as an Adaptive Card, and does a form ask for everything in a way that Teams shows?
import { describe, expect, test } from '@jest/globals';
import { PromptId } from '../../../src/ids.ts';
import type { Form } from '../../../src/message/form.ts';
import type { Button, Message } from '../../../src/message/message.ts';
import type { PromptView } from '../../../src/platform.ts';
import { composeCard } from '../../../src/platforms/teams/teams-card.ts';
import { readCardData } from '../../../src/platforms/teams/teams-data.ts';
import { composeForm } from '../../../src/platforms/teams/teams-dialog.ts';
import { splitMessage } from '../../../src/platforms/teams/teams-split.ts';
import { composeView } from '../../../src/platforms/teams/teams-view.ts';
import { checkCard } from '../../fake/card-check.ts';
import { viewCard } from '../../fake/card-view.ts';

const promptId = PromptId.parse('0197d0c4-1111-7000-8000-000000000001');
const nonce = '0197d0c4-2222-4000-8000-000000000001';

const form: Form = {
  fields: [
    { kind: 'light', key: 'light', label: 'Läge', required: true },
    {
      kind: 'text',
      key: 'comment',
      label: 'Kommentar',
      noun: 'en kommentar',
      required: { field: 'light', isOneOf: ['yellow', 'red'] },
      maxLength: 500,
      isLong: true,
    },
    { kind: 'choice', key: 'way', label: 'Hur', required: false, options: [{ value: 'a', label: 'A' }] },
    {
      kind: 'choices',
      key: 'ways',
      label: 'Vilka',
      required: false,
      options: [
        { value: 'a,b', label: 'A och B' },
        { value: 'c%', label: 'C' },
      ],
    },
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
    { kind: 'date', key: 'by', label: 'Senast', required: false, shownWhen: { field: 'light', isOneOf: ['red'] } },
    {
      kind: 'municipality',
      key: 'town',
      label: 'Kommun',
      required: false,
      options: [{ value: '1080', label: 'Karlskrona' }],
    },
    { kind: 'person', key: 'who', label: 'Vem', required: false, options: [{ value: 'p1', label: 'Åsa Berg' }] },
  ],
};

const message: Message = {
  language: 'sv',
  title: 'Avstämning _mars_',
  parts: [{ kind: 'text', text: 'En *rad*\n- och en till &amp; [mer](x)' }],
  buttons: [
    { kind: 'answer', label: 'Gul', light: 'yellow', promptId, answers: { light: 'yellow' } },
    { kind: 'repeat', label: 'Ingen förändring', promptId },
    { kind: 'link', label: 'Läs mer', url: 'https://example.org' },
  ],
  question: { promptId, form },
};

describe('a card', () => {
  test('shows marks as they are written', () => {
    const { text } = viewCard(composeCard(message));

    expect(text).toContain('Avstämning _mars_');
    expect(text).toContain('En *rad*');
    expect(text).toContain('- och en till &amp; [mer](x)');
  });

  test('tells a light by its shape and its word', () => {
    expect(viewCard(composeCard(message)).actions[0]?.title).toBe('▲ Gul');
  });

  test('that asks is shown to each with their own answer, one that tells is not', () => {
    const { question: _, ...telling } = message;

    expect(viewCard(composeCard(message, { isPersonal: true })).refresh?.action.verb).toBe('view');
    expect(viewCard(composeCard(telling, { isPersonal: true })).refresh).toBeUndefined();
  });

  test('with more buttons than Teams shows in a row has more rows', () => {
    const buttons = Array.from({ length: 15 }, (_, n): Button => ({ kind: 'fill', label: `Fråga ${n}`, promptId }));

    const card = composeCard({ ...message, buttons });

    expect(viewCard(card).actions).toHaveLength(15);
    expect(checkCard(card)).toEqual([]);
  });

  test('draws how far it has come, also when nobody or everybody has answered', () => {
    for (const answered of [0, 4, 15]) {
      const card = composeCard({
        ...message,
        parts: [{ kind: 'progress', text: 'Så här långt', answered, asked: 15 }],
      });
      expect(checkCard(card)).toEqual([]);
    }
  });
});

describe('a card as one person sees it', () => {
  const view: PromptView = { promptId, state: 'open', values: {}, basedOn: 0, canRepeat: false };
  const titles = (seen: PromptView) => viewCard(composeView(message, seen)).actions.map(({ title }) => title);

  test('offers what they can do', () => {
    expect(titles(view)).toEqual(['▲ Gul', 'Läs mer']);
    expect(titles({ ...view, canRepeat: true })).toEqual(['▲ Gul', 'Ingen förändring', 'Läs mer']);
    expect(titles({ ...view, state: 'closed' })).toEqual(['Läs mer']);
    expect(titles({ ...view, state: 'not-asked' })).toEqual(['Läs mer']);
  });

  test('that is over still shows what they answered, and offers nothing', () => {
    const { question: _, ...rest } = message;
    const over = { ...rest, buttons: [], past: { promptId } };
    const status = 'Ditt svar: ▲ Gul';

    const shared = viewCard(composeCard(over, { isPersonal: true }));
    const seen = viewCard(composeView(over, { ...view, state: 'closed', status }));

    expect(shared.refresh?.action.data).toMatchObject({ act: 'view', promptIds: [promptId] });
    expect(seen.text).toContain(status);
    expect(seen.actions).toEqual([]);
  });

  test('says what they have answered, and lets them change it', () => {
    const status = 'Ditt svar: ▲ Gul';

    const seen = viewCard(composeView(message, { ...view, state: 'answered', status }));

    expect(seen.text).toContain(status);
    expect(seen.actions.map(({ title }) => title)).toEqual(['Ändra svaret', 'Läs mer']);
  });
});

describe('a form', () => {
  const shown = { kind: 'form', promptId, language: 'sv', title: 'Avstämning', form, values: {}, basedOn: 2 } as const;
  const draw = (isDialog: boolean) => composeForm({ shown, nonce, isDialog });

  test.each([true, false])('of every kind of field is a card without findings (in a dialog: %s)', (isDialog) => {
    const card = draw(isDialog);

    expect(checkCard(card)).toEqual([]);
    expect(viewCard(card).inputs.map(({ id }) => id)).toEqual(form.fields.map(({ key }) => key));
  });

  test('says in words when a field is to be filled in', () => {
    const { text } = viewCard(draw(true));

    expect(text).toContain('Behövs om du svarar ▲ Gul eller ■ Röd på ”Läge”.');
    expect(text).toContain('Fyll bara i om du svarar ■ Röd på ”Läge”.');
  });

  test('keeps what was typed, with what is wrong before its field', () => {
    const values = { comment: 'En halv mening', places: 'fem', ways: ['a,b', 'c%'], by: 'i morgon' };
    const faults = [{ field: 'places', message: 'Det här är inget heltal.' }];

    const card = composeForm({
      shown: { ...shown, kind: 'faults', values, faults, text: 'Svaret är inte sparat.' },
      nonce,
      isDialog: true,
    });

    const { inputs, text } = viewCard(card);
    const readValue = (id: string) => inputs.find((input) => input.id === id)?.value;
    expect(['comment', 'places', 'ways', 'by'].map(readValue)).toEqual(['En halv mening', 'fem', 'a%2Cb,c%25', '']);
    expect(text.indexOf('Det här är inget heltal.')).toBeLessThan(text.indexOf('Platser (platser)'));
    expect(text).toContain('Svaret är inte sparat.');
  });

  test('comes back as it was filled in', () => {
    const [send] = viewCard(draw(true)).actions;

    const sent = readCardData({ ...send?.data, light: 'red', ways: 'a%2Cb,c%25', grade: 3, msteams: { type: 'x' } });

    expect(sent).toMatchObject({
      act: 'submit',
      promptId,
      basedOn: 2,
      nonce,
      entries: { light: 'red', ways: ['a,b', 'c%'], grade: '3' },
    });
  });

  test.each([
    undefined,
    null,
    'x',
    7,
    {},
    { act: 'other' },
    { act: 'answer', promptId: 'x', answers: {} },
    { _form: {} },
  ])('is not made of what is not ours: %j', (data) => {
    expect(readCardData(data)).toBeUndefined();
  });
});

describe('a message in several posts', () => {
  const long: Message = {
    ...message,
    parts: [{ kind: 'facts', facts: Array.from({ length: 50 }, (_, n) => ({ label: `L${n}`, value: `V${n}` })) }],
  };
  const fits = (part: Message) => JSON.stringify(part.parts).length < 400;

  test('leaves nothing out, and asks once, in the last', () => {
    const posts = splitMessage(long, fits);

    const facts = posts.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'facts' ? part.facts : [])));
    expect(posts.map(({ title }) => title)).toEqual(posts.map((_, n) => `${long.title} (${n + 1} av ${posts.length})`));
    expect(facts).toHaveLength(50);
    expect(posts.map(({ buttons }) => buttons.length)).toEqual([...posts.slice(1).map(() => 0), 3]);
    expect(posts.filter(({ question }) => question)).toEqual([posts.at(-1)]);
  });

  test('is refused where a part cannot be divided', () => {
    const text = { ...message, parts: [{ kind: 'text' as const, text: 'å'.repeat(500) }] };

    expect(() => splitMessage(text, fits)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
