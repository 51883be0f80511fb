// Are dates, times, numbers and lists written as people write them?
import { describe, expect, test } from '@jest/globals';
import { addDays, LocalDate, LocalTime } from '../../src/calendar/local-date.ts';
import { ZoneName } from '../../src/calendar/zone.ts';
import {
  compareText,
  formatCount,
  formatDate,
  formatDateTime,
  formatDay,
  formatInstant,
  formatList,
  formatMonth,
  formatNumber,
  formatTime,
  formatTimeSpan,
} from '../../src/text/format.ts';

const day = (text: string) => LocalDate.parse(text);
const time = (text: string) => LocalTime.parse(text);
const stockholm = ZoneName.parse('Europe/Stockholm');
const today = day('2019-03-06');

describe('a date', () => {
  test('is said with its weekday, and its year when it is not this one', () => {
    expect(formatDate(day('2019-03-20'), 'sv', today)).toBe('onsdag 20 mars');
    expect(formatDate(day('2019-03-20'), 'en', today)).toBe('Wednesday 20 March');
    expect(formatDate(day('2020-01-01'), 'sv', today)).toBe('onsdag 1 januari 2020');
    expect(formatDate(day('2018-12-31'), 'en', today)).toBe('Monday 31 December 2018');
  });

  test('is said with its year where nobody told which year it is', () => {
    expect(formatDate(day('2019-03-20'), 'sv')).toBe('onsdag 20 mars 2019');
  });

  test('is said shorter the second time', () => {
    expect(formatDay(day('2019-03-28'), 'sv', today)).toBe('28 mars');
    expect(formatDay(day('2021-03-28'), 'sv', today)).toBe('28 mars 2021');
    expect(formatMonth(day('2019-12-01'), 'sv')).toBe('december');
    expect(formatMonth(day('2019-05-01'), 'en')).toBe('May');
  });

  test.each([
    ['sv', 'sv-SE'],
    ['en', 'en-GB'],
  ] as const)('has the same names in %s as Unicode gives them, on every day of two years', (language, locale) => {
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });

    for (let n = 0; n < 731; n += 1) {
      const date = addDays(day('2024-01-01'), n);
      const words = [
        weekday.format(new Date(date)),
        Number(date.slice(8)),
        month.format(new Date(date)),
        date.slice(0, 4),
      ];
      expect(formatDate(date, language)).toBe(words.join(' '));
    }
  });
});

describe('a time', () => {
  test('is said as the language says it', () => {
    expect(formatTime(time('09:00'), 'sv')).toBe('kl. 9.00');
    expect(formatTime(time('09:00'), 'en')).toBe('9:00');
    expect(formatTime(time('00:05'), 'sv')).toBe('kl. 0.05');
    expect(formatTimeSpan(time('13:00'), time('15:00'), 'sv')).toBe('kl. 13.00–15.00');
    expect(formatTimeSpan(time('13:00'), time('15:00'), 'en')).toBe('13:00–15:00');
  });

  test('follows its date', () => {
    const moment = { date: day('2019-03-20'), time: time('09:00') };

    expect(formatDateTime(moment, 'sv', today)).toBe('onsdag 20 mars kl. 9.00');
    expect(formatDateTime(moment, 'en', today)).toBe('Wednesday 20 March at 9:00');
  });

  test('of an instant is that of the place, on the day of the place', () => {
    const lateInJune = new Date('2019-06-30T22:30:00Z');

    expect(formatInstant(lateInJune, stockholm, 'sv', today)).toBe('måndag 1 juli kl. 0.30');
    expect(formatInstant(lateInJune, ZoneName.parse('Europe/London'), 'sv', today)).toBe('söndag 30 juni kl. 23.30');
    expect(formatInstant(new Date('2018-12-31T23:30:00Z'), stockholm, 'sv', today)).toBe('tisdag 1 januari kl. 0.30');
  });
});

test('a list ends with "och"', () => {
  expect(formatList([], 'sv')).toBe('');
  expect(formatList(['Umeå'], 'sv')).toBe('Umeå');
  expect(formatList(['Umeå', 'Växjö'], 'sv')).toBe('Umeå och Växjö');
  expect(formatList(['Umeå', 'Växjö', 'Åsele'], 'sv')).toBe('Umeå, Växjö och Åsele');
  expect(formatList(['Umeå', 'Växjö', 'Åsele'], 'en')).toBe('Umeå, Växjö and Åsele');
});

test('one is one and all else is many', () => {
  expect([0, 1, 2].map((count) => formatCount(count, 'dag', 'dagar'))).toEqual(['0 dagar', '1 dag', '2 dagar']);
});

test('a number has the decimal mark of its language, and groups from five digits on', () => {
  expect([2480, 12_500, 1_200_000, -12_500, 12.5, -0.125].map((number) => formatNumber(number, 'sv'))).toEqual([
    '2480',
    '12\u00a0500',
    '1\u00a0200\u00a0000',
    '-12\u00a0500',
    '12,5',
    '-0,125',
  ]);
  expect(formatNumber(12_500.5, 'en')).toBe('12\u00a0500.5');
});

test('Swedish names are sorted with å ä ö last, whatever their case, and numbers by what they are worth', () => {
  const names = [
    'Östersund',
    'Åsele',
    'Område 10',
    'Älvsbyn',
    'umeå',
    'Område 2',
    'Arvidsjaur',
    'Vännäs',
    'Ånge',
    'Zinkgruvan',
  ];

  expect(names.toSorted((a, b) => compareText(a, b, 'sv'))).toEqual([
    'Arvidsjaur',
    'Område 2',
    'Område 10',
    'umeå',
    'Vännäs',
    'Zinkgruvan',
    'Ånge',
    'Åsele',
    'Älvsbyn',
    'Östersund',
  ]);
  expect(['Östersund', 'Umeå'].toSorted((a, b) => compareText(a, b, 'en'))).toEqual(['Östersund', 'Umeå']);
});
