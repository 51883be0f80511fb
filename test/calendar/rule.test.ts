// Is a rule that makes no sense refused, and told what is wrong with it?

import { describe, expect, test } from '@jest/globals';
import { Rule } from '../../src/calendar/rule.ts';

const monthly = { kind: 'monthly', on: { day: 31 }, time: '09:00', zone: 'Europe/Stockholm', start: '2019-01-01' };

describe('a rule', () => {
  test('is a plain value that comes back from JSON as it went in', () => {
    const rule = Rule.parse({ ...monthly, on: { nth: 'last', weekday: 5 }, move: 'before', end: '2019-12-31' });

    expect(Rule.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  });

  test('comes every time when nothing else is said', () => {
    expect(Rule.parse(monthly)).toMatchObject({ every: 1 });
  });

  test.each([
    ['an unknown zone', { zone: 'Mars/Base' }, 'zone', 'unknown-zone'],
    ['a time past midnight', { time: '24:00' }, 'time', 'not-a-time'],
    ['a start that does not exist', { start: '2019-02-30' }, 'start', 'not-a-date'],
    ['a start so far off that nobody means it', { start: '2999-01-01' }, 'start', 'date-out-of-range'],
    ['an end before its start', { end: '2018-12-31' }, 'end', 'end-before-start'],
    ['an unknown move', { move: 'sideways' }, 'move', 'not-a-move'],
  ])('with %s is refused', (_, wrong, path, message) => {
    const issues = Rule.safeParse({ ...monthly, ...wrong }).error?.issues ?? [];

    expect(issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[path, message]]);
  });

  test.each([
    ['day 32', { on: { day: 32 } }],
    ['a fifth Tuesday, which most months lack', { on: { nth: 5, weekday: 2 } }],
    ['both a day and a weekday', { on: { day: 3, nth: 1, weekday: 2 } }],
    ['every 0 months', { every: 0 }],
    ['every half month', { every: 0.5 }],
    ['a word misspelt', { mvoe: 'before' }],
    ['weekdays that belong to another kind', { weekdays: [1] }],
    ['a kind nobody knows', { kind: 'hourly' }],
  ])('with %s is refused', (_, wrong) => {
    expect(Rule.safeParse({ ...monthly, ...wrong }).success).toBe(false);
  });

  test.each([
    ['no weekday at all', { kind: 'weekly', weekdays: [] }],
    ['weekday 8', { kind: 'weekly', weekdays: [8] }],
    ['the fourth month of a quarter', { kind: 'quarterly', month: 4, on: { day: 1 } }],
    ['the thirteenth month of a year', { kind: 'yearly', month: 13, on: { day: 1 } }],
  ])('with %s is refused', (_, wrong) => {
    const { time, zone, start } = monthly;

    expect(Rule.safeParse({ time, zone, start, ...wrong }).success).toBe(false);
  });

  test('tells all that is wrong at once', () => {
    const issues = Rule.safeParse({ ...monthly, time: '9', zone: '?', start: 'x' }).error?.issues ?? [];

    expect(issues.map(({ path }) => path.join('.')).sort()).toEqual(['start', 'time', 'zone']);
  });
});
