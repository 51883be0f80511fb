// Does a rule come on the right days, at the right time, once each?

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/calendar/local-date.ts';
import { nextOccurrences } from '../../src/calendar/recurrence.ts';
import { Rule } from '../../src/calendar/rule.ts';
import { isWorkingDay, moveToWorkingDay } from '../../src/calendar/working-day.ts';
import { toIsoWithOffset, toLocal } from '../../src/calendar/zone.ts';
import { allDays, anyTime, anyZone, day, stockholm } from './build.ts';
import { anyRule, isNamed } from './named-days.ts';

const plain = { time: '09:00', zone: 'Europe/Stockholm', start: '2019-01-01' } as const;
const newYear = new Date('2019-01-01T00:00:00+01:00');

describe('any rule', () => {
  test('names the days that it says, and no others', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const window = Array.from({ length: 800 }, (_, n) => addDays(rule.start, n));
        const wanted = window.filter((date) => isNamed(rule, date));

        const ours = nextOccurrences(rule, { after: new Date('2019-12-30'), count: wanted.length + 1 });

        expect(ours.map(({ date }) => date).filter((date) => daysBetween(rule.start, date) < 800)).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });

  test('comes later each time, at the time it says, and after the instant asked for', () => {
    fc.assert(
      fc.property(anyRule, anyInstant(), (rule, after) => {
        const ours = nextOccurrences(rule, { after, count: 20 });

        expect([after, ...ours.map(({ at }) => at)].every((at, n, all) => n === 0 || at > (all[n - 1] ?? at))).toBe(
          true,
        );
        expect(new Set(ours.map(({ date }) => date)).size).toBe(ours.length);
        expect(ours.every(({ time }) => time === rule.time)).toBe(true);
      }),
    );
  });

  test('asked in two helpings gives the same as asked at once', () => {
    fc.assert(
      fc.property(anyRule, anyMove(), anyInstant(), fc.integer({ min: 1, max: 20 }), (rule, move, after, count) => {
        const moved: Rule = { ...rule, move };
        const all = nextOccurrences(moved, { after, count: 30 });

        const first = all.slice(0, count);
        const rest = nextOccurrences(moved, { after: first.at(-1)?.at ?? after, count: 30 - count });

        expect([...first, ...rest]).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });

  test('with a move comes once on each working day that a named day goes to', () => {
    fc.assert(
      fc.property(anyRule, anyMove(), (rule, move) => {
        const named = nextOccurrences(rule, { after: new Date('2019-12-30'), count: 40 }).map(({ date }) => date);
        const wanted = move === 'skip' ? named.filter(isWorkingDay) : named.map((date) => moveToWorkingDay(date, move));

        const ours = nextOccurrences({ ...rule, move }, { after: new Date('2019-01-01'), count: 40 });

        const until = new Set(wanted).size;
        expect(ours.slice(0, until).map(({ date }) => date)).toEqual([...new Set(wanted)]);
        expect(ours.every(({ date }) => isWorkingDay(date))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('that is daily comes once a day, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyZone, anyTime, (zone, time) => {
        const rule = Rule.parse({ kind: 'daily', time, zone, start: '2026-01-01' });

        const ours = nextOccurrences(rule, { after: new Date('2025-12-20'), count: 365 });

        expect(ours.map(({ date }) => date)).toEqual(allDays.filter((date) => date.startsWith('2026')));
        expect(ours.filter(({ date, at }) => toLocal(at, zone).date === date).length).toBeGreaterThanOrEqual(364);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the edges of a rule', () => {
  const christmas = { kind: 'yearly', month: 12, on: { day: 25 }, ...plain } as const;

  test('a rule that can never come gives nothing and does not spin', () => {
    const never = [
      { ...christmas, move: 'skip' },
      { ...plain, kind: 'weekly', weekdays: [6, 7], move: 'skip' },
    ];

    const found = never.map((rule) => nextOccurrences(Rule.parse(rule), { after: newYear, count: 50 }));

    expect(found).toEqual([[], []]);
  });

  test('a rule that comes every tenth year comes fifty times', () => {
    const rule = Rule.parse({ ...christmas, every: 10 });

    const found = nextOccurrences(rule, { after: newYear, count: 50 });

    expect([found.length, found.at(-1)?.date]).toEqual([50, '2509-12-25']);
  });

  test('a rule that is skipped for years is found in two helpings as in one', () => {
    const rule = Rule.parse({ ...christmas, month: 6, on: { day: 19 }, every: 2, move: 'skip' });
    const all = nextOccurrences(rule, { after: newYear, count: 60 });

    const rest = nextOccurrences(rule, { after: all[9]?.at ?? newYear, count: 50 });

    expect(all).toHaveLength(60);
    expect(rest).toEqual(all.slice(10));
  });

  test('the start and the end are days of the rule', () => {
    const rule = Rule.parse({ ...plain, kind: 'daily', start: '2019-02-01', end: '2019-02-03' });

    expect(listDates(rule)).toEqual(['2019-02-01', '2019-02-02', '2019-02-03']);
  });

  test('a rule may end on the day it starts', () => {
    const rule = Rule.parse({ ...plain, kind: 'daily', start: '2019-02-01', end: '2019-02-01' });

    expect(listDates(rule)).toEqual(['2019-02-01']);
  });

  test('a day named before the end may be moved past it', () => {
    const rule = Rule.parse({ ...christmas, move: 'after', start: '2019-12-01', end: '2019-12-25' });

    expect(listDates(rule)).toEqual(['2019-12-27']);
  });

  test('a day named days ago that is moved to tomorrow is still to come', () => {
    const rule = Rule.parse({ ...plain, kind: 'monthly', on: { day: 31 }, move: 'after' });

    const found = nextOccurrences(rule, { after: new Date('2027-01-03T12:00:00+01:00'), count: 1 });

    expect(found.map(({ date }) => date)).toEqual(['2027-01-04']);
  });

  test('an occurrence at the very instant asked for is past', () => {
    const rule = Rule.parse({ ...plain, kind: 'daily', end: '2019-01-02' });

    const found = nextOccurrences(rule, { after: new Date('2019-01-01T09:00:00+01:00'), count: 5 });

    expect(found).toEqual([{ date: '2019-01-02', time: '09:00', at: new Date('2019-01-02T09:00:00+01:00') }]);
  });

  test('a rule asked for no times gives none', () => {
    expect(nextOccurrences(Rule.parse(christmas), { after: newYear, count: 0 })).toEqual([]);
  });

  test('a doubled hour comes once, the first time', () => {
    const rule = Rule.parse({ ...plain, kind: 'daily', time: '02:30', start: '2026-10-24', end: '2026-10-26' });

    const found = nextOccurrences(rule, { after: newYear, count: 9 }).map(({ at }) => toIsoWithOffset(at, stockholm));

    expect(found).toEqual(['2026-10-24T02:30:00+02:00', '2026-10-25T02:30:00+02:00', '2026-10-26T02:30:00+01:00']);
  });
});

function listDates(rule: Rule): readonly string[] {
  return nextOccurrences(rule, { after: newYear, count: 9 }).map(({ date }) => date);
}

function anyInstant(): fc.Arbitrary<Date> {
  const days = daysBetween(day('2020-01-01'), day('2036-01-01'));
  return fc.integer({ min: 0, max: days * 24 }).map((hours) => new Date(Date.parse('2020-01-01') + hours * 3_600_000));
}

function anyMove(): fc.Arbitrary<'before' | 'after' | 'skip'> {
  return fc.constantFrom('before', 'after', 'skip');
}
