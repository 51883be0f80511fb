// Does English say everything that Swedish says, and is it English?
import { describe, expect, test } from '@jest/globals';
import { en } from '../../src/text/en.ts';
import { sv } from '../../src/text/sv.ts';
import { textsIn } from '../../src/text/texts.ts';
import { listTexts } from './list-texts.ts';

/** What may be the same in both languages, by its path: names, and words that are spelled alike. */
const alike: readonly string[] = [
  'calls.facts.budget',
  'calls.kronor',
  'chat.commands.plan.words.0',
  'desk.fields.memoText',
  'desk.fields.plan',
  'desk.send.platforms.slack',
  'desk.send.platforms.teams',
  'deskPages.platforms.slack',
  'deskPages.platforms.teams',
  ...['docx', 'xlsx', 'csv', 'json'].map((format) => `deskYear.report.formats.${format}`),
  'plans.form.status',
  'room.page.brand',
  ...['organisation', 'period', 'status', 'version'].map((column) => `reports.columns.${column}`),
  'room.page.otherLanguage',
  'sheets.columns.budget',
  'sheets.columns.person',
  'sheets.columns.plan',
  'slack.wait.title',
  'surveys.words.text',
];

const swedish = listTexts(sv);
const english = listTexts(en);

describe('W3: the two languages', () => {
  test('have the same keys', () => {
    expect([...english.keys()].toSorted()).toEqual([...swedish.keys()].toSorted());
  });

  test('differ in every text', () => {
    const same = [...swedish].filter(([path, text]) => hasWords(text) && english.get(path) === text);

    expect(same.map(([path]) => path).filter((path) => !alike.includes(path))).toEqual([]);
  });

  test('have no Swedish words in the English', () => {
    const left = [...english].filter(([, text]) =>
      /(?<!\p{L})(?:och|är|på|för|att|inte|eller|du)(?!\p{L})/u.test(text),
    );

    expect(left).toEqual([]);
  });

  test('have no empty text and none with space around it', () => {
    const careless = [...swedish, ...english].filter(([, text]) => text.trim() !== text || text === '');

    expect(careless).toEqual([]);
  });

  test('are picked by name', () => {
    expect(textsIn('sv')).toBe(sv);
    expect(textsIn('en')).toBe(en);
  });
});

test('every text is looked at, those that functions make too', () => {
  expect(swedish.get('forms.noIndividuals')).toBe('Skriv inga uppgifter om enskilda personer.');
  expect(swedish.get('forms.personalNumber.inField')).toContain('I fältet "7" står');
  expect(swedish.size).toBeGreaterThan(30);
});

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}
