// Does the plain text say all that a rendering shows?
import { expect, test } from '@jest/globals';
import { PromptId } from '../../src/ids.ts';
import { labelButton } from '../../src/message/label-button.ts';
import { Message, type Part } from '../../src/message/message.ts';
import { toPlainText } from '../../src/message/plain-text.ts';
import { checkIn } from './forms.ts';

const promptId = PromptId.parse('5f0c8d7e-2b1a-4c3d-8e9f-001122334455');

const call: Message = {
  language: 'sv',
  title: 'Tidiga insatser för asylsökande: 14 dagar kvar att söka',
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Sista ansökningsdag', value: 'onsdag 20 mars 2019' },
        { label: 'Vem kan söka', value: 'kommuner, civilsamhällets organisationer' },
      ],
    },
    { kind: 'list', title: 'Till vad', items: ['hälsa', 'svenska språket'] },
    { kind: 'progress', text: '4 av 15 kommuner har svarat', answered: 4, asked: 15 },
  ],
  buttons: [
    { kind: 'answer', label: 'Vi tänker söka', promptId, answers: { applies: 'yes' } },
    { kind: 'link', label: 'Läs utlysningen', url: 'https://www.lansstyrelsen.se/vasterbotten?id=1&v=2' },
    { kind: 'answer', label: 'Vi söker inte', promptId, answers: { applies: 'no' } },
  ],
};

const avstamning: Message = {
  language: 'sv',
  title: 'Avstämning mars: Språkstöd på arbetsplatsen',
  parts: [
    { kind: 'notice', text: 'Ny sista svarsdag: fredag 28 mars (tidigare 21 mars).', tone: 'warning' },
    { kind: 'text', text: 'Mål: Alla får rätt förutsättningar.\nFörra gången: ▲ Gul, två platser saknades' },
    { kind: 'list', items: ['Karlshamns kommun', 'Ronneby kommun'] },
    { kind: 'note', text: 'Skriv inga uppgifter om enskilda personer.' },
  ],
  buttons: [
    { kind: 'answer', label: 'Grön', promptId, answers: { light: 'green' }, light: 'green' },
    { kind: 'answer', label: '▲ Gul', promptId, answers: { light: 'yellow' }, light: 'yellow' },
    { kind: 'fill', label: 'Svara nu', promptId },
    { kind: 'repeat', label: 'Ingen förändring', promptId },
  ],
  question: { promptId, form: checkIn },
};

test('a grant call reads in full where nothing can be pressed', () => {
  expect(toPlainText(Message.parse(call))).toBe(`Tidiga insatser för asylsökande: 14 dagar kvar att söka

Sista ansökningsdag: onsdag 20 mars 2019
Vem kan söka: kommuner, civilsamhällets organisationer

Till vad
- hälsa
- svenska språket

4 av 15 kommuner har svarat

[Vi tänker söka] [Vi söker inte]

Läs utlysningen: https://www.lansstyrelsen.se/vasterbotten?id=1&v=2`);
});

test('a check-in shows its lights as shape and word', () => {
  expect(toPlainText(Message.parse(avstamning))).toBe(`Avstämning mars: Språkstöd på arbetsplatsen

Ny sista svarsdag: fredag 28 mars (tidigare 21 mars).

Mål: Alla får rätt förutsättningar.
Förra gången: ▲ Gul, två platser saknades

- Karlshamns kommun
- Ronneby kommun

Skriv inga uppgifter om enskilda personer.

[● Grön] [▲ Gul] [Svara nu] [Ingen förändring]`);
});

test('a message that only tells ends with what it tells', () => {
  const message: Message = { language: 'en', title: 'The meeting is cancelled', parts: [], buttons: [] };

  expect(toPlainText(message)).toBe('The meeting is cancelled');
});

test('every text, label and address of a message is in its plain text', () => {
  for (const message of [call, avstamning]) {
    const plain = toPlainText(message);

    for (const shown of [message.title, ...message.parts.flatMap(listTexts), ...message.buttons.flatMap(listWords)]) {
      expect(plain).toContain(shown);
    }
  }
});

test('a kind of part that nobody wrote is an error, not a silence', () => {
  const message = { ...call, parts: [JSON.parse('{"kind":"picture"}')] };

  expect(() => toPlainText(message)).toThrow('No plain text for {"kind":"picture"}');
});

test('a button with a light is labelled with its shape, once', () => {
  expect(avstamning.buttons.map((button) => labelButton(button, 'sv'))).toEqual([
    '● Grön',
    '▲ Gul',
    'Svara nu',
    'Ingen förändring',
  ]);
});

function listTexts(part: Part): readonly string[] {
  if (part.kind === 'facts') return part.facts.flatMap(({ label, value }) => [label, value]);
  if (part.kind === 'list') return [...(part.title === undefined ? [] : [part.title]), ...part.items];
  return [part.text];
}

function listWords(button: Message['buttons'][number]): readonly string[] {
  return button.kind === 'link' ? [button.label, button.url] : [button.label];
}
