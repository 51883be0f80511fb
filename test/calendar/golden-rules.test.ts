// Does each kind of rule still give the times it was read through and approved with?

import { describe, expect, test } from '@jest/globals';
import { Cron } from 'croner';
import { nextOccurrences } from '../../src/calendar/recurrence.ts';
import { Rule } from '../../src/calendar/rule.ts';
import { toIsoWithOffset } from '../../src/calendar/zone.ts';
import { expectGolden } from './golden.ts';

const plain = { time: '09:00', zone: 'Europe/Stockholm', start: '2019-01-01' } as const;
const newYear = new Date('2019-01-01T00:00:00+01:00');

const goldenRules = {
  'every day': { kind: 'daily', ...plain },
  'every day, but skip when nobody works': { kind: 'daily', move: 'skip', ...plain },
  'every sixth day at 02:30, over both clock changes': {
    kind: 'daily',
    every: 6,
    ...plain,
    time: '02:30',
    start: '2019-03-01',
  },
  'Mondays and Thursdays, else the working day before': { kind: 'weekly', weekdays: [4, 1], move: 'before', ...plain },
  'every second Friday from week 2': { kind: 'weekly', every: 2, weekdays: [5], ...plain, start: '2019-01-09' },
  'the 31st, or the last day of the month': { kind: 'monthly', on: { day: 31 }, ...plain },
  'the last working day of the month': { kind: 'monthly', on: { day: 31 }, move: 'before', ...plain },
  'the second Tuesday': { kind: 'monthly', on: { nth: 2, weekday: 2 }, ...plain },
  'the last Friday of every second month': { kind: 'monthly', every: 2, on: { nth: 'last', weekday: 5 }, ...plain },
  'the 15th of each quarter’s first month, else the working day after': {
    kind: 'quarterly',
    month: 1,
    on: { day: 15 },
    move: 'after',
    ...plain,
  },
  'the first Monday of each quarter’s last month': {
    kind: 'quarterly',
    month: 3,
    on: { nth: 1, weekday: 1 },
    ...plain,
  },
  '29 February, or the 28th': { kind: 'yearly', month: 2, on: { day: 29 }, ...plain },
  'the third Wednesday of September every second year': {
    kind: 'yearly',
    every: 2,
    month: 9,
    on: { nth: 3, weekday: 3 },
    ...plain,
  },
  'every Sunday at 02:30 in New York': {
    kind: 'weekly',
    weekdays: [7],
    ...plain,
    time: '02:30',
    zone: 'America/New_York',
  },
} as const;

describe('the next 50 times of each kind of rule', () => {
  test('are those of the golden list', () => {
    const text = Object.entries(goldenRules).map(([title, rule]) => printRule(title, Rule.parse(rule)));

    expectGolden('rules.txt', text.join('\n'));
  });

  test.each([
    ['0 9 * * *', { kind: 'daily' }],
    ['0 9 * * 1,4', { kind: 'weekly', weekdays: [1, 4] }],
    ['0 9 15 * *', { kind: 'monthly', on: { day: 15 } }],
    ['0 9 L * *', { kind: 'monthly', on: { day: 31 } }],
    ['0 9 * * 2#2', { kind: 'monthly', on: { nth: 2, weekday: 2 } }],
    ['0 9 * * 5#L', { kind: 'monthly', on: { nth: 'last', weekday: 5 } }],
    ['0 9 15 2,5,8,11 *', { kind: 'quarterly', month: 2, on: { day: 15 } }],
    ['0 9 * 9 3#3', { kind: 'yearly', month: 9, on: { nth: 3, weekday: 3 } }],
  ])('are the times of croner for %s', (pattern, rule) => {
    const wanted = new Cron(pattern, { timezone: 'Europe/Stockholm', paused: true }).nextRuns(50, newYear);

    const ours = nextOccurrences(Rule.parse({ ...rule, ...plain }), { after: newYear, count: 50 });

    expect(ours.map(({ at }) => at)).toEqual(wanted);
  });
});

function printRule(title: string, rule: Rule): string {
  const times = nextOccurrences(rule, { after: newYear, count: 50 }).map(({ at }) => toIsoWithOffset(at, rule.zone));
  const lines = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45].map((n) => times.slice(n, n + 5).join('  '));
  return [title, ...lines, ''].join('\n');
}
