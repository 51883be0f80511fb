// Are days understood however people write them, and what is unclear not guessed?
import { describe, expect, test } from '@jest/globals';
import { LocalDate } from '../../src/calendar/local-date.ts';
import { formatDays } from '../../src/text/format-days.ts';
import { readDays } from '../../src/text/read-days.ts';

const today = LocalDate.parse('2026-06-20');
const read = (text: string, towards: 'coming' | 'past' = 'coming') => {
  const days = readDays(text, { today, towards });
  return days && `${days.fromOn} ${days.toOn}`;
};

describe('days', () => {
  test.each([
    ['1–15 juli', '2026-07-01 2026-07-15'],
    ['1-15 juli', '2026-07-01 2026-07-15'],
    ['1 – 15 JULI 2027', '2027-07-01 2027-07-15'],
    ['från och med 1 juli till och med 15 juli', '2026-07-01 2026-07-15'],
    ['fr.o.m. 1 juli t.o.m. 15 augusti', '2026-07-01 2026-08-15'],
    ['mellan den 1 och den 15 juli', '2026-07-01 2026-07-15'],
    ['onsdag 1 juli–onsdag 15 juli', '2026-07-01 2026-07-15'],
    ['1/7–15/7', '2026-07-01 2026-07-15'],
    ['1/7 - 15/7 2027', '2027-07-01 2027-07-15'],
    ['2026-07-01 2026-07-15', '2026-07-01 2026-07-15'],
    ['2026-07-01–2026-07-15', '2026-07-01 2026-07-15'],
    ['2026-07-01 till 2026-07-15', '2026-07-01 2026-07-15'],
    ['1 July to 15 July', '2026-07-01 2026-07-15'],
    ['July 1–15', '2026-07-01 2026-07-15'],
    ['from July 1st to August 3rd', '2026-07-01 2026-08-03'],
    ['20 december–6 januari', '2026-12-20 2027-01-06'],
    ['20 dec 2026–6 jan 2027', '2026-12-20 2027-01-06'],
    ['10 juni–25 juni', '2026-06-10 2026-06-25'],
    ['1–15 mars', '2027-03-01 2027-03-15'],
    ['till 15 juli', '2026-06-20 2026-07-15'],
    ['i dag – i morgon', '2026-06-20 2026-06-21'],
    ['i morgon', '2026-06-21 2026-06-21'],
    ['3 juli', '2026-07-03 2026-07-03'],
    ['den 3:e juli', '2026-07-03 2026-07-03'],
    ['juli', '2026-07-01 2026-07-31'],
    ['hela juli', '2026-07-01 2026-07-31'],
    ['vecka 28', '2026-07-06 2026-07-12'],
    ['v. 28–30', '2026-07-06 2026-07-26'],
    ['vecka 53', '2026-12-28 2027-01-03'],
  ])('"%s" are understood', (text, days) => {
    expect(read(text)).toBe(days);
  });

  test.each([
    '',
    'Karin',
    '15–1 juli',
    '31 juni',
    '30 februari–2 mars',
    '2026-02-30',
    '1',
    '1–15',
    'vecka 54',
    '1/13',
    'x – y',
    '1 - 2 - 3 juli',
  ])('"%s" are not', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('that have been are meant where the past is asked about', () => {
    expect(read('1 mars', 'past')).toBe('2026-03-01 2026-03-01');
    expect(read('1 september', 'past')).toBe('2025-09-01 2025-09-01');
    expect(read('2024-03-01', 'past')).toBe('2024-03-01 2024-03-01');
  });

  test.each([
    ['2026-07-01', '2026-07-15', '1–15 juli'],
    ['2026-07-01', '2026-08-15', '1 juli–15 augusti'],
    ['2026-12-20', '2027-01-06', '20 december–6 januari 2027'],
    ['2027-02-01', '2027-03-06', '1 februari–6 mars 2027'],
    ['2026-07-01', '2026-07-01', '1 juli'],
  ])('from %s to %s are written %s, and read again', (fromOn, toOn, words) => {
    const days = { fromOn: LocalDate.parse(fromOn), toOn: LocalDate.parse(toOn) };

    expect(formatDays(days, 'sv', today)).toBe(words);
    expect(read(words)).toBe(`${fromOn} ${toOn}`);
  });
});
