// Is every personal number stopped, and how often is something else?
import { describe, expect, test } from '@jest/globals';
import { findPersonalNumber, findPersonalNumberIn, hasPersonalNumber } from '../../src/message/personal-number.ts';
import {
  createDice,
  type Dice,
  doubtful,
  findCheckDigit,
  innocents,
  rollPersonalNumber,
  writeAround,
  writePersonalNumber,
} from './numbers.ts';

const many = 10_000;

// Numbers that Skatteverket prints as examples or that are made up: 701063-2391 is its samordningsnummer.
const same = '811218-9876';

describe('a personal number', () => {
  test.each([
    same,
    '8112189876',
    '198112189876',
    '19811218-9876',
    '811218+9876',
    '811218 9876',
    '19 81 12 18 98 76',
    '1981-12-18-9876',
    '1981.12.18.9876',
    '81 12 18 - 9876',
    '811218–9876',
    '811218\u00a09876',
    '811218\u00ad9876',
    '811218-\n9876',
    '811218-\r\n9876',
    '811218\u00009876',
    '8 1 1 2 1 8 9 8 7 6',
    '٨١١٢١٨-٩٨٧٦',
    '８１１２１８－９８７６',
    '1981-12-189876',
    '701063-2391',
    '19701063-2391',
    'Eleven(811218-9876)kom',
    'pnr811218-9876.',
    'möte 2024-03-20 811218-9876',
  ])('is stopped as %j', (text) => {
    expect(hasPersonalNumber(text)).toBe(true);
  });

  test('is found where it stands', () => {
    const text = 'Eleven 𝟠𝟙𝟙𝟚𝟙𝟠-𝟡𝟠𝟟𝟞 kom sent';

    const found = findPersonalNumber(text);

    expect(text.slice(found?.start, found?.end)).toBe('𝟠𝟙𝟙𝟚𝟙𝟠-𝟡𝟠𝟟𝟞');
  });

  test('is stopped in each of 10,000 ways to write one', () => {
    const dice = createDice(12);

    const texts = Array.from({ length: many }, () => {
      const written = writePersonalNumber(dice, rollPersonalNumber(dice));
      return writeAround(dice, written);
    });

    const missed = texts.filter((text) => !hasPersonalNumber(text));
    expect({ missed: missed.length, such: missed.slice(0, 10) }).toEqual({ missed: 0, such: [] });
  });

  test('is a samordningsnummer also where month or day of birth is not known', () => {
    for (const date of ['850060', '850360', '850091']) {
      expect(hasPersonalNumber(`${date}-123${findCheckDigit(`${date}123`)}`)).toBe(true);
    }
  });
});

describe('what is nobody’s number', () => {
  test.each([
    ['the check digit is wrong', '811218-9875'],
    ['there is no such day', `810230-123${findCheckDigit('810230123')}`],
    ['there is no such month', `811318-123${findCheckDigit('811318123')}`],
    ['the century is wrong', `17811218-9876`],
    ['000 is given to nobody', `811218-000${findCheckDigit('811218000')}`],
    ['it is part of a longer number', '1238112189876'],
    ['a reference', '1539-2023-1'],
    ['a reference', '851-1234-2024'],
    ['a phone number', '010-225 45 36'],
    ['a phone number', '+46 70 123 45 67'],
    ['a date', '2019-03-20'],
    ['a range of dates', '20190320–20190510'],
    ['the number of an organisation', '212000-2510'],
    ['lines of a table', '811218\n9876'],
  ])('passes: %s (%j)', (_why, text) => {
    expect(hasPersonalNumber(text)).toBe(false);
  });

  test('29 February passes only in years that have one', () => {
    const write = (date: string) => `${date}-123${findCheckDigit(`${date}123`)}`;

    expect(hasPersonalNumber(write('040229'))).toBe(true);
    expect(hasPersonalNumber(write('050229'))).toBe(false);
  });

  test('is stopped less than once in 1,000 times, of what people write in comments', () => {
    const rates = measure(innocents, 2_000);

    report('False alarms on what people write', rates);
    expect(sum(rates.map(({ texts }) => texts))).toBeGreaterThanOrEqual(many);
    expect(sum(rates.map(({ stopped }) => stopped))).toBeLessThan(many / 1_000);
  });

  test('is stopped at most once in ten times where its digits, in one piece, are a date by chance', () => {
    const rates = measure(doubtful, many);

    report('False alarms on what cannot be told apart', rates);
    expect(Math.max(...rates.map(({ stopped, texts }) => stopped / texts))).toBeLessThan(0.11);
  });
});

test('the field with a personal number is named, whatever kind of entry it has', () => {
  expect(findPersonalNumberIn({ comment: 'Allt väl', topics: ['a', `om ${same}`] })).toBe('topics');
  expect(findPersonalNumberIn({ comment: same, action: same })).toBe('comment');
  expect(findPersonalNumberIn({ amount: 8_112_189_876 })).toBe('amount');
  expect(findPersonalNumberIn({ comment: '12 platser', topics: [] })).toBeUndefined();
});

test('a long text of nothing but digits and dashes is read in a blink', () => {
  const text = '81 12-'.repeat(20_000);

  const started = performance.now();
  hasPersonalNumber(text);

  expect(performance.now() - started).toBeLessThan(2_000);
});

interface Rate {
  readonly kind: string;
  readonly stopped: number;
  readonly texts: number;
}

function measure(kinds: Readonly<Record<string, (dice: Dice) => string>>, count: number): readonly Rate[] {
  const dice = createDice(2026);
  return Object.entries(kinds).map(([kind, write]) => {
    const texts = Array.from({ length: count }, () => write(dice));
    return { kind, stopped: texts.filter(hasPersonalNumber).length, texts: count };
  });
}

function report(title: string, rates: readonly Rate[]): void {
  const total = {
    kind: 'all',
    stopped: sum(rates.map(({ stopped }) => stopped)),
    texts: sum(rates.map(({ texts }) => texts)),
  };
  const lines = [...rates, total].map(
    ({ kind, stopped, texts }) => `${((100 * stopped) / texts).toFixed(2).padStart(6)} %  ${stopped}/${texts}  ${kind}`,
  );
  process.stdout.write(`${title}\n${lines.join('\n')}\n`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
